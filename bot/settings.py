"""The only reader of the environment: DESIGN section 7, and refusal of half a configuration.

A setting comes from the environment; else, outside production, from `run.json` and `keys` in the
state folder, which `make run` and the first start write there.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from bot.crypto import random_key

ROOT = Path(__file__).resolve().parent.parent
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


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment and, outside production, from the state folder.

    Raises SettingsError naming every missing or wrong setting at once.
    """
    given = dict(os.environ if environ is None else environ)
    production = _environment(given) == "production"
    database_url = _database_url(given.get("DATABASE_URL") or "sqlite:///var/sas.db")
    state_dir = _state_dir(given, database_url)
    if not production:
        given = {**_run_file(state_dir), **_non_empty(given)}
    wrong: list[str] = []
    keys = _keys(given, state_dir, production, wrong)
    provider = _provider(given, production, wrong)
    demo = _demo(given, provider, production, wrong)
    port = _number(given, "PORT", 8000, wrong, whole=True, most=65535)
    rate = _number(given, "SAS_SENDER_RATE", 10, wrong)
    debounce = _number(given, "SAS_DEBOUNCE_SECONDS", 2, wrong, zero=True)
    proxies = _number(given, "SAS_TRUSTED_PROXIES", 0, wrong, zero=True, whole=True)
    wrong += _urls(given) + _switches(given) + (_missing(given) if production else [])
    if wrong:
        raise SettingsError("\n".join(wrong))
    return Settings(
        production=production,
        demo=demo,
        demo_data=demo and given.get("SAS_DEMO_DATA", "1") != "0",
        database_url=database_url,
        redis_url=given.get("REDIS_URL") or None,
        port=int(port),
        public_url=(given.get("SAS_PUBLIC_URL") or f"http://127.0.0.1:{int(port)}").rstrip("/"),
        state_dir=state_dir,
        secret_key=keys[0],
        data_keys=keys[1],
        index_key=keys[2],
        provider=provider,
        sender_rate=rate,
        smtp_url=given.get("SAS_SMTP_URL") or None,
        debounce_seconds=debounce,
        trusted_proxies=int(proxies),
    )


def _missing(given: Mapping[str, str]) -> list[str]:
    """What production needs and does not have, beside keys and provider."""
    needed = ("REDIS_URL", "SAS_PUBLIC_URL", "DATABASE_URL")
    return [f"{name} is missing: production needs it." for name in needed if not given.get(name)]


def state_dir(environ: Mapping[str, str] | None = None) -> Path:
    """The folder of run.json, keys and locks, without reading anything else."""
    given = os.environ if environ is None else environ
    return _state_dir(given, _database_url(given.get("DATABASE_URL") or "sqlite:///var/sas.db"))


def prepared_for(loaded: Settings) -> str:
    """What a state was prepared for: its database, and whether with demo data."""
    return f"{loaded.database_url.rpartition('@')[2]} {int(loaded.demo_data)}"


def _non_empty(given: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value != ""}


def _environment(given: Mapping[str, str]) -> str:
    env = given.get("SAS_ENV") or "development"
    if env not in ("development", "production"):
        raise SettingsError(f"SAS_ENV is {env!r}: say development or production.")
    return env


