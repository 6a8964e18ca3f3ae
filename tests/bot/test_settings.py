"""Half a configuration refuses to start and names what is missing (DESIGN section 7)."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from bot import settings
from bot.settings import SettingsError

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


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"SAS_ENV": "staging"}, "SAS_ENV"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"SAS_DATA_KEYS": "k1:short"}, "SAS_DATA_KEYS"),
        ({"SAS_SENDER_RATE": "fast"}, "SAS_SENDER_RATE"),
        ({"SAS_SENDER_RATE": "nan"}, "SAS_SENDER_RATE"),
        ({"SAS_DEBOUNCE_SECONDS": "-1"}, "SAS_DEBOUNCE_SECONDS"),
        ({"SAS_TRUSTED_PROXIES": "1.5"}, "SAS_TRUSTED_PROXIES"),
        ({"PORT": "70000"}, "PORT vaut '70000' : un nombre entier"),
        ({"PORT": "0"}, "PORT"),
        ({"PORT": "inf"}, "PORT"),
        ({"REDIS_URL": "http://x"}, "REDIS_URL n'est pas une adresse"),
        ({"REDIS_URL": "redis://x:70000"}, "REDIS_URL"),
        ({"SAS_PUBLIC_URL": "foo"}, "SAS_PUBLIC_URL n'est pas une adresse"),
        ({"SAS_PUBLIC_URL": "https://[x"}, "SAS_PUBLIC_URL"),
        ({"SAS_TWILIO_BASE_URL": "foo"}, "SAS_TWILIO_BASE_URL"),
        ({"SAS_DEMO": "yes"}, "SAS_DEMO vaut 'yes'"),
        ({"SAS_DEMO_DATA": "no"}, "SAS_DEMO_DATA"),
        ({"SAS_DEMO": "1"}, "SAS_DEMO"),
        ({"SAS_SMS_SENDER": "MG123"}, "MG"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        settings.load({**PRODUCTION, **change})


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


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder")
    with pytest.raises(SettingsError, match="SAS_STATE_DIR"):
        development(taken)
