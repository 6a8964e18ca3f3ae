"""What every answer of the web carries: strict headers, and how cookies and bodies are bounded."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, Response, request

from bot.settings import Settings
from bot.web.sessions import Sessions

LARGEST_BODY = 1024 * 1024

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

FILES = ("static", "bootstrap.static")  # not personal: they may be kept


def configure(app: Flask, settings: Settings) -> None:
    """Cookies, bounds and headers of `app`. Plain HTTP works; the cookie is marked Secure only
    when SAS_PUBLIC_URL is https. Never a redirect to https, any Host is answered."""
    https = settings.public_url.startswith("https://")
    app.session_interface = Sessions()
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="sas",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=https,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_PARTS=300,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        WTF_CSRF_SSL_STRICT=False,  # the Host behind a proxy is not ours to know
        BOOTSTRAP_SERVE_LOCAL=True,
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(hours=1),
    )
    files = list(HEADERS.items())
    if https:
        files.append(("Strict-Transport-Security", "max-age=31536000"))
    pages = [*files, ("Cache-Control", "no-store")]

    @app.after_request
    def harden(response: Response) -> Response:
        said = {name.lower() for name, _ in response.headers}
        response.headers.extend(
            one
            for one in (files if request.endpoint in FILES else pages)
            if one[0].lower() not in said
        )
        return response
