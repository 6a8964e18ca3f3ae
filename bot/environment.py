"""What an installation was given, one value at a time: read, or refused in a line that names it.

A refusal says what is expected, in English as every line an operator reads in a terminal, and never
the value of an address or a key, which may hold a secret. Which values exist: bot/settings.py.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
_SMS_SENDER = re.compile(rf"{_NUMBER.pattern}|\d{{3,8}}|(?=.*[A-Za-z])[A-Za-z0-9 ]{{2,11}}")


class Given:
    """The values as text, without the blanks and line ends that a copy leaves. What is wrong is
    added to `wrong`, a line each, so that all of it is said at once."""

    def __init__(self, values: Mapping[str, str]) -> None:
        tidy = {name: value.strip() for name, value in values.items()}
        self._values = {name: value for name, value in tidy.items() if value}
        self.wrong: list[str] = []

    def over(self, others: Mapping[str, str]) -> Given:
        """These, and of `others` what these lack."""
        return Given({**others, **self._values})

    def text(self, name: str) -> str | None:
        """The value; None when it is unset or empty, or refused for a control character or a byte
        that is no letter."""
        value = self._values.get(name)
        if value is not None and not value.isprintable():
            self.refuse(name, "say one line of ordinary characters.")
            return None
        return value

    def refuse(self, name: str, expected: str) -> None:
        """One line, which says what is expected of `name`."""
        line = f"{name}: {expected}"
        if line not in self.wrong:
            self.wrong.append(line)

    def need(self, *names: str) -> None:
        """Name each that production lacks."""
        for name in names:
            if name not in self._values:
                self.wrong.append(f"{name} is missing: production needs it.")

    def number(
        self, name: str, default: float, *, least: float = 0, most: float = 1_000_000
    ) -> float:
        """A number, `least` and `most` included."""
        return self._number(name, default, least, most, kind="a number")

    def whole(self, name: str, default: int, *, least: int = 0, most: int = 1_000_000) -> int:
        """A whole number, `least` and `most` included."""
        return int(self._number(name, default, least, most, kind="a whole number"))

    def _number(self, name: str, default: float, least: float, most: float, kind: str) -> float:
        text = self.text(name)
        if text is None:
            return default
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if least <= value <= most and (kind == "a number" or value == int(value)):
            return value
        self.refuse(name, f"say {kind} from {least:g} to {most:.0f}.")
        return default

    def switch(self, name: str, default: bool) -> bool:
        """1 or 0."""
        text = self.text(name)
        if text in (None, "0", "1"):
            return default if text is None else text == "1"
        self.refuse(name, "say 1 (yes) or 0 (no).")
        return default

    def url(self, name: str, schemes: tuple[str, ...], example: str) -> str | None:
        """An address with a host; one of the web is only that."""
        text = self.text(name)
        parts = split(text) if text else None
        if text and (parts is None or parts.scheme not in schemes or not _is_place(parts)):
            self.refuse(name, f"say an address such as {example}.")
        return text

    def sender(self, name: str) -> str | None:
        """A number, a short code or a name to send from; with or without `whatsapp:`."""
        text = self.text(name)
        if text is None:
            return None
        whatsapp = name == "SAS_WHATSAPP_SENDER"
        bare = text.removeprefix("whatsapp:") if whatsapp else text
        if re.fullmatch("MG[0-9a-fA-F]{32}", bare):
            self.refuse(
                name, "a pool of numbers (MG...) cannot be looked up: say one of its numbers."
            )
        elif not (_NUMBER if whatsapp else _SMS_SENDER).fullmatch(bare):
            more = "" if whatsapp else ", or a short code such as 38600"
            self.refuse(name, f"say one number such as +33937000000{more}.")
        return bare

    def data_keys(self, name: str, text: str) -> dict[str, bytes]:
        """`id:base64` of 32 bytes, separated by commas; the first writes."""
        keys: dict[str, bytes] = {}
        parts = [part.strip() for part in text.split(",")]
        for part in parts:
            key_id, colon, encoded = part.partition(":")
            try:
                raw = base64.b64decode(encoded, validate=True)
            except (binascii.Error, ValueError):  # the latter for what is not ASCII
                raw = b""
            if colon and key_id and len(raw) == 32:
                keys[key_id] = raw
        if len(keys) < len(parts):
            self.refuse(name, "say id:base64 of 32 bytes, separated by commas, each id once.")
        return keys


def _is_place(parts: SplitResult) -> bool:
    of_the_web = parts.scheme in ("http", "https")
    more = parts.query or parts.fragment or parts.username
    return bool(parts.hostname) and " " not in parts.geturl() and not (of_the_web and more)


def split(url: str) -> SplitResult | None:
    """The parts of an address; None when it is none (also a port that cannot be)."""
    try:
        parts = urlsplit(url)
        return None if parts.port == 0 else parts
    except ValueError:
        return None


def loopback(url: str | None) -> bool:
    """Does this address stay on this machine?"""
    parts = split(url or "")
    host = (parts.hostname if parts else None) or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
