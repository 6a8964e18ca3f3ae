"""Her yes to a relay, kept with the exact words and the date when it came by text (PRODUCT 10)."""

from __future__ import annotations

from bot.conversations.change import Change
from bot.models import Message, Relay
from bot.store import body, seal, youth_key


def keep_consent(change: Change, relay: Relay) -> None:
    """The relay was agreed to now: by the text being answered, unless it was said aloud."""
    if relay.consent_at == change.now and relay.consent_by is not None:
        return
    relay.consent_at, relay.consent_by = change.now, None
    text = change.session.get(Message, change.cause) if change.cause else None
    if text is None or change.youth.data_key is None:
        return
    key = youth_key(change.store.vault, change.youth)
    words = body(change.store.vault, text, change.youth)
    relay.consent_words_sealed = seal(key, words, relay.id, "consent_words")
