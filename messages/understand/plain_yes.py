"""A yes that may be acted on beyond us: her consent to a relay is a plain yes and nothing else.

Everything that is not known to be plain is not: a word more, a question mark, a laugh, dots that
hesitate, a face. Such a yes is still read as one; only a human may count it (PRODUCT 8, 10)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from messages.understand.rule import rule
from messages.understand.text import Text, normalise

# A clear yes among words that add nothing to it.
_YES = rule(
    "plain_yes",
    r"""
(?:(?:ah|oh|bonjour|bonsoir|salut|coucou|madame|monsieur|merci|beaucoup|svp|super|parfait|nickel|cool|top|pas de (?:probleme|soucis?)|cest (?:bon|ok|daccord|parfait)|je suis daccord|je veux bien) )*(?:oui|1|ok|daccord|yes|carrement|volontiers|bien sur|avec (?:grand )?plaisir|vas y|jaccepte|ca me va|ca marche|cest oui)(?: (?:oui|1|ok|daccord|yes|carrement|volontiers|bien sur|avec (?:grand )?plaisir|vas y|allez y|jaccepte|je (?:suis )?(?:daccord|ok)|je veux bien|ca me va|ca marche|pour moi|pas de (?:probleme|soucis?)|cest (?:bon|ok|daccord|parfait|oui)|super|parfait|nickel|cool|top|merci|beaucoup|a vous|svp|madame|monsieur))*
je (?:suis daccord|veux bien)(?: merci)?
""",  # noqa: E501
    whole=True,
)
_GLAD = frozenset("👍👌✅✔🤝💪🆗☑🙌🤙🙏❤💙💚💛🧡💜🤍💕😊🙂🥰🤗♥")
_SKIN = "\U0001f3fb-\U0001f3ff"  # of a thumb: says nothing
_LONGEST = 80  # a plain yes is short
_SIGNS = re.compile(rf"[^\w\s{_SKIN}]")
_NEUTRAL = frozenset(".,!'’")
_UNSURE = re.compile(r"\.\s*\.|(?<!\w)moui+(?!\w)")


def plain_yes(texts: Sequence[str], payload: str | None = None) -> bool:
    """True when the turn is a plain yes from first word to last, or the button "1" alone."""
    if payload is not None and (payload.strip() != "1" or len(texts) <= 1):
        return payload.strip() == "1"
    raw = "\n".join(texts)
    if len(raw) > _LONGEST:
        return False
    text = normalise(raw)
    return bool(_YES.found(text.plain)) and not _coloured(text)


def _coloured(text: Text) -> bool:
    """Signs that say more than the words."""
    signs = {sign for sign in _SIGNS.findall(text.folded) if sign not in _NEUTRAL}
    return bool(_UNSURE.search(text.folded)) or not signs <= _GLAD


__all__ = ["plain_yes"]
