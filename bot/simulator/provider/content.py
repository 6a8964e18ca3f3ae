"""Content: the templates of WhatsApp, as far as the phones need them."""

from __future__ import annotations

from flask import Blueprint, Response, request

from bot.simulator.carrier import new_sid
from bot.simulator.provider.answers import Refused, answer, carrier

content = Blueprint("content", __name__)


@content.post("/v1/Content")
def create_content() -> Response:
    """Keep a template: friendly_name, language, variables, types."""
    given = request.get_json(silent=True)
    if not isinstance(given, dict) or not isinstance(given.get("types"), dict):
        raise Refused(400, 20001)
    sid = new_sid("HX")
    now = carrier().now().strftime("%Y-%m-%dT%H:%M:%SZ")
    path = f"https://content.twilio.com/v1/Content/{sid}"
    template = {
        "sid": sid,
        "account_sid": carrier().account.sid,
        "friendly_name": given.get("friendly_name"),
        "language": given.get("language", "fr"),
        "variables": given.get("variables") or {},
        "types": given["types"],
        "date_created": now,
        "date_updated": now,
        "url": path,
        "links": {"approval_fetch": f"{path}/ApprovalRequests"},
    }
    carrier().templates[sid] = template
    carrier().journal.write("template", template=template)
    return answer(template, 201)


@content.get("/v1/Content/<sid>")
def fetch_content(sid: str) -> Response:
    """One template."""
    if sid not in carrier().templates:
        raise Refused(404, 20404)
    return answer(dict(carrier().templates[sid]))
