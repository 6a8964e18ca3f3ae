"""`python -m messages.document`: write docs/messages.md, the whole catalogue for human eyes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from messages.catalog import SENTENCES, Sentence
from messages.catalog.languages import LANGUAGES
from messages.help_lines import help_lines
from messages.prices import CENTS_PER_SMS_SEGMENT, CENTS_PER_WHATSAPP_TEMPLATE, PRICES_SEEN
from messages.prices import sms_price as price
from messages.specimens import Specimen, example, specimens, worst

PATH = Path(__file__).parent.parent / "docs" / "messages.md"
FLOWS = {
    "contact": "Prise de contact",
    "relay": "Relais",
    "prescriber": "Prescripteur",
    "reflex": "Réflexes, quel que soit l'état",
    "danger": "Danger",
    "outbox": "Envoi",
}
MEANING = {
    "yes": "oui",
    "later": "plus tard",
    "no": "non",
    "wrong_number": "mauvais numéro",
    "other_hour": "une autre heure",
    "in_writing": "par écrit",
    "housing": "logement",
    "work": "travail",
    "money": "argent",
    "other": "autre chose",
    "change": "changer l'heure",
    "talk": "en parler",
}
_INTRO = """\
# Ce que dit SAS

Fichier engendré par `python -m messages.document` ; ne pas le modifier à la main.
Les phrases sont dans `messages/catalog/`, les traductions dans `messages/locales/`.
Après un changement du français : `python -m messages.extract`, puis faire traduire ce qui manque.
Modèles WhatsApp à soumettre : `python -m messages.submit` ; leurs identifiants, une fois approuvés,
vont dans `messages/content_sids.toml`. Sans identifiant, le texte part par SMS.
Chaque texte est mesuré avec ses variables les plus longues et les pires prénoms
(`python -m messages.check` échoue sinon). « SMS » donne le pire cas : segments, unités, prix.
Une formulation « court » part par SMS à la place de la longue, quand les noms les plus longs la
feraient dépasser ; le pire cas de la longue est alors celui de la courte.
"""
_READERS = """\
## Qui relit avant que de vrais jeunes lisent

- **Textes de danger** : des professionnels du 3114 et du 115 ; pour les mineurs, du 119 aussi.
- **Tous les autres textes** : deux ou trois jeunes, en *tu* et en *vous*.
- **Chaque langue** : une personne dont c'est la langue. Elle signe dans le fichier `.po`, au-dessus
  de la phrase : `# read-by: prénom, date`. Sans cette ligne, la production dit la phrase en
  français, avec les chiffres, et une personne prend la suite.
- **L'opérateur** vérifie que le 114 reçoit bien les SMS de toute personne qui ne peut pas parler.
"""


def page() -> str:
    """The whole document; the same catalogue always gives the same text."""
    parts = [_INTRO, _prices(), _READERS, _languages(), _lines()]
    for flow, title in FLOWS.items():
        of_flow = [s for s in SENTENCES.values() if s.flow == flow and not s.mail]
        if of_flow:
            parts.append(f"## {title}\n")
            parts.extend(_sentence(said) for said in of_flow)
    parts.append("## E-mails\n")
    parts.extend(_mail(said) for said in SENTENCES.values() if said.mail)
    return "\n".join(parts).rstrip() + "\n"


def _prices() -> str:
    return (
        "## Prix\n\n"
        f"Un segment de SMS : environ {CENTS_PER_SMS_SEGMENT} centimes ; un modèle WhatsApp : "
        f"environ {CENTS_PER_WHATSAPP_TEMPLATE} centimes.\n"
        f"Ordre de grandeur public de {PRICES_SEEN} ; le contrat fait foi.\n"
    )


def _languages() -> str:
    rows = ["## Langues\n", "| langue | phrases | relues par une personne de cette langue |"]
    rows.append("| --- | --- | --- |")
    total = sum(1 for one in specimens("fr") if not one.said.mail and one.tone == "tu")
    for code, language in LANGUAGES.items():
        if code == "fr":
            rows.append(f"| français | {total} sur {total} | (voir plus haut) |")
            continue
        found = list(specimens(code))
        read = sum(1 for one in found if one.read_by)
        rows.append(f"| {language.french} | {len(found)} sur {total} | {read} |")
    rows.append("\nUne phrase qui manque dans une langue est dite en français : l'aiguilleur le")
    rows.append("voit sur la fiche et reçoit une tâche, une fois par conversation. Une traduction")
    rows.append("ne survit pas au français dont elle vient.\n")
    return "\n".join(rows)


def _lines() -> str:
    rows = ["## Numéros donnés dans les textes de danger\n"]
    rows += ["| numéro | nom | horaires | vérifié | à revoir | par |"]
    rows += ["| --- | --- | --- | --- | --- | --- |"]
    rows += [
        f"| {x.number} | {x.name} | {x.hours} | {x.checked} | {x.review_due} | {x.owner} |"
        for x in help_lines().values()
    ]
    return "\n".join(rows) + "\n"


def _sentence(said: Sentence) -> str:
    rows = [f"### `{said.key}`\n", f"{said.said}\n"]
    if said.choices:
        rows.append(
            "Chiffres : " + ", ".join(f"{i} {MEANING[c]}" for i, c in enumerate(said.choices, 1))
        )
        rows.append("")
    if said.template:
        rows.append("Modèle WhatsApp à faire approuver (fenêtre de 24 h fermée).\n")
    rows += ["| forme | langue | ton | SMS (pire cas) | texte |", "| --- | --- | --- | --- | --- |"]
    for one in _of(said):
        rows += [_row(one)] if one.short is None else [_row(one), _row(one, shorter=True)]
    return "\n".join(rows) + "\n"


def _of(said: Sentence) -> Iterator[Specimen]:
    yield from (one for one in specimens() if one.said.key == said.key)


def _row(one: Specimen, *, shorter: bool = False) -> str:
    size = worst(one, shorter=shorter)
    tone = one.language.tone(one.tone).replace("any", "")
    form = f"{one.form.name or 'unique'} {one.variant + 1}" + (", court" if shorter else "")
    cost = f"{size.segments} seg., {size.units} {size.encoding}, {price(size.segments)}"
    body = example(one, shorter=shorter).body.replace("\n", "<br>")
    unread = "" if one.language.code == "fr" or one.read_by else " *(à relire)*"
    return f"| {form} | {one.language.code}{unread} | {tone} | {cost} | {body} |"


def _mail(said: Sentence) -> str:
    rows = [f"### `{said.key}`\n", f"{said.said}\n"]
    for one in _of(said):
        shown = example(one, "mail")
        rows.append(f"Objet : {shown.subject}\n")
        rows += [f"> {line}".rstrip() for line in shown.body.split("\n")]
        rows.append("")
    return "\n".join(rows)


def main() -> None:
    """Write the document."""
    PATH.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
