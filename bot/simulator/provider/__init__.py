"""The provider's HTTP API as the official client speaks it: Messages, Media, Calls, Content.

Every answer keeps the provider's published description, which the tests hold it to.
"""

from __future__ import annotations

import hmac

from flask import Blueprint, request

from bot.simulator.provider.answers import Refused, carrier
from bot.simulator.provider.calls import calls
from bot.simulator.provider.content import content
from bot.simulator.provider.messages import messages

api = Blueprint("provider", __name__)
for part in (messages, calls, content):
    api.register_blueprint(part)


@api.before_request
def authenticate() -> None:
    """Basic authentication, on everything the provider guards."""
    account, given = carrier().account, request.authorization
    good = (
        given is not None
        and given.username == account.sid
        and hmac.compare_digest((given.password or "").encode(), account.token.encode())
    )
    if not good:
        raise Refused(401, 20003, {"WWW-Authenticate": 'Basic realm="Twilio API"'})
    named = (request.view_args or {}).pop("account", account.sid)
    if named != account.sid:
        raise Refused(404, 20404)