def _database_url(url: str) -> str:
    """The URL in the form SQLAlchemy wants; relative SQLite paths count from the root."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    if url.startswith("postgresql+psycopg://"):
        return url
    if url.startswith("sqlite:///"):
        path = url.removeprefix("sqlite:///")
        return f"sqlite:///{ROOT / path}"
    raise SettingsError("DATABASE_URL: say sqlite:///path/to/file.db or postgresql://...")


def _state_dir(given: Mapping[str, str], database_url: str) -> Path:
    if given.get("SAS_STATE_DIR"):
        return ROOT / given["SAS_STATE_DIR"]
    if database_url.startswith("sqlite:///"):
        return Path(database_url.removeprefix("sqlite:///")).parent
    return ROOT / "var"


def _run_file(state_dir: Path) -> dict[str, str]:
    """What `make run` says of the running system, if one runs."""
    try:
        content = json.loads((state_dir / "run.json").read_text())
    except (FileNotFoundError, NotADirectoryError, PermissionError, ValueError):
        return {}
    return {str(k): str(v) for k, v in content.items()} if isinstance(content, dict) else {}


def _demo(
    given: Mapping[str, str], provider: Provider | None, production: bool, wrong: list[str]
) -> bool:
    demo = given.get("SAS_DEMO") == "1"
    if demo and production:
        wrong.append("SAS_DEMO=1 is refused in production: unset it.")
    if demo and provider and not _loopback(provider.base_url):
        wrong.append(
            "SAS_DEMO=1 with a TWILIO_ACCOUNT_SID needs a loopback SAS_TWILIO_BASE_URL: "
            "a demo can never text a real person. Unset TWILIO_ACCOUNT_SID to use the simulator."
        )
    return demo


def _keys(
    given: Mapping[str, str], state_dir: Path, production: bool, wrong: list[str]
) -> tuple[str, dict[str, bytes], bytes]:
    names = ("SAS_SECRET_KEY", "SAS_DATA_KEYS", "SAS_INDEX_KEY")
    have = {name: given[name] for name in names if given.get(name)}
    missing = [name for name in names if name not in have]
    if missing and production:
        wrong.extend(f"{name} is missing: production needs it." for name in missing)
        return "", {}, b""
    if missing:
        have = {**_keys_file(state_dir), **have}
    return (
        have["SAS_SECRET_KEY"],
        _data_keys(have["SAS_DATA_KEYS"], wrong),
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
        return dict(json.loads(file.read_text()))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file} cannot be read: restore it, or move it away.") from error


def _data_keys(text: str, wrong: list[str]) -> dict[str, bytes]:
    keys: dict[str, bytes] = {}
    for part in text.split(","):
        name, colon, encoded = part.strip().partition(":")
        try:
            raw = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            raw = b""
        if not (colon and name and len(raw) == 32):
            wrong.append("SAS_DATA_KEYS: say id:base64 of 32 bytes, separated by commas.")
            return {}
        keys[name] = raw
    return keys


def _provider(given: Mapping[str, str], production: bool, wrong: list[str]) -> Provider | None:
    sender = given.get("SAS_SMS_SENDER") or given.get("SAS_WHATSAPP_SENDER")
    parts = {
        "TWILIO_ACCOUNT_SID": given.get("TWILIO_ACCOUNT_SID"),
        "TWILIO_AUTH_TOKEN": given.get("TWILIO_AUTH_TOKEN"),
        "SAS_SMS_SENDER or SAS_WHATSAPP_SENDER": sender,
    }
    if any(
        (given.get(f"SAS_{kind}_SENDER") or "").startswith("MG") for kind in ("SMS", "WHATSAPP")
    ):
        wrong.append(
            "A sender that begins with MG (a pool of numbers) cannot be looked up: "
            "say one number in SAS_SMS_SENDER or SAS_WHATSAPP_SENDER."
        )
    missing = [name for name, value in parts.items() if not value]
    if len(missing) == 3 and not production:
        return None
    if missing:
        wrong.extend(
            f"{name} is missing: the provider is account, token and one sender." for name in missing
        )
        return None
    return Provider(
        account_sid=given["TWILIO_ACCOUNT_SID"],
        auth_token=given["TWILIO_AUTH_TOKEN"],
        auth_token_previous=given.get("TWILIO_AUTH_TOKEN_PREVIOUS") or None,
        base_url=given.get("SAS_TWILIO_BASE_URL") or None,
        sms_sender=given.get("SAS_SMS_SENDER") or None,
        whatsapp_sender=given.get("SAS_WHATSAPP_SENDER") or None,
    )


def _loopback(url: str | None) -> bool:
    try:
        host = urlsplit(url or "").hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _urls(given: Mapping[str, str]) -> list[str]:
    """What is wrong with the addresses; never their value, which may hold a password."""
    return [
        f"{name} n'est pas une adresse utilisable : {example} est attendu."
        for name, schemes, example in (
            ("REDIS_URL", ("redis", "rediss"), "redis://serveur:6379/0"),
            ("SAS_PUBLIC_URL", ("http", "https"), "https://sas.exemple.fr"),
            ("SAS_TWILIO_BASE_URL", ("http", "https"), "http://127.0.0.1:8001"),
        )
        if given.get(name) and not _is_url(given[name], schemes)
    ]


def _is_url(text: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _switches(given: Mapping[str, str]) -> list[str]:
    return [
        f"{name} vaut {given[name]!r} : 1 (oui) ou 0 (non) est attendu."
        for name in ("SAS_DEMO", "SAS_DEMO_DATA")
        if given.get(name, "") not in ("", "0", "1")
    ]


def _number(
    given: Mapping[str, str],
    name: str,
    default: float,
    wrong: list[str],
    *,
    zero: bool = False,
    whole: bool = False,
    most: float = 1_000_000,
) -> float:
    try:
        value = float(given.get(name) or default)
    except ValueError:
        value = math.nan
    above = value >= 0 if zero else value > 0
    if above and value <= most and (not whole or value == int(value)):
        return value
    kind = "un nombre entier" if whole else "un nombre"
    least = "à partir de 0" if zero else "au-dessus de 0"
    wrong.append(
        f"{name} vaut {given.get(name)!r} : {kind} {least}, {most:.0f} au plus, est attendu."
    )
    return default
