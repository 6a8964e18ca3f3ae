"""Half a configuration refuses to start and names what is missing (DESIGN section 7)."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from bot import settings
from bot.settings import ROOT, SettingsError

KEY = base64.b64encode(b"1" * 32).decode()
PRODUCTION = {
    "SAS_ENV": "production",
    "DATABASE_URL": "postgres://sas@127.0.0.1/sas",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "SAS_PUBLIC_URL": "https://sas.example/",
    "SAS_SECRET_KEY": "a secret",
    "SAS_DATA_KEYS": f"k2:{KEY},k1:{KEY}",
    "SAS_INDEX_KEY": "an index key",
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "a token",
    "SAS_SMS_SENDER": "38600",
}


def test_a_whole_production_configuration_is_read() -> None:
    loaded = settings.load(PRODUCTION)
    assert loaded.database_url == "postgresql+psycopg://sas@127.0.0.1/sas"
    assert loaded.public_url == "https://sas.example"
    assert list(loaded.data_keys) == ["k2", "k1"]
    assert not loaded.demo


@pytest.mark.parametrize("name", [name for name in PRODUCTION if name != "SAS_ENV"])
def test_what_production_lacks_is_named(name: str) -> None:
    lacking = {key: value for key, value in PRODUCTION.items() if key != name}
    with pytest.raises(SettingsError, match=name):
        settings.load(lacking)


KEY2 = base64.b64encode(b"2" * 32).decode()
PLACES = ("http://a zut", "https://u:zut@h", "https://h?zut=1", "https://h#zut")
ADDRESSES = ("zut", "http://", "http://[x", "http://x:0", "http://x:70000", "ftp://zut")
WRONG: dict[str, tuple[str, ...]] = {
    "SAS_ENV": ("staging", "PRODUCTION"),
    "DATABASE_URL": (
        *("mysql://zut", "zut", "sqlite://", "sqlite:///", "sqlite:///:memory:"),
        *("postgresql://u:zut@h:zut/sas", "postgresql://h:0/sas", "postgres//h/sas"),
    ),
    "REDIS_URL": (*ADDRESSES, "https://x"),
    "PORT": ("0", "-1", "70000", "1.5", "zut", "inf", "nan"),
    "SAS_PUBLIC_URL": (*ADDRESSES, *PLACES, "redis://x", "https://h/\nX: zut"),
    "SAS_SECRET_KEY": ("zut\0", "zut\nzut", "\udc80"),
    "SAS_DATA_KEYS": (
        *("zut", f"k1:{KEY[:-8]}", f":{KEY}", KEY, f"k1:{KEY},k1:{KEY2}", f"k1:{KEY},", "k1:é"),
        f"k1:{KEY},zut",
    ),
    "SAS_INDEX_KEY": ("\udc80",),
    "TWILIO_ACCOUNT_SID": ("zut", "AC", "AC zut", "SK" + "0" * 32),
    "TWILIO_AUTH_TOKEN": (),
    "TWILIO_AUTH_TOKEN_PREVIOUS": (),
    "SAS_TWILIO_BASE_URL": (*ADDRESSES, *PLACES),
    "SAS_SMS_SENDER": (
        *("0937000000", "+33 9 37 00 00 00", "33937000000", "MG" + "0" * 32, "a long name to say"),
        *("+0937000000", "12", "zut!"),
    ),
    "SAS_WHATSAPP_SENDER": ("38600", "SAS", "whatsapp:", "0937000000", "MG" + "0" * 32),
    "SAS_SENDER_RATE": ("zut", "0", "-1", "nan", "inf", "1e9"),
    "SAS_SMTP_URL": (*ADDRESSES, "smtp://u:zut#zut@h"),
    "SAS_DEBOUNCE_SECONDS": ("zut", "-1", "nan", "inf"),
    "SAS_TRUSTED_PROXIES": ("zut", "-1", "1.5", "11"),
    "SAS_STATE_DIR": (),
    "SAS_DEMO": ("1", "yes", "zut"),
    "SAS_DEMO_DATA": ("no", "zut"),
}
RIGHT: dict[str, tuple[str, ...]] = {
    "SAS_ENV": ("production",),
    "DATABASE_URL": (
        *("postgres:///sas", "postgresql://u:p#/[@h:5433/sas", "postgresql+psycopg://[::1]/sas"),
        "sqlite:///var/sas.db",
    ),
    "REDIS_URL": ("rediss://u:p@h:6380/1",),
    "PORT": ("1", "65535", " 8000\n"),
    "SAS_DATA_KEYS": (f" k2:{KEY2} , k1:{KEY}\n",),
    "SAS_SMS_SENDER": ("+33937000000", "SAS", "38600\n"),
    "SAS_WHATSAPP_SENDER": ("+33937000000", "whatsapp:+33937000000"),
    "SAS_SENDER_RATE": ("0.5", "100"),
    "SAS_SMTP_URL": ("smtps://u:p@h", "smtp://h:2525"),
    "SAS_DEBOUNCE_SECONDS": ("0", "0.5"),
    "SAS_DEMO": ("0", ""),
    "SAS_DEMO_DATA": ("0", "1"),
}


def test_each_setting_has_its_row() -> None:
    source = Path(settings.__file__).read_text()
    read = set(re.findall(r'"(PORT|[A-Z]+_URL|(?:SAS|TWILIO)_[A-Z_]+)"', source))
    assert set(WRONG) == read


def test_each_setting_is_documented() -> None:
    rows = (ROOT / "docs/operations.md").read_text()
    assert [name for name in WRONG if f"| `{name}` |" not in rows] == []


@pytest.mark.parametrize("name, bad", [(name, bad) for name, all_ in WRONG.items() for bad in all_])
def test_what_is_wrong_is_named_in_a_line_without_its_value(name: str, bad: str) -> None:
    with pytest.raises(SettingsError) as refused:
        settings.load({**PRODUCTION, name: bad})
    [line] = str(refused.value).splitlines()
    assert line.startswith(f"{name}: ") and "zut" not in line


@pytest.mark.parametrize("name, fit", [(name, fit) for name, all_ in RIGHT.items() for fit in all_])
def test_what_is_right_is_read(name: str, fit: str) -> None:
    settings.load({**PRODUCTION, name: fit})


@pytest.mark.parametrize("name", PRODUCTION)
@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_blank_is_as_good_as_nothing(name: str, blank: str, tmp_path: Path) -> None:
    given = {**PRODUCTION, "SAS_STATE_DIR": str(tmp_path), name: blank}
    if name == "SAS_ENV":
        assert not settings.load(given).production
    else:
        with pytest.raises(SettingsError, match=f"{name}.* is missing"):
            settings.load(given)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(SettingsError) as refused:
        settings.load({**PRODUCTION, "PORT": "0", "SAS_SMS_SENDER": "", "SAS_SMTP_URL": "zut"})
    assert len(str(refused.value).splitlines()) == 3


def development(folder: Path, **changes: str) -> settings.Settings:
    return settings.load({"SAS_STATE_DIR": str(folder), **changes})


def test_keys_are_made_once_and_kept_to_their_owner(tmp_path: Path) -> None:
    first, second = development(tmp_path), development(tmp_path)
    assert first.data_keys == second.data_keys
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("url", ["", "https://api.example.com", "http://[x"])
def test_a_demo_can_never_text_a_real_person(tmp_path: Path, url: str) -> None:
    carrier = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t", "SAS_SMS_SENDER": "38600"}
    with pytest.raises(SettingsError, match="loopback"):
        development(tmp_path, SAS_DEMO="1", SAS_TWILIO_BASE_URL=url, **carrier)
    near = development(
        tmp_path, SAS_DEMO="1", SAS_TWILIO_BASE_URL="http://127.0.0.1:8001", **carrier
    )
    assert near.demo


def test_half_a_provider_is_refused_in_development_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="TWILIO_AUTH_TOKEN"):
        development(tmp_path, TWILIO_ACCOUNT_SID="AC1", SAS_SMS_SENDER="38600")


def test_the_running_system_is_met_and_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text('{"PORT": "8123", "SAS_DEMO": "1"}')
    assert development(tmp_path).port == 8123
    assert development(tmp_path, PORT="8200").port == 8200
    assert development(tmp_path).demo


@pytest.mark.parametrize("spoilt", ["", "{}", "[]", "3", "null", '{"SAS_SECRET_KEY": "x"}'])
def test_spoilt_keys_are_said(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "keys").write_text(spoilt)
    with pytest.raises(SettingsError, match="keys cannot be read: restore it"):
        development(tmp_path)


def test_a_run_file_that_is_none_is_no_run(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    assert development(tmp_path).port == 8000


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder")
    with pytest.raises(SettingsError, match="SAS_STATE_DIR"):
        development(taken)
