"""The API in OpenAPI 3.1, built from the model that reads it, so that both say the same."""

from __future__ import annotations

from typing import Any

from bot.referrals.given import BEST_TIMES, LANGUAGES, LONGEST_NAME, TONES
from bot.referrals.source import MOST_LETTERS

STATUSES = [
    "received",
    "to_announce",
    "attempting",
    "in_contact",
    "not_reached",
    "relay_proposed",
    "relayed",
    "taken_in_charge",
    "closed",
]
_AT = {"type": "string", "format": "date-time"}
_TEXT = {"type": "string"}
_AGAIN = {"Retry-After": {"required": True, "schema": {"type": "integer"}}}


def describe(public_url: str) -> dict[str, Any]:
    """The whole description, for this installation."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "SAS, prescriptions",
            "version": "1.0.0",
            "description": "Un appel pour qu'une personne jeune soit contactée. / One call refers "
            "one young person. Messages follow Accept-Language: fr (default) or en.",
        },
        "servers": [{"url": public_url}],
        "security": [{"key": []}],
        "paths": {
            "/api/v1/referrals": {"post": _refer()},
            "/api/v1/referrals/{id}": {"get": _progress()},
            "/api/v1/openapi.json": {"get": _self()},
        },
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _refer() -> dict[str, Any]:
    return {
        "operationId": "refer",
        "summary": "One referral of one young person",
        "parameters": [
            {
                "name": "Idempotency-Key",
                "in": "header",
                "required": False,
                "description": "The same key with the same body gives the same answer.",
                "schema": {"type": "string", "minLength": 1, "maxLength": 255},
            }
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _ref("Referral")}},
        },
        "responses": {
            "201": _answer("Stored", "Receipt"),
            **_problems("400", "401", "413", "415", "422", "429", "503"),
        },
    }


def _progress() -> dict[str, Any]:
    return {
        "operationId": "progress",
        "summary": "What became of one's own referral, never the conversation",
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": _TEXT}],
        "responses": {"200": _answer("Progress", "Progress"), **_problems("401", "404")},
    }


def _self() -> dict[str, Any]:
    return {
        "operationId": "describe",
        "summary": "This description",
        "security": [],
        "responses": {
            "200": {
                "description": "OpenAPI 3.1",
                "content": {"application/json": {"schema": {"type": "object"}}},
            }
        },
    }


def _schemas() -> dict[str, Any]:
    return {
        "Referral": _referral(),
        "Receipt": _object(
            {
                "id": _TEXT,
                "status": {"enum": STATUSES},
                "tracking_url": {"type": "string", "format": "uri"},
                "first_attempt_at": {"type": ["string", "null"], "format": "date-time"},
                "steps": {"type": "array", "items": _ref("Step")},
                "notice": _TEXT,
                "card": _object({"code": _TEXT, "say": _TEXT}),
            },
            optional=("notice", "card"),
        ),
        "Progress": _object(
            {
                "id": _TEXT,
                "status": {"enum": STATUSES},
                "first_attempt_at": {"type": ["string", "null"], "format": "date-time"},
                "steps": {"type": "array", "items": _ref("Step")},
            }
        ),
        "Step": _object({"step": {"enum": STATUSES}, "at": _AT}),
        "Problem": _object(
            {
                "type": _TEXT,
                "title": _TEXT,
                "status": {"type": "integer"},
                "detail": _TEXT,
                "errors": {"type": "array", "items": _ref("FieldError")},
            },
            optional=("detail", "errors"),
        ),
        "FieldError": _object({"field": _TEXT, "code": _TEXT, "detail": _TEXT}),
    }


def _referral() -> dict[str, Any]:
    required, optional = _required(), _optional()
    return _object({**required, **optional}, optional=tuple(optional))


def _required() -> dict[str, Any]:
    return {
        "first_name": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME},
        "phone": {
            "type": "string",
            "description": "National or international form. A landline or a foreign number is "
            "accepted: a person calls it.",
        },
        "informed": {
            "type": "boolean",
            "description": "She knows (for services bound to secrecy: she agrees). false: nothing "
            "is sent, the answer holds a card to give her.",
        },
    }


def _optional() -> dict[str, Any]:
    return {
        "birth_year": {
            "type": ["integer", "null"],
            "description": "Refused when this year - birth_year < 15.",
        },
        "language": {"enum": list(LANGUAGES), "default": "fr"},
        "tone": {"enum": [*TONES, None]},
        "say_from": {
            "type": ["string", "null"],
            "maxLength": MOST_LETTERS,
            "description": "Who she may hear gave her number: a first name or “Mme X”.",
        },
        "commune": {"type": ["string", "null"], "pattern": "^(?:[0-9]{2}|2[ABab])[0-9]{3}$"},
        "reason": {"type": ["string", "null"], "maxLength": 500},
        "support_ends_on": {"type": ["string", "null"], "format": "date"},
        "best_time": {"enum": [*BEST_TIMES, None]},
        "announced": {
            "type": ["string", "boolean", "null"],
            "description": "What she was told.",
        },
        "whatsapp_agreed": {"type": "boolean", "default": False},
        "trusted_adult": {
            "oneOf": [_object({"name": _TEXT, "phone": _TEXT}), {"type": "null"}],
            "description": "An adult she named herself.",
        },
        "note": {"type": ["string", "null"], "maxLength": 2000},
        "reference": {"type": ["string", "null"], "maxLength": 100},
    }


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _answer(description: str, schema: str) -> dict[str, Any]:
    return {
        "description": description,
        "content": {"application/json": {"schema": _ref(schema)}},
    }


PROBLEMS = {
    "400": "broken_json: `detail` says line, column and what is expected there",
    "401": "key_unknown: `detail` says the form of the header, Authorization: Bearer KEY",
    "404": "not_found: no referral of this organisation has this id",
    "413": "too_large: `detail` says the limit in bytes and the size that came, where it is known",
    "415": "not_json: `detail` says the Content-Type expected and the one that came",
    "422": "fields, key_reused: `errors` names each field and says what is expected",
    "429": "too_many: `detail` says the limits; Retry-After, in seconds, when to come again",
    "503": "no_team, unavailable: Retry-After says when to come again",
}


def _problems(*codes: str) -> dict[str, Any]:
    return {
        code: {
            "description": f"RFC 9457. {PROBLEMS[code]}",
            "content": {"application/problem+json": {"schema": _ref("Problem")}},
            **({"headers": _AGAIN} if code in ("429", "503") else {}),
        }
        for code in codes
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
