"""What every answer of the web carries: strict headers, and how cookies and bodies are bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from bot.settings import Settings
from bot.web.sessions import Sessions

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Headers: TypeAlias = list[tuple[str, str]]

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


def configure(app: Flask, settings: Settings) -> None:
    """Cookies, bounds and headers of `app`. Plain HTTP works; the cookie is marked Secure only
    when SAS_PUBLIC_URL is https. Never a redirect to https, any Host is answered."""
    https = settings.public_url.startswith("https://")
    if settings.trusted_proxies:
        # The address only: links and signatures come from SAS_PUBLIC_URL, never from a header.
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=0)  # type: ignore[method-assign]
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
    headers = [*HEADERS.items(), ("Cache-Control", "no-store")]  # files say that they may be kept
    if https:
        headers.append(("Strict-Transport-Security", "max-age=31536000"))
    app.wsgi_app = _hardened(app.wsgi_app, headers)  # type: ignore[method-assign,assignment]


def _hardened(web: WSGIApplication, headers: Headers) -> WSGIApplication:
    """`web`, whose every answer carries these headers, except those it says itself."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, said: Headers, *trouble: Any) -> Callable[[bytes], object]:
            names = {name.lower() for name, _ in said}
            more = [one for one in headers if one[0].lower() not in names]
            return start_response(status, said + more, *trouble)

        return web(environ, start)

    return answer
