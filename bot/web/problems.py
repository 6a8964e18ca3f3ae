"""Errors of the API: problem+json (RFC 9457), in French or English by Accept-Language.

A problem names each field that is wrong and says what is expected; never what was given (of a
whole body, at most its size and its type: bot/web/expected.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, json, request

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in the two languages of the API."""

    fr: str
    en: str

    def here(self) -> str:
        """In the language this request prefers; French when it says nothing."""
        return self.en if language() == "en" else self.fr


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is expected of a field. `field` is its name as the caller wrote it
    (`trusted_adult.phone`); `code` is stable, for software."""

    field: str
    code: str
    expected: Words


TITLES: Mapping[int, Words] = {
    400: Words("La requête ne peut pas être lue.", "The request cannot be read."),
    401: Words("Une clé valable est nécessaire.", "A valid key is needed."),
    403: Words("Cet accès n'est pas permis.", "This access is not allowed."),
    404: Words("Rien n'existe à cette adresse.", "Nothing exists at this address."),
    405: Words("Cette méthode n'existe pas ici.", "This method does not exist here."),
    409: Words("L'état a changé entre-temps.", "The state has changed meanwhile."),
    413: Words("La requête est trop longue.", "The request is too large."),
    415: Words("Le corps doit être du JSON.", "The body must be JSON."),
    422: Words("Des champs sont à corriger.", "Some fields need correcting."),
    429: Words("Trop de requêtes : patientez.", "Too many requests: please wait."),
    500: Words("Une erreur est survenue de notre côté.", "An error happened on our side."),
    503: Words("Le service revient dans un instant.", "The service will be back in a moment."),
}


class Problem(Exception):
    """Answered as problem+json wherever it is raised. `code` is a stable word for software."""

    def __init__(
        self,
        status: int,
        code: str,
        *,
        detail: Words | None = None,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """This problem as an answer to the present request."""
        return answer(
            self.status, self.code, detail=self.detail, errors=self.errors, headers=self.headers
        )


def language() -> str:
    """`fr` or `en`, by Accept-Language."""
    return request.accept_languages.best_match(["fr", "en"], "fr") or "fr"


def answer(
    status: int,
    code: str,
    *,
    detail: Words | None = None,
    errors: Sequence[FieldError] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A problem+json answer."""
    title = TITLES.get(status, TITLES[500 if status >= 500 else 400])
    body: dict[str, Any] = {"type": f"urn:sas:problem:{code}", "title": title.here()}
    body["status"] = status
    if detail is not None:
        body["detail"] = detail.here()
    if errors:
        body["errors"] = [
            {"field": e.field, "code": e.code, "detail": e.expected.here()} for e in errors
        ]
    response = Response(
        json.dumps(body, ensure_ascii=False), status, mimetype=MEDIA_TYPE, headers=headers
    )
    response.headers["Content-Language"] = language()
    response.vary.add("Accept-Language")
    return response


def wants_json() -> bool:
    """Is the present request better answered with a problem than with a page?"""
    if request.path.startswith("/api/"):
        return True
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html")
    return best == "application/json"
