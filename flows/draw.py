"""The three machines drawn from their classes into docs/flows/: `python -m flows.draw`.

A test redraws them and compares, so that the drawings never lie.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from flows.registry import FLOWS
from flows.table import Flow

FOLDER = Path(__file__).parent.parent / "docs" / "flows"
EVERYWHERE = 8  # a move that leaves from more states than this is said in words, not drawn
TITLES = {
    "contact": "Parcours « contact » : rouvrir le contact avec un jeune (H2)",
    "relay": "Parcours « relais » : confier un jeune à une structure, et vérifier (H3)",
    "prescriber": "Parcours « prescripteur » : l'accusé et quatre nouvelles au plus (H1)",
}


def draw(flow: Flow) -> str:
    """One page of Markdown: the drawing, the states, the moves, the timers, what is ignored."""
    arrows = [line for line in _lines(flow) if " : " in line and "-->" in line]
    common = _common(arrows)
    parts = [
        f"# {TITLES[flow.kind.value]}",
        "Page écrite par `python -m flows.draw` depuis la machine elle-même ; un test vérifie "
        "qu'elle est à jour.",
        _mermaid(flow, common),
        _table("Étapes", ("étape", "ce que cela veut dire"), _states(flow)),
        _table("Passages", ("passage", "quand", "dessiné"), _moves(flow, common)),
        _table("Échéances", ("échéance", "pour quoi", "étapes où elle agit"), _timers(flow)),
        _ignored(flow),
    ]
    return "\n\n".join(parts) + "\n"


def _lines(flow: Flow) -> list[str]:
    drawn = f"{flow.pool.machine:mermaid}"
    return [line for line in drawn.splitlines() if not line.endswith("on_transition")]


def _label(trigger: str) -> str:
    return trigger.replace("_", " ").capitalize()


def _common(arrows: list[str]) -> set[str]:
    counted = Counter(line.rsplit(" : ", 1)[1] for line in arrows)
    return {label for label, count in counted.items() if count > EVERYWHERE}


def _mermaid(flow: Flow, common: set[str]) -> str:
    lines = []
    for line in _lines(flow):
        label = line.rsplit(" : ", 1)[1] if "-->" in line and " : " in line else None
        if label is not None and label in common:
            continue
        for trigger, words in flow.moves.items():
            if label == _label(trigger):
                line = f"{line.rsplit(' : ', 1)[0]} : {words.replace(':', ',')}"
        lines.append(line)
    return "```mermaid\n" + "\n".join(lines).rstrip() + "\n```"


def _table(title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [f"## {title}", "", f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def _states(flow: Flow) -> list[tuple[str, ...]]:
    return [
        (f"`{state}`" + (" (fin)" if state in flow.closed else ""), words)
        for state, words in flow.states.items()
    ]


def _moves(flow: Flow, common: set[str]) -> list[tuple[str, ...]]:
    return [
        (f"`{name}`", words, "de presque partout" if _label(name) in common else "oui")
        for name, words in flow.moves.items()
        if name != "stay"
    ]


def _timers(flow: Flow) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, timer in flow.timers.items():
        many = len(timer.states) > EVERYWHERE
        where = "partout" if many else ", ".join(f"`{one}`" for one in sorted(timer.states))
        rows.append((f"`{name}`", timer.what, where))
    return rows


def _ignored(flow: Flow) -> str:
    reasons: dict[str, dict[str, list[str]]] = {}
    for (state, fact), why in flow.ignored.items():
        reasons.setdefault(why, {}).setdefault(fact.__name__, []).append(state)
    rows = []
    for why, facts in sorted(reasons.items()):
        states = sorted({state for found in facts.values() for state in found})
        where = "toutes" if len(states) == len(flow.states) else ", ".join(states)
        rows.append((why, ", ".join(sorted(facts)), where))
    return _table("Mis de côté, et pourquoi", ("raison", "faits", "étapes"), rows)


def main(folder: Path = FOLDER) -> int:
    """Write the three pages; 0 when done."""
    folder.mkdir(parents=True, exist_ok=True)
    for flow in FLOWS.values():
        (folder / f"{flow.kind.value}.md").write_text(draw(flow), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
