"""From `Say` to a queued row: choose the address, the channel and the words, render, put."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from sqlmodel import col, select

from bot import outbox
from bot.conversations.asking import call_human, ever_asked
from bot.conversations.change import Change
from bot.conversations.facts import is_minor
from bot.conversations.wordings import least_said, nothing_new, said_to_her
from bot.models import Address, Flow, Message, Referral, Relay
from bot.store import first_name, unseal, youth_key
from flows.effects import CallHuman, Priority, Recipient, Say, TaskKind
from flows.snapshot import FlowKind
from messages.catalog.languages import LANGUAGES
from messages.catalog.languages import language as language_of
from messages.render import Channel, Rendered, render
from messages.templates import approved

MAIL: Channel = "mail"
A_DAY = timedelta(hours=24)
WINDOW = timedelta(hours=24)  # WhatsApp: free text only this long after her last text


def say(change: Change, flow: Flow | None, wish: Say) -> Message | None:
    """Queue one text. None when there is nobody to write to (the caller's flow has seen to that: a
    person without an address has a human task), or when every wording of a step of first contact
    was said to her already: a human finds other words. What is said in French for want of her
    language asks for a human too, once in a conversation (PRODUCT section 7)."""
    address = _address(change, flow, wish)
    if address is None or _deaf(address):
        change.journal("nobody_to_write_to", flow=flow, data={"key": wish.key})
        return None
    channel = _channel(change, address, wish)
    params = _params(change, flow, wish)
    said = said_to_her(change, wish.key, params)
    variant = least_said(wish.key, params, said)
    rendered = _render(change, wish, params, channel, _window_open(change, address), variant)
    if nothing_new(wish.key, rendered.variant, said):
        _all_said(change, flow, wish)
        return None
    ways = _other_ways(change, wish, params, channel, variant)
    message = _put(change, flow, wish, address, channel, rendered, ways)
    if message.fallback and not ever_asked(change, TaskKind.LANGUAGE):
        _ask(change, flow, TaskKind.LANGUAGE, "said_in_french")
    return message


def _render(
    change: Change,
    wish: Say,
    params: Mapping[str, str],
    channel: Channel,
    window_open: bool,
    variant: int,
) -> Rendered:
    """In the language of the text it answers, else in hers; French is the last resort of both."""

    def within(language: str) -> Rendered:
        return render(
            wish.key,
            params,
            tone="tu" if change.youth.tone == "tu" else "vous",
            language=language,
            channel=channel,
            variant=variant,
            window_open=window_open,
            allow_unread=not change.store.settings.production,
            now=change.now,
            zone=change.hours.zone,
            content_sids=approved() if change.store.settings.production else None,
        )

    hers = change.youth.language if wish.to is Recipient.YOUTH else "fr"
    asked = _answers_in(wish, hers)
    words = within(asked)
    return within(hers) if words.fallback and hers not in (asked, "fr") else words


def _answers_in(wish: Say, hers: str) -> str:
    """Of two languages in Arabic letters hers is the surer: a short text may be of either."""
    if wish.language is None or wish.language not in LANGUAGES:
        return hers
    both = language_of(wish.language).right_to_left and language_of(hers).right_to_left
    return hers if both else wish.language


def _other_ways(
    change: Change, wish: Say, params: Mapping[str, str], channel: Channel, variant: int
) -> dict[str, Rendered]:
    """The same text as a template and as an SMS: WhatsApp's window may close before it leaves."""
    if channel != "whatsapp":
        return {}
    return {
        "template": _render(change, wish, params, "whatsapp", False, variant),
        "sms": _render(change, wish, params, "sms", True, variant),
    }


def _put(
    change: Change,
    flow: Flow | None,
    wish: Say,
    address: Address,
    channel: Channel,
    words: Rendered,
    ways: Mapping[str, Rendered],
) -> Message:
    return outbox.put(
        change.session,
        change.store,
        conversation=change.conversation,
        youth=change.youth if wish.to is Recipient.YOUTH else None,
        address=address,
        flow=flow,
        author=wish.author,
        author_id=None,
        reason=flow.kind if flow else "system",
        kind=wish.kind,
        recipient=wish.to,
        channel=channel,
        key=wish.key,
        words=words,
        question=wish.question,
        not_before=wish.at or change.now,
        late=wish.late,
        cause=change.cause if wish.to is Recipient.YOUTH else None,
        ways=ways,
    )


def _deaf(address: Address) -> bool:
    """A name or a short code that wrote to us ("AMAZON", "36180") receives nothing."""
    return address.owner == "unknown" and not address.textable


def _address(change: Change, flow: Flow | None, wish: Say) -> Address | None:
    if wish.to is Recipient.YOUTH:
        return change.address()
    owner_id = _owner_of_mail(change, flow)
    query = select(Address).where(
        Address.owner == wish.to.value,
        Address.owner_id == owner_id,
        Address.channel == MAIL,
        col(Address.retired_at).is_(None),
    )
    return change.session.exec(query).first() if owner_id else None


