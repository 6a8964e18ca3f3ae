"""What the API expects when it refuses a call as a whole, in its two languages: header, size, type,
JSON, address, method, pace. Never what was sent, but its size, its type and a place in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from bot.web.problems import Words

_KEY = Words(
    "Attendu : l'en-tête « Authorization: Bearer CLÉ », avec la clé de votre organisation.",
    "Expected: the header “Authorization: Bearer KEY”, with your organisation's key.",
)
_TYPE = re.compile(r"(?:application|text|multipart|image|audio|video)/[a-z0-9.+-]{1,40}")


def key(header: str | None) -> Words:
    """How to sign a call; `header` is the Authorization that came, None without one."""
    if not header:
        found = Words("L'en-tête Authorization manque.", "The Authorization header is missing.")
    elif not header.lower().startswith("bearer "):
        found = Words(
            "L'en-tête Authorization n'est pas de la forme Bearer.",
            "The Authorization header does not have the Bearer form.",
        )
    else:
        found = Words(
            "Cette clé n'est pas connue, ou une autre l'a remplacée.",
            "This key is not known, or another one has replaced it.",
        )
    return Words(f"{found.fr} {_KEY.fr}", f"{found.en} {_KEY.en}")


def size(largest: int, sent: int | None) -> Words:
    """The largest body in bytes, and what came, where it is known."""
    fr, en = f"Au plus {largest} octets", f"At most {largest} bytes"
    if sent is None:
        return Words(f"{fr}.", f"{en}.")
    return Words(f"{fr} ; reçu : {sent}.", f"{en}; received: {sent}.")


def content_type(came: str) -> Words:
    """The type of a body; `came` is repeated only when it is a type."""
    named = _TYPE.fullmatch(came)
    fr = came if named else "aucun" if not came else "un type illisible"
    en = came if named else "none" if not came else "an unreadable type"
    return Words(
        f"Attendu : Content-Type: application/json ; reçu : {fr}.",
        f"Expected: Content-Type: application/json; received: {en}.",
    )


HINTS = (
    ("Unexpected UTF-8 BOM", Words("enlevez le BOM du début", "remove the BOM at the start")),
    (
        "Expecting property name",
        Words(
            "un nom entre guillemets doubles est attendu, sans virgule avant }",
            "a name in double quotes is expected, without a comma before }",
        ),
    ),
    ("Expecting ',' delimiter", Words("il manque , ou } ou ]", "a , or } or ] is missing")),
    ("Expecting ':' delimiter", Words("il manque : après un nom", "a : is missing after a name")),
    (
        "Expecting value",
        Words(
            'une valeur est attendue : "texte", nombre, true, false, null, { ou [',
            'a value is expected: "text", number, true, false, null, { or [',
        ),
    ),
    ("Illegal trailing comma", Words("une virgule de trop", "one comma too many")),
    ("Unterminated string", Words("un guillemet n'est pas fermé", "a quote is not closed")),
    (
        "Invalid control character",
        Words(
            "un retour à la ligne ou une tabulation s'écrit \\n ou \\t",
            "a line break or a tab is written \\n or \\t",
        ),
    ),
    ("Invalid \\", Words("une barre \\ s'écrit \\\\", "a backslash \\ is written \\\\")),
    ("Extra data", Words("un seul objet est attendu", "one object only is expected")),
)
EMPTY = Words(
    "Le corps est vide : un objet JSON est attendu.",
    "The body is empty: one JSON object is expected.",
)
_COMPLETE = Words("le JSON n'est pas complet", "the JSON is not complete")


def whole_json(error: Exception, body: bytes) -> Words:
    """Where a body stops being JSON, by line and column, and what is expected there."""
    if not body.strip():
        return EMPTY
    if isinstance(error, UnicodeDecodeError):
        line = body.count(b"\n", 0, error.start) + 1
        return Words(
            f"Ligne {line} : le corps n'est pas en UTF-8.", f"Line {line}: the body is not UTF-8."
        )
    if not isinstance(error, json.JSONDecodeError):
        return Words("Le JSON est trop imbriqué.", "The JSON is nested too deeply.")
    hint = next((words for said, words in HINTS if error.msg.startswith(said)), _COMPLETE)
    return Words(
        f"Ligne {error.lineno}, colonne {error.colno} : {hint.fr}.",
        f"Line {error.lineno}, column {error.colno}: {hint.en}.",
    )


ADDRESS = Words(
    "L'API a trois adresses : POST /api/v1/referrals, GET /api/v1/referrals/{id}, "
    "GET /api/v1/openapi.json.",
    "The API has three addresses: POST /api/v1/referrals, GET /api/v1/referrals/{id}, "
    "GET /api/v1/openapi.json.",
)
NOT_YOURS = Words(
    "Aucune orientation de votre organisation n'a cet identifiant.",
    "No referral of your organisation has this id.",
)


def method(allowed: Iterable[str]) -> Words:
    """Which methods exist at an address."""
    names = ", ".join(sorted(set(allowed) - {"HEAD", "OPTIONS"}))
    return Words(f"Possible ici : {names}.", f"Possible here: {names}.")


def pace(again: int) -> Words:
    """How many calls there may be, and in how many seconds to come again."""
    return Words(
        "Au plus 600 appels par minute et 20 000 par jour, et 20 par heure pour un même numéro. "
        f"Réessayez dans {again} s.",
        "At most 600 calls a minute and 20,000 a day, and 20 an hour on one number. "
        f"Try again in {again} s.",
    )
