"""Moving the demo's time from the phones: asked of the web, or by the command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.simulator.timetravel import TravelError, by_command, by_web
from bot.simulator.webhooks import Webhooks
from tests.carrier import TOKEN, Carried


def test_the_web_is_asked_with_a_signature(carried: Carried) -> None:
    by_web(Webhooks(TOKEN), carried.web.url)("1d")
    post = carried.web.posts[0]
    assert (post.path, post.fields, post.verdict.good) == ("/demo/horloge", {"By": "1d"}, True)


@pytest.mark.parametrize(
    ("answer", "said", "words"),
    [
        (409, '{"error": "Rien n\'est prévu."}', "Rien n'est prévu."),
        (500, "<html>", "SAS ne répond pas : l'heure n'a pas bougé."),
        (500, "[]", "SAS ne répond pas : l'heure n'a pas bougé."),
    ],
)
def test_a_refusal_is_told_in_words(carried: Carried, answer: int, said: str, words: str) -> None:
    carried.web.answer, carried.web.said = answer, said
    with pytest.raises(TravelError, match=words):
        by_web(Webhooks(TOKEN), carried.web.url)("next")


def test_no_web_is_said() -> None:
    with pytest.raises(TravelError, match="ne répond pas"):
        by_web(Webhooks(TOKEN), "http://127.0.0.1:9")("1d")


def test_the_command_gets_its_words(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    script = f"import sys; open({str(heard)!r}, 'a').write(' '.join(sys.argv[1:]) + ';')"
    run = by_command([sys.executable, "-c", script])
    run("1h")
    run("next")
    assert heard.read_text() == "advance 1h;next;"


def test_a_command_that_fails_is_quoted() -> None:
    with pytest.raises(TravelError, match="il fait nuit"):
        by_command([sys.executable, "-c", "import sys; sys.exit('il fait nuit')"])("1h")
    with pytest.raises(TravelError, match="pas répondu"):
        by_command(["/nowhere/flask"])("1h")
