"""What a page polls every few seconds, and what it tells the server: drafts and presence."""

from __future__ import annotations

from dataclasses import asdict

from flask import jsonify, render_template, request
from flask.typing import ResponseReturnValue

from bot import conversations
from bot.inbox import board, colleagues, cursor, drafts
from bot.inbox.acts import LONGEST
from bot.inbox.board import Tray
from bot.web.context import get_store, the_aiguilleur
from bot.web.guards import aiguilleur_only
from bot.web.inbox.blueprint import inbox, looking


@inbox.get("/nouvelles")
@aiguilleur_only
def home_news() -> ResponseReturnValue:
    """Has the list changed? `stamp` names it, `waiting` is the count of the tab title."""
    store = get_store()
    tray = request.args.get("tray", "mine")
    with store.reading() as session:
        who, now = looking(session), store.clock.now()
        shown = Tray(tray) if tray in set(Tray) else Tray.MINE
        found = board.board(session, store.vault, who, now, shown)
        ids = [row.id for row in found.rows]
        return jsonify(
            stamp=cursor.home_stamp(session, who, ids, found.title_count),
            waiting=found.title_count,
            danger=any(row.priority == 0 for row in found.rows),
        )


@inbox.get("/<conversation>/nouvelles")
@aiguilleur_only
def file_news(conversation: str) -> ResponseReturnValue:
    """What is new since `since`: the same question has the same answer until something changes."""
    store = get_store()
    with store.reading() as session:
        who = looking(session)
        found = cursor.news(session, store, who, conversation, request.args.get("since", ""))
    answer = asdict(found)
    answer["lines"] = [
        {
            "id": line.id,
            "inbound": line.inbound,
            "html": render_template(
                "inbox/_line.html", line=line, conversation=conversation, polled=True
            ),
        }
        for line in found.lines
    ]
    answer["states"] = {
        message_id: render_template("inbox/_state.html", state=state)
        for message_id, state in found.states.items()
    }
    return jsonify(answer)


@inbox.post("/<conversation>/brouillon")
@aiguilleur_only
def draft(conversation: str) -> ResponseReturnValue:
    """Keep the draft, say that she is writing, and answer what the text would cost."""
    store, me, body = get_store(), the_aiguilleur().id, request.form.get("body", "")[:LONGEST]
    conversations.save_draft(store, conversation, me, body)
    colleagues.come(store, conversation, me, writing=bool(body.strip()))
    return jsonify(asdict(drafts.size(body)))


@inbox.post("/<conversation>/ici")
@aiguilleur_only
def present(conversation: str) -> ResponseReturnValue:
    """She has the file open, or leaves it: colleagues see it for 5 minutes."""
    store, me = get_store(), the_aiguilleur().id
    if request.form.get("gone") == "1":
        colleagues.leave(store, conversation, me)
    else:
        colleagues.come(store, conversation, me, writing=False)
    return "", 204
