"""The first gate of a text coming in: was this webhook really signed by the carrier?

The address is built from our own public URL and the raw request target, never from proxy
headers; every field counts, repeated, empty or unknown ones too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twilio.request_validator import (
    HMAC_SHA1,
    HMAC_SHA256,
    RequestValidator,
    get_signature_algorithm,
)
from werkzeug.datastructures import MultiDict

from bot.crypto import same

HEADER = "X-Twilio-Signature"
SETTINGS_HEADER = "X-Twilio-Webhooks-Signature-Settings"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is a short code fit for a log line; "" when the signature is good."""

    good: bool
    reason: str = ""


def check(
    *,
    public_url: str,
    raw_path: str,
    raw_query: str,
    form: MultiDict[str, str],
    headers: Mapping[str, str],
    tokens: Sequence[str],
) -> Verdict:
    """Judge one webhook. `tokens`: the current one, then the previous one while rotating. Never
    raises: whatever goes wrong is a refusal with its reason.
    """
    signature = headers.get(HEADER)
    if not signature:
        return Verdict(False, "signature_missing")
    try:
        if _repeats(form):
            return Verdict(False, "field_repeated")
        url = public_url.rstrip("/") + raw_path + (f"?{raw_query}" if raw_query else "")
        algorithm = get_signature_algorithm(headers.get(SETTINGS_HEADER))
        good = any(
            _signed(RequestValidator(token), url, form, signature, algorithm)
            for token in tokens
            if token
        )
    except Exception as fault:  # a forged request must never become a 500
        return Verdict(False, f"signature_unreadable_{type(fault).__name__}")
    return Verdict(good, "" if good else "signature_wrong")


def _signed(
    by: RequestValidator, url: str, form: MultiDict[str, str], signature: str, algorithm: str
) -> bool:
    """Our own address as it stands, once; else as the library does, with a port and without."""
    if algorithm in (HMAC_SHA1, HMAC_SHA256) and same(
        by.compute_signature(url, form, algorithm), signature
    ):
        return True
    return bool(by.validate(url, form, signature, algorithm))


def _repeats(form: MultiDict[str, str]) -> bool:
    """The same field twice with the same value: the signature cannot tell, so we refuse."""
    return any(len(set(values)) != len(values) for values in form.listvalues() if len(values) > 1)


def raw_target(environ: Mapping[str, Any]) -> tuple[str, str]:
    """Path and query exactly as they stood in the request line of this WSGI request."""
    target = str(environ.get("RAW_URI") or environ.get("REQUEST_URI") or "")
    if not target:
        return str(environ.get("PATH_INFO", "")), str(environ.get("QUERY_STRING", ""))
    if "://" in target.split("?", 1)[0]:  # absolute form, sent by some proxies
        target = "/" + target.split("://", 1)[1].partition("/")[2]
    path, _, query = target.partition("?")
    return path, query
