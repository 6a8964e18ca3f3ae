"""Home of the inbox and the page of a file. A GET writes nothing but the access record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlmodel import Session

from bot import erasure, packet, relays
from bot.calendar import hours_of
from bot.inbox import absences, access, acts, board, file, search, words
from bot.inbox.board import Tray
from bot.inbox.cursor import home_stamp, stamp
from bot.inbox.person import person
from bot.inbox.viewer import own
from bot.models import Aiguilleur, Conversation, Youth
from bot.web.context import get_store, the_aiguilleur
from bot.web.guards import aiguilleur_only
from bot.web.inbox import forms, relaying
from bot.web.inbox.blueprint import inbox, looking
from flows.effects import Priority
from flows.hours import Hours

TRAYS = {
    "mine": "À moi",
    "team": "Mon équipe",
    "later": "Reporté",
    "all": "Tous les dossiers",
}
EMPTY = {
    "mine": ("Rien ne vous attend.", "Tout est à jour. Vous pouvez souffler."),
    "team": ("Rien n'attend votre équipe.", "Tout est à jour."),
    "later": ("Rien n'est reporté.", "Ce que vous reportez se range ici jusqu'à la date choisie."),
    "all": ("Pas encore de dossier.", "Le premier arrive avec la première orientation."),
}


@inbox.get("")
@aiguilleur_only
def home() -> ResponseReturnValue:
    """The things to do, or the files found by a search."""
    tray = request.args.get("tray", "mine")
    asked = request.args.get("q", "").strip()
    if asked:
        # A name or a number in a URL would stay in the history: the search is a POST.
        return redirect(url_for("inbox.home"), 303)
    if tray not in TRAYS:
        tray = "mine"
    store, after = get_store(), request.args.get("after")
    with store.reading() as session:
        who, now = looking(session), store.clock.now()
        shown: dict[str, Any] = {"who": who, "tray": tray, "trays": TRAYS, "empty": EMPTY[tray]}
        count = board.count(session, who, now)
        if tray == "all":
            files = search.every(session, store.vault, who, now, after)
            return render_template("inbox/files.html", files=files, count=count, **shown)
        found = board.board(session, store.vault, who, now, Tray(tray), after)
        ids = [row.id for row in found.rows]
        return render_template(
            "inbox/home.html",
            board=found,
            groups=_grouped(found.rows),
            count=count,
            stamp=home_stamp(session, who, ids, count),
            put_offs=forms.put_offs(who, now),
            moved=absences.moved(session, who, now),
            **shown,
        )


@inbox.post("/recherche")
@aiguilleur_only
def find() -> ResponseReturnValue:
    """Search by first name or number: posted, so that neither stays in a URL or a log."""
    store, asked = get_store(), request.form.get("q", "").strip()[:60]
    with store.reading() as session:
        who, now = looking(session), store.clock.now()
        files = search.search(session, store.vault, who, now, asked)
        return render_template(
            "inbox/files.html",
            who=who,
            tray="search",
            trays=TRAYS,
            asked=asked,
            files=files,
            count=board.count(session, who, now),
            empty=("Aucun dossier trouvé.", "Essayez le début du prénom, ou le numéro entier."),
        )


@inbox.get("/<conversation>")
@aiguilleur_only
def page(conversation: str) -> ResponseReturnValue:
    """One file. Opening changes nothing; the view is recorded."""
    before = request.args.get("before")
    answer = show(conversation, before=before)
    access.record(get_store(), the_aiguilleur().id, conversation)
    return answer


@inbox.get("/<conversation>/effacer")
@aiguilleur_only
def sure_to_erase(conversation: str) -> ResponseReturnValue:
    """Asked before anything is erased: what goes, what stays. The button posts."""
    store = get_store()
    with store.reading() as session:
        who, now = looking(session), store.clock.now()
        talk = own(session, who, conversation)
        youth = session.get_one(Youth, talk.youth_id)
        count = board.count(session, who, now)
        about = person(session, store.vault, who, now, youth)
        rows, held = erasure.counts(store, conversation)
    access.record(store, who.id, conversation)
    return render_template(
        "inbox/erase.html",
        who=who,
        count=count,
        tray="",
        trays=TRAYS,
        conversation=conversation,
        person=about,
        rows=rows,
        held=[words.REFUSALS[acts.HELD_BECAUSE.get(one, one)] for one in held],
    )


@inbox.get("/aide")
@aiguilleur_only
def guide() -> ResponseReturnValue:
    """The help sheet: keys, words, what each button does."""
    store = get_store()
    with store.reading() as session:
        who = looking(session)
        count = board.count(session, who, store.clock.now())
    return render_template("inbox/help.html", who=who, count=count, tray="", trays=TRAYS)


@inbox.post("/raccourcis")
@aiguilleur_only
def shortcuts() -> ResponseReturnValue:
    """Switch the single-key shortcuts on or off, for oneself."""
    with get_store().transaction() as session:
        me = session.get_one(Aiguilleur, the_aiguilleur().id)
        me.hidden_shortcuts = request.form.get("on") != "1"
        session.add(me)
    return redirect(url_for("inbox.guide"), 303)


def show(
    conversation_id: str,
    *,
    before: str | None = None,
    refusal: str = "",
    asks: str = "",
    act: str = "",
    typed: Mapping[str, str] | None = None,
    picked: Callable[[str], list[str]] = lambda name: [],
) -> str:
    """The page of a file, with what was typed back in its place. Raises Gone."""
    store = get_store()
    with store.reading() as session:
        who, now = looking(session), store.clock.now()
        found = file.read(session, store, who, conversation_id, before)
        talk = session.get_one(Conversation, conversation_id)
        return render_template(
            "inbox/file.html",
            file=found,
            who=who,
            count=board.count(session, who, now),
            stamp=stamp(session, talk, found.robot.sentence),
            tray="",
            trays=TRAYS,
            refusal=refusal,
            asks=asks,
            act=act,
            typed=typed or {},
            picked=picked,
            kinds={row.kind for row in found.tasks},
            words=words,
            put_offs=forms.put_offs(who, now),
            next_day=forms.next_day(who, _hers(session, talk, now), now),
            next_hour=forms.next_hour(who, now),
            today=who.hours.local(now).date().isoformat(),
            services=relaying.choices(session, talk),
            says=relaying.SAYS,
            packet=packet,
            relays=relays,
        )


def _hers(session: Session, talk: Conversation, now: datetime) -> Hours:
    """The hours of her territory."""
    return hours_of(session, session.get_one(Youth, talk.youth_id), now.year)


def _grouped(rows: tuple[board.Row, ...]) -> list[tuple[Priority, str, list[board.Row]]]:
    groups: list[tuple[Priority, str, list[board.Row]]] = []
    for row in rows:
        if not groups or groups[-1][0] != row.priority:
            groups.append((row.priority, row.group, []))
        groups[-1][2].append(row)
    return groups
