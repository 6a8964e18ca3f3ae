"""The gate of the carrier's webhooks: a good signature, or 403 and a log line with the reason."""

from __future__ import annotations

import logging

from flask import Response, request

from bot.gateways.signature import HEADER, SETTINGS_HEADER, check, raw_target
from bot.web.context import get_settings

log = logging.getLogger("sas.hooks")


def refuse_unsigned() -> Response | None:
    """None for a request the carrier signed, else the 403."""
    reason = _reason()
    if not reason:
        return None
    log.warning("webhook_refused", extra={"reason": reason, "door": request.endpoint})
    return Response("", 403, mimetype="text/plain")


def _reason() -> str:
    settings = get_settings()
    if settings.provider is None:
        return "provider_not_configured"
    path, query = raw_target(request.environ)
    provider = settings.provider
    return check(
        public_url=settings.public_url,
        raw_path=path,
        raw_query=query,
        form=request.form,
        headers={n: request.headers[n] for n in (HEADER, SETTINGS_HEADER) if n in request.headers},
        tokens=[t for t in (provider.auth_token, provider.auth_token_previous) if t],
    ).reason
