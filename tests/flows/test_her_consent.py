"""Her yes to a relay, from her words to the packet: only a plain yes lets it leave; a "mais", a
"si", a negation or a second answer goes to her aiguilleur (PRODUCT 8, 10)."""

# ruff: noqa: E501  (tables of texts)
from __future__ import annotations

import pytest

from flows import effects as f
from tests.flows.play import Key, Play, e, proposed
from tests.messages.understand.reads import reads


def answered(*texts: str, payload: str | None = None) -> Play:
    """Léa answers the offer so."""
    return proposed().on(e.TextsReceived(reads(*texts, asked="relay_offer", payload=payload)))


def left(lea: Play) -> bool:
    """Has anything gone to the structure, or been agreed?"""
    return Key.MAIL_PACKET in lea.said() or lea.state == "agreed"


PLAIN = [
    ["oui"], ["Oui."], ["OUI !"], ["ouiii"], ["ok"], ["d'accord"], ["dacc"], ["oui merci"], ["1"],
    ["1."], ["1️⃣"], ["1 oui"], ["oui 1"], ["oui oui"], ["ouais carrément"], ["bonjour oui"], ["vazy"],
    ["oui c'est bon pour moi"], ["oui je veux bien merci"], ["oui pas de souci"], ["oui 👍🏽"], ["oui", "merci"],
]  # fmt: skip

NOT_PLAIN = [
    ["oui mais non"], ["oui... non"], ["ouais nan"], ["oui enfin non"], ["pas oui"],
    ["j'ai pas dit oui"], ["jdis pas oui"], ["oui non en fait non"], ["yes no"], ["non pardon oui"],
    ["non mais oui"], ["oui", "non"], ["non", "oui"], ["oui", "en fait non"], ["1 mais pas mon âge"],
    ["oui mais je veux pas qu'ils m'appellent"], ["ok si je peux annuler"], ["oui sauf mon adresse"],
    ["oui à condition de choisir"], ["oui mais demain"], ["oui après mon exam"], ["oui je crois"],
    ["oui ?"], ["oui..."], ["moui"], ["euh oui"], ["oui lol"], ["oui 👎"], ["👍👎"], ["oui jdec"], ["pk pas"],
    ["1 non"], ["1", "non"], ["1 2"], ["1 non 2"], ["2 non 1"], ["oui 2"], ["c bon"], ["jamais oui"], ["vas y oui non"], ["d'accord non merci"], ["oui je veux bien. Finalement non"],
    ["oui " * 30 + "mais non"], ["sí pero no"], ["yes but not my age"], ["oui", "mais pas mon âge"],
]  # fmt: skip


@pytest.mark.parametrize("texts", PLAIN)
def test_a_plain_yes_agrees(texts: list[str]) -> None:
    assert left(answered(*texts))


@pytest.mark.parametrize("texts", NOT_PLAIN)
def test_any_other_yes_is_her_aiguilleurs_and_nothing_leaves(texts: list[str]) -> None:
    lea = answered(*texts)
    assert (lea.state, lea.said(), len(lea.told("contact"))) == ("proposed", [], 1)


@pytest.mark.parametrize("text", ["non", "non merci", "2", "bien sûr que non", "pas du tout"])
def test_a_no_stays_a_no(text: str) -> None:
    lea = answered(text)
    assert (lea.state, lea.said()) == ("declined", [Key.RELAY_DECLINED])


@pytest.mark.parametrize(
    ("texts", "payload", "leaves"),
    [
        (["Oui"], "1", True),
        (["oui", "Oui"], "1", True),
        (["mais pas mon âge", "Oui"], "1", False),
        (["Oui", "non"], "1", False),
        (["En parler"], "3", False),
        (["Oui"], "2", False),
    ],
)
def test_a_button_is_a_yes_when_no_other_words_come_with_it(
    texts: list[str], payload: str, leaves: bool
) -> None:
    assert left(answered(*texts, payload=payload)) is leaves


def test_the_contact_flow_gives_a_yes_but_to_karim() -> None:
    lea = answered("oui mais non")
    assert f.TaskKind.RELAY_AGAIN not in lea.tasks, "the offer stays open while he reads"
    assert lea.all(f.MarkRelay) == []
