"""Numbers written in a text: phones given (kept), identity and bank numbers (masked)."""

from __future__ import annotations

import re

_PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)33[\s.\-/]*(?:\(0\))?|0)[\s.\-/]*([1-9](?:[\s.\-/]*\d){8})(?!\d)"
)
_ABROAD = re.compile(r"(?<![\d+])\+(?!33)([1-9]\d(?:[\s.\-]*\d){6,12})(?!\d)")
_NIR = re.compile(
    r"(?<!\d)[12][\s.]*\d{2}[\s.]*(?:0[1-9]|1[0-2]|[2-9]\d)[\s.]*(?:\d{2}|2[AB])[\s.]*\d{3}[\s.]*\d{3}(?:[\s.\-/]*\d{2})?(?!\d)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[\s\-]?[A-Z0-9]){11,30}\b", re.IGNORECASE)
_CARD = re.compile(r"(?<![\d+])\d(?:[ \-.]?\d){12,18}(?!\d)")


def phones_in(text: str) -> tuple[str, ...]:
    """Phone numbers in `text`, in E.164, each once, in order of appearance."""
    text = _IBAN.sub(" ", text)
    found = [(m.start(), "+33" + re.sub(r"\D", "", m[1])) for m in _PHONE.finditer(text)]
    found += [(m.start(), "+" + re.sub(r"\D", "", m[1])) for m in _ABROAD.finditer(text)]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


def without_phones(text: str) -> str:
    """`text` with its phone numbers taken out, so that their digits choose nothing."""
    return _ABROAD.sub(" ", _PHONE.sub(" ", text))


def mask(text: str) -> str:
    """`text` with NIR, IBAN and card numbers replaced by a word (PRODUCT section 10).

    A phone number stays: the aiguilleur needs it. A run of digits is taken for a card when
    its Luhn sum is right, for an IBAN when its remainder is 1, for a NIR by its shape.
    """
    text = _IBAN.sub(lambda m: "[IBAN masqué]" if _is_iban(m[0]) else m[0], text)
    text = _CARD.sub(lambda m: "[carte masquée]" if _is_card(m[0]) else m[0], text)
    return _NIR.sub("[numéro de sécurité sociale masqué]", text)


def _is_iban(raw: str) -> bool:
    code = re.sub(r"[\s\-]", "", raw).upper()
    if not 15 <= len(code) <= 34:
        return False
    digits = "".join(str(int(c, 36)) for c in code[4:] + code[:4] if c.isascii())
    return code.isascii() and int(digits) % 97 == 1


def _is_card(raw: str) -> bool:
    digits = [int(d) for d in raw if d in "0123456789"]
    if _NIR.fullmatch(raw) or not 13 <= len(digits) <= 19:
        return False
    doubled = [
        d if i % 2 == 0 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(reversed(digits))
    ]
    return sum(doubled) % 10 == 0
