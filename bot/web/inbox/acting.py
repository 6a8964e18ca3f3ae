"""What the buttons of a file do. A refusal shows the page again with nothing typed lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from bot import conversations, referrals
from bot.conversations import NotAllowed, Stale, Taken
from bot.inbox import access, acts, words
from bot.inbox.acts import ColleagueWrites
from bot.inbox.danger import danger_open
from bot.inbox.viewer import Viewer
from bot.models import Conversation
from bot.store import Gone, Store
from bot.web.context import get_store, the_aiguilleur
from bot.web.guards import aiguilleur_only
from bot.web.inbox import forms, relaying
from bot.web.inbox.blueprint import inbox, looking
from bot.web.inbox.pages import show
from flows.effects import Speaker
from flows.events import CallOutcome, Outcome

ASKS = {
    "stale": "Un message est arrivé pendant que vous écriviez. Lisez-le : il est dans le fil.",
    "colleague": "{names} écrit aussi à cette personne en ce moment.",
    "taken": "{names} a pris la main depuis que cette page est ouverte.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One button pressed: by whom, on which conversation, with which fields."""

    store: Store
    who: Viewer
    id: str
    form: MultiDict[str, str]

    def text(self, name: str) -> str:
        """One field, "" when it is missing."""
        return self.form.get(name, "").strip()


def take(asked: Asked) -> str:
    holder = asked.text("held_by") or None
    conversations.take_over(asked.store, asked.id, asked.who.id, instead_of=holder)
    return "Vous avez la main. Le robot se tait."


def send(asked: Asked) -> str:
    acts.send(
        asked.store,
        asked.id,
        asked.who.id,
        asked.form.get("body", ""),
        channel=asked.text("channel") or None,
        seen=asked.form.get("seen"),
        instead_of=asked.text("held_by") or None,
        confirm=asked.text("confirm") == "1",
    )
    return "Le message part. Son état s'affiche sous le texte."


def note(asked: Asked) -> str:
    conversations.add_note(asked.store, asked.id, asked.who.id, asked.form.get("note", ""))
    return "La note est gardée. Elle reste dans l'équipe."


def call(asked: Asked) -> str:
    outcome = _one_of(CallOutcome, asked.text("outcome"))
    again = asked.text("next_at")
    if outcome is CallOutcome.CALL_BACK and not again:
        raise NotAllowed("hour")
    at = forms.instant(again, asked.who) if again else None
    if at is not None and at <= asked.store.clock.now():
        raise NotAllowed("past")
    conversations.log_call(asked.store, asked.id, asked.who.id, outcome, at)
    return "L'appel est noté."


def promise(asked: Asked) -> str:
    at = forms.instant(asked.text("at"), asked.who)
    acts.may_reach(asked.store, asked.id, asked.who.id)
    conversations.promise_call(asked.store, asked.id, asked.who.id, at)
    return "L'heure est promise : elle sera rappelée, et vous aussi."


def hand_back(asked: Asked) -> str:
    step = asked.text("step")
    if step not in words.STEPS:
        raise NotAllowed("step")
    conversations.hand_back(asked.store, asked.id, asked.who.id, step)
    with asked.store.reading() as session:
        talk = session.get_one(Conversation, asked.id)
        if talk.speaker != Speaker.BOT:
            raise NotAllowed("danger" if danger_open(session, asked.id) else "stays")
    return "Le robot a repris la main."


def close(asked: Asked) -> str:
    outcome = _one_of(Outcome, asked.text("outcome"))
    if outcome not in words.CLOSABLE:
        raise NotAllowed("outcome")
    conversations.close(asked.store, asked.id, asked.who.id, outcome)
    return "Le dossier est clos. Si la personne réécrit, il revient ici."


def transfer(asked: Asked) -> str:
    moves = asked.text("moves") == "1"
    conversations.transfer(asked.store, asked.id, asked.who.id, asked.text("to"), once_met=moves)
    return "Vous gardez le dossier jusqu'à leur appel." if moves else "Le dossier a changé de main."


def recognise(asked: Asked) -> str:
    conversations.recognise(asked.store, asked.id, asked.who.id)
    return "C'est noté : c'est bien la bonne personne."


