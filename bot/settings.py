"""Which settings exist (DESIGN section 7), and the refusal of half a configuration. SAS reads the
environment nowhere else (bot/environment.py reads one value).

A setting comes from the environment; else, outside production, from `run.json` and `keys` in the
state folder, which `make run` and the first start write there.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.crypto import random_key
from bot.environment import Given, loopback, split

ROOT = Path(__file__).resolve().parent.parent
_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")
KEYS = ("SAS_SECRET_KEY", "SAS_DATA_KEYS", "SAS_INDEX_KEY")
PREPARED = "prepared"  # in the state folder: what it was made ready for


class SettingsError(Exception):
    """The configuration cannot be used; the message names every setting and says what to do."""


@dataclass(frozen=True, slots=True)
class Provider:
    """The carrier account: all of it or nothing (DESIGN section 7)."""

    account_sid: str
    auth_token: str = field(repr=False)
    auth_token_previous: str | None = field(default=None, repr=False)
    base_url: str | None = None
    sms_sender: str | None = None
    whatsapp_sender: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ between two installations."""

    production: bool
    demo: bool
    demo_data: bool
    database_url: str
    redis_url: str | None
    port: int
    public_url: str
    state_dir: Path
    secret_key: str = field(repr=False)
    data_keys: Mapping[str, bytes] = field(repr=False)
    index_key: bytes = field(repr=False)
    provider: Provider | None = None
    sender_rate: float = 10.0
    smtp_url: str | None = field(default=None, repr=False)
    debounce_seconds: float = 2.0
    trusted_proxies: int = 0  # of ours, one behind the other, in front of the web

    @property
    def sqlite(self) -> bool:
        """SQLite by default, PostgreSQL in production."""
        return self.database_url.startswith("sqlite")

    @property
    def own_numbers(self) -> frozenset[str]:
        """What our texts leave from: never the number of a person."""
        if self.provider is None:
            return frozenset()
        sms, whatsapp = self.provider.sms_sender, self.provider.whatsapp_sender
        return frozenset({sms or "", (whatsapp or "").removeprefix("whatsapp:")} - {""})


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment and, outside production, from the state folder.

    Raises SettingsError naming every missing or wrong setting at once.
    """
    given = Given(os.environ if environ is None else environ)
    production = _environment(given) == "production"
    database_url = _database_url(given)
    folder = _state_dir(given, database_url)
    if not production:
        given = given.over(_run_file(folder))
    keys = _keys(given, folder, production)
    provider = _provider(given, production)
    demo = _demo(given, provider, production)
    port = given.whole("PORT", 8000, least=1, most=65_535)
    loaded = Settings(
        production=production,
        demo=demo,
        demo_data=given.switch("SAS_DEMO_DATA", True) and demo,
        database_url=database_url,
        redis_url=given.url("REDIS_URL", ("redis", "rediss"), "redis://host:6379/0"),
        port=port,
        public_url=(_public_url(given) or f"http://127.0.0.1:{port}").rstrip("/"),
        state_dir=folder,
        secret_key=keys[0],
        data_keys=keys[1],
        index_key=keys[2],
        provider=provider,
        sender_rate=given.number("SAS_SENDER_RATE", 10, least=0.001),
        smtp_url=given.url("SAS_SMTP_URL", ("smtp", "smtps"), "smtp://host:25"),
        debounce_seconds=given.number("SAS_DEBOUNCE_SECONDS", 2, most=3_600),
        trusted_proxies=given.whole("SAS_TRUSTED_PROXIES", 0, most=10),
    )
    if production:
        given.need("REDIS_URL", "SAS_PUBLIC_URL", "DATABASE_URL")
    if given.wrong:
        raise SettingsError("\n".join(given.wrong))
    return loaded


def state_dir(environ: Mapping[str, str] | None = None) -> Path:
    """The folder of run.json, keys and locks, without reading anything else. Raises
    SettingsError."""
    given = Given(os.environ if environ is None else environ)
    return _state_dir(given, _database_url(given))


def prepared_for(loaded: Settings) -> str:
    """What a state was prepared for: its database, and whether with demo data."""
    return f"{loaded.database_url.rpartition('@')[2]} {int(loaded.demo_data)}"


def _environment(given: Given) -> str:
    env = given.text("SAS_ENV") or "development"
    if env not in ("development", "production"):
        raise SettingsError("SAS_ENV: say development or production.")
    return env


def _database_url(given: Given) -> str:
    """The URL in the form SQLAlchemy wants; relative SQLite paths count from the root."""
    url = given.text("DATABASE_URL") or "sqlite:///var/sas.db"
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite" and rest.startswith("/") and rest.strip("/") not in ("", ":memory:"):
        return f"sqlite:///{ROOT / rest.removeprefix('/')}"
    # A password may hold what an address may not: only what follows it is looked at.
    if scheme in _POSTGRES and split(f"postgresql://{rest.rpartition('@')[2]}") is not None:
        return f"postgresql+psycopg://{rest}"
    raise SettingsError("DATABASE_URL: say sqlite:///path/to/file.db or postgresql://...")


def _public_url(given: Given) -> str | None:
    return given.url("SAS_PUBLIC_URL", ("http", "https"), "https://sas.example.org")


def _state_dir(given: Given, database_url: str) -> Path:
    folder = given.text("SAS_STATE_DIR")
    if folder:
        return ROOT / folder
    if database_url.startswith("sqlite:///"):
        return Path(database_url.removeprefix("sqlite:///")).parent
    return ROOT / "var"


def _run_file(state_dir: Path) -> dict[str, str]:
    """What `make run` says of the running system, if one runs."""
    try:
        content = json.loads((state_dir / "run.json").read_text())
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in content.items()} if isinstance(content, dict) else {}


def _demo(given: Given, provider: Provider | None, production: bool) -> bool:
    demo = given.switch("SAS_DEMO", False)
    if demo and production:
        given.refuse("SAS_DEMO", "1 is refused in production: unset it.")
    elif demo and provider and not loopback(provider.base_url):
        given.refuse(
            "SAS_DEMO",
            "1 with a TWILIO_ACCOUNT_SID needs a loopback SAS_TWILIO_BASE_URL: a demo can never "
            "text a real person. Unset TWILIO_ACCOUNT_SID to use the simulator.",
        )
    return demo


def _keys(
    given: Given, state_dir: Path, production: bool
) -> tuple[str, Mapping[str, bytes], bytes]:
    have = {name: value for name in KEYS if (value := given.text(name))}
    if len(have) < len(KEYS) and production:
        given.need(*KEYS)
        return "", {}, b""
    if len(have) < len(KEYS):
        have = {**_keys_file(state_dir), **have}
    return (
        have["SAS_SECRET_KEY"],
        given.data_keys("SAS_DATA_KEYS", have["SAS_DATA_KEYS"]),
        have["SAS_INDEX_KEY"].encode(),
    )


def _keys_file(state_dir: Path) -> dict[str, str]:
    """The keys of a development installation: made once, mode 600, kept."""
    file = state_dir / "keys"
    if not file.exists():
        fresh = base64.b64encode(random_key()).decode()
        content = {
            "SAS_SECRET_KEY": base64.urlsafe_b64encode(random_key()).decode(),
            "SAS_DATA_KEYS": f"k1:{fresh}",
            "SAS_INDEX_KEY": base64.urlsafe_b64encode(random_key()).decode(),
        }
        try:
            state_dir.mkdir(parents=True, exist_ok=True)
            # Linked into place whole, so that two first starts at once agree on one file.
            draft = state_dir / f"keys.{os.getpid()}"
            draft.touch(mode=0o600)
            draft.write_text(json.dumps(content))
            try:
                os.link(draft, file)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        except OSError as error:
            raise SettingsError(
                f"{state_dir} cannot be written ({error.strerror}): make it writable, "
                "or set SAS_STATE_DIR to a folder that is."
            ) from error
    try:
        kept = json.loads(file.read_text())
        return {name: str(kept[name]) for name in KEYS}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SettingsError(f"{file} cannot be read: restore it, or move it away.") from error


def _provider(given: Given, production: bool) -> Provider | None:
    sms, whatsapp = given.sender("SAS_SMS_SENDER"), given.sender("SAS_WHATSAPP_SENDER")
    base_url = given.url("SAS_TWILIO_BASE_URL", ("http", "https"), "http://127.0.0.1:8001")
    account, token = given.text("TWILIO_ACCOUNT_SID"), given.text("TWILIO_AUTH_TOKEN")
    parts = {
        "TWILIO_ACCOUNT_SID": account,
        "TWILIO_AUTH_TOKEN": token,
        "SAS_SMS_SENDER or SAS_WHATSAPP_SENDER": sms or whatsapp,
    }
    missing = [name for name, value in parts.items() if not value]
    if len(missing) == len(parts) and not production:
        return None
    for name in missing:
        given.wrong.append(f"{name} is missing: the provider is account, token and one sender.")
    if account is None or token is None:
        return None
    if re.fullmatch(r"AC\w+", account, re.ASCII) is None:
        given.refuse("TWILIO_ACCOUNT_SID", "say the account's own id, which begins with AC.")
    return Provider(
        account_sid=account,
        auth_token=token,
        auth_token_previous=given.text("TWILIO_AUTH_TOKEN_PREVIOUS"),
        base_url=base_url,
        sms_sender=sms,
        whatsapp_sender=whatsapp,
    )