def _owner_of_mail(change: Change, flow: Flow | None) -> str | None:
    if flow is None:
        return None
    if flow.kind == FlowKind.PRESCRIBER:
        referral = change.session.get(Referral, flow.subject_id)
        return referral.prescriber_id if referral else None
    if flow.kind == FlowKind.RELAY:
        relay = change.session.get(Relay, flow.subject_id)
        return relay.structure_id if relay else None
    return None


def _channel(change: Change, address: Address, wish: Say) -> Channel:
    """WhatsApp when she wrote there, or agreed to it; SMS first otherwise (PRODUCT section 5)."""
    if wish.to is not Recipient.YOUTH:
        return MAIL
    provider = change.store.settings.provider
    if address.channel == "whatsapp":
        return "whatsapp"
    if provider is None or provider.whatsapp_sender is None:
        return "sms"
    if address.no_whatsapp_until and address.no_whatsapp_until > change.now:
        return "sms"
    if address.last_inbound_channel is not None:
        return "whatsapp" if address.last_inbound_channel == "whatsapp" else "sms"
    if address.whatsapp_agreed_at is not None or provider.sms_sender is None:
        return "whatsapp"
    return "sms"


def _window_open(change: Change, address: Address) -> bool:
    """WhatsApp's 24 h window as it stands now; the last gate looks again when it is sent."""
    wrote = address.last_inbound_at
    on_whatsapp = address.last_inbound_channel == "whatsapp"
    return on_whatsapp and wrote is not None and change.now - wrote < WINDOW


def _all_said(change: Change, flow: Flow | None, wish: Say) -> None:
    """Never the same text twice to somebody who did not answer it."""
    change.journal("all_wordings_said", flow=flow, data={"key": wish.key})
    _ask(change, flow, TaskKind.ALL_SAID, str(wish.key))


def _ask(change: Change, flow: Flow | None, kind: TaskKind, code: str) -> None:
    """A human, within a day, where the words of the catalogue do not suffice."""
    due = change.hours.next_work(change.now + A_DAY)
    call_human(change, flow, CallHuman(kind, Priority.CALL, due=due, codes=(code,)))


def _params(change: Change, flow: Flow | None, wish: Say) -> Mapping[str, str]:
    params = {
        "prenom": first_name(change.store.vault, change.youth),
        "aig": _human_name(change),
        "service": change.team.service,
        "source": _source(change),
        "fin": change.team.call_number_end,
        "minor": "1" if is_minor(change.youth, change.hours.local(change.now).date()) else "",
        "question": wish.question or "",
    }
    if flow is not None and wish.to is not Recipient.YOUTH:
        params.update(_mail_params(change, flow))
    params.update(wish.params)
    return params


def _human_name(change: Change) -> str:
    human = change.human()
    return human.name if human else change.team.service


def _source(change: Change) -> str:
    """What she agreed may be said of who gave her number; never an organisation."""
    referral = change.referral()
    if referral is None or referral.say_from_sealed is None:
        return ""
    key = youth_key(change.store.vault, change.youth)
    return unseal(key, referral.say_from_sealed, referral.id, "say_from")


def _mail_params(change: Change, flow: Flow) -> dict[str, str]:
    """What e-mails need: the page's link; to a prescriber her own reference and the card's code;
    to a structure nothing that names the youth."""
    if flow.kind != FlowKind.PRESCRIBER:
        return {"lien": link_of(change, flow), "prenom": ""}
    referral = change.session.get_one(Referral, flow.subject_id)
    return {
        "lien": link_of(change, flow),
        "code": referral.card_code or "",
        "reference": _reference(change, referral),
    }


def _reference(change: Change, referral: Referral) -> str:
    """The prescriber's own reference of the file: it goes with her key when she is erased."""
    if referral.reference_sealed is None or change.youth.erased_at is not None:
        return ""
    key = youth_key(change.store.vault, change.youth)
    return unseal(key, referral.reference_sealed, referral.id, "reference")


def link_of(change: Change, flow: Flow) -> str:
    """The page a prescriber or a structure is led to; its token lives sealed beside the row."""
    public = change.store.settings.public_url
    if flow.kind == FlowKind.PRESCRIBER:
        referral = change.session.get_one(Referral, flow.subject_id)
        return f"{public}/suivi/{token_of(change, referral.token_sealed, referral.id)}"
    relay = change.session.get_one(Relay, flow.subject_id)
    return f"{public}/relais/{token_of(change, relay.token_sealed, relay.id)}"


def token_of(change: Change, sealed: bytes | None, row_id: str) -> str:
    """The token of a link, sealed with the common key since the page outlives her key."""
    return unseal(change.store.vault.common, sealed, row_id, "token")