def agree_news(asked: Asked) -> str:
    agrees = asked.text("agrees") == "yes"
    conversations.agree_news(asked.store, asked.id, asked.who.id, agrees)
    if agrees:
        return "C'est noté : qui l'a orientée saura que le lien est repris, jamais ce qui se dit."
    return "C'est noté : qui l'a orientée n'en saura pas plus."


def prefer_voice(asked: Asked) -> str:
    prefers = asked.text("prefers") == "yes"
    conversations.prefer_voice(asked.store, asked.id, asked.who.id, prefers)
    if prefers:
        return "C'est noté : les questions du robot deviennent des appels à passer."
    return "C'est noté : le robot peut de nouveau écrire."


def somebody_else(asked: Asked) -> str:
    conversations.somebody_else(asked.store, asked.id, asked.who.id)
    return "C'est noté : plus rien ne part vers ce numéro."


def pause(asked: Asked) -> str:
    until = forms.morning_of(asked.text("until"), asked.who)
    reason = asked.text("reason")
    if reason not in ("prison", "hospital", "other"):
        raise NotAllowed("outcome")
    conversations.pause(asked.store, asked.id, asked.who.id, until, reason)
    return "Tout est en pause jusqu'à cette date."


def death(asked: Asked) -> str:
    if asked.text("sure") != "1":
        raise NotAllowed("sure")
    conversations.told_death(asked.store, asked.id, asked.who.id)
    return "Tout est arrêté. La personne responsable de l'équipe prend la suite."


def erase(asked: Asked) -> str:
    if asked.text("sure") != "1":
        raise NotAllowed("sure")
    acts.erase(asked.store, asked.id, asked.who.id)
    return "C'est effacé. Il ne reste que des codes et des dates, pour les comptes."


def lift_stop(asked: Asked) -> str:
    if asked.text("sure") != "1":
        raise NotAllowed("sure")
    conversations.lift_opt_out(asked.store, asked.id, asked.who.id)
    return "Le STOP est levé, avec son accord."


def number(asked: Asked) -> str:
    value, textable = forms.number(asked.text("number"), asked.store.settings)
    conversations.replace_address(asked.store, asked.id, asked.who.id, value, textable=textable)
    return "Le nouveau numéro est enregistré."


def diagnosis(asked: Asked) -> str:
    acts.write_diagnosis(
        asked.store,
        asked.id,
        asked.who.id,
        needs=[one for one in asked.form.getlist("needs") if one in words.NEEDS],
        brakes=[one for one in asked.form.getlist("brakes") if one in words.BRAKES],
        levers=[one for one in asked.form.getlist("levers") if one in words.LEVERS],
        excerpts=asked.form.getlist("excerpts"),
        free=asked.form.get("free", ""),
    )
    return "Le diagnostic est gardé."


def reading(asked: Asked) -> str:
    acts.correct_reading(
        asked.store,
        asked.id,
        asked.who.id,
        asked.text("message"),
        asked.form.getlist("intents"),
        asked.text("safety") or None,
    )
    return "Merci : c'est gardé comme exemple pour le robot."


def danger(asked: Asked) -> str:
    at = forms.instant(asked.text("next_at"), asked.who)
    conversations.settle_danger(asked.store, asked.id, asked.who.id, asked.text("outcome"), at)
    return "C'est noté. Le prochain contact est dans vos tâches."


def silence(asked: Asked) -> str:
    conversations.lift_silence(asked.store, asked.id, asked.who.id, asked.text("reason"))
    return "C'est noté : vous pouvez écrire."


def relay(asked: Asked) -> str:
    relaying.propose(asked.store, asked.id, asked.who, asked.form)
    return "Le relais est proposé."


def consent(asked: Asked) -> str:
    relaying.consent(asked.store, asked.id, asked.who, asked.form)
    return "Sa réponse est notée."


def authority(asked: Asked) -> str:
    relaying.authority(asked.store, asked.id, asked.who, asked.form)
    return "C'est noté."


def withdraw(asked: Asked) -> str:
    relaying.withdraw(asked.store, asked.id, asked.who, asked.form)
    return "L'accord est retiré. La structure ne voit plus rien."


def youth_said(asked: Asked) -> str:
    relaying.youth_said(asked.store, asked.id, asked.who, asked.form)
    return "Sa réponse est notée."


def person_left(asked: Asked) -> str:
    relaying.person_left(asked.store, asked.id, asked.who, asked.form)
    return "Noté : chaque dossier suivi là-bas a un appel à passer."


def structure_said(asked: Asked) -> str:
    relaying.structure_said(asked.store, asked.id, asked.who, asked.form)
    return "La réponse de la structure est notée."


def confirm(asked: Asked) -> str:
    referrals.confirm(asked.store, asked.id, asked.who.id)
    return "La demande est confirmée."


def number_hers(asked: Asked) -> str:
    referrals.number_is_hers(asked.store, asked.id, asked.who.id)
    return "C'est noté : ce numéro est le bon pour ce dossier."


def informed(asked: Asked) -> str:
    acts.told_informed(asked.store, asked.id, asked.who.id)
    return "C'est noté : le premier message peut partir."


def end(asked: Asked) -> str:
    acts.end_task(asked.store, asked.text("task"), asked.who.id, asked.text("outcome"))
    return "C'est noté."


def defer(asked: Asked) -> str:
    until = forms.morning_of(asked.text("until") or asked.text("day"), asked.who)
    conversations.defer_task(asked.store, asked.text("task"), asked.who.id, until)
    return "C'est reporté. La tâche reviendra à cette date."


ACTS: Mapping[str, Callable[[Asked], str]] = {
    "take": take,
    "send": send,
    "note": note,
    "call": call,
    "promise": promise,
    "hand-back": hand_back,
    "close": close,
    "transfer": transfer,
    "recognise": recognise,
    "agree-news": agree_news,
    "prefer-voice": prefer_voice,
    "somebody-else": somebody_else,
    "pause": pause,
    "death": death,
    "erase": erase,
    "lift-stop": lift_stop,
    "number": number,
    "diagnosis": diagnosis,
    "reading": reading,
    "danger": danger,
    "silence": silence,
    "relay": relay,
    "consent": consent,
    "authority": authority,
    "confirm": confirm,
    "number-hers": number_hers,
    "informed": informed,
    "withdraw": withdraw,
    "youth-said": youth_said,
    "person-left": person_left,
    "structure-said": structure_said,
    "end": end,
    "defer": defer,
}


@inbox.post("/<conversation>/<act>")
@aiguilleur_only
def press(conversation: str, act: str) -> ResponseReturnValue:
    """One act on one file. Told to a page that is stale, it asks once; refused, it says why."""
    if act not in ACTS:
        raise Gone(act)
    store, conversation_id, form = get_store(), conversation, request.form
    with store.reading() as session:
        who = looking(session)
    try:
        done = ACTS[act](Asked(store, who, conversation_id, form))
    except Gone:
        return make_response(render_template("inbox/gone.html", who=who, typed=_typed(form)), 404)
    except Taken as held:
        asks = ASKS["taken"].format(names=who.colleagues.get(held.holder, "Une autre personne"))
        return _again(conversation_id, act, form, asks=asks), 409
    except NotAllowed as refused:
        refusal = words.REFUSALS.get(refused.code, "Ce n'est pas possible maintenant.")
        return _again(conversation_id, act, form, refusal=refusal), 422
    except Stale:
        return _again(conversation_id, act, form, asks=ASKS["stale"]), 409
    except ColleagueWrites as also:
        asks = ASKS["colleague"].format(names=" et ".join(also.names))
        return _again(conversation_id, act, form, asks=asks), 409
    flash(done, "success")
    return redirect(_next(conversation_id, form), 303)


def _again(conversation_id: str, act: str, form: MultiDict[str, str], **said: str) -> str:
    answer = show(conversation_id, act=act, typed=_typed(form), picked=form.getlist, **said)
    access.record(get_store(), the_aiguilleur().id, conversation_id)
    return answer


def _typed(form: MultiDict[str, str]) -> dict[str, str]:
    return {name: value for name, value in form.items() if name != "csrf_token"}


def _next(conversation_id: str, form: MultiDict[str, str]) -> str:
    """Back to the list when the button was pressed there, else to the file."""
    if form.get("back") == "home":
        return url_for("inbox.home", tray=form.get("tray", "mine"))
    return url_for("inbox.page", conversation=conversation_id)


def _one_of(kind: Any, typed: str) -> Any:
    try:
        return kind(typed)
    except ValueError as wrong:
        raise NotAllowed("outcome") from wrong
