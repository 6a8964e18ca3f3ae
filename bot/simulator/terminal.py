"""The phone in the terminal: choose a youth, read and write, record the talk as a scenario.

`python -m bot.simulator.terminal --url http://127.0.0.1:8001`
"""

from __future__ import annotations

import argparse
import re
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.simulator.recorder import OVER, Recorder
from bot.simulator.remote import Remote, RemoteError
from bot.simulator.transcript import SAS, TranscriptError, parse

HELP = """\
Écrivez, puis Entrée : le message part. Commandes :
  /jeunes               la liste des téléphones
  /jeune Léa            prendre le téléphone de Léa (prénom ou numéro)
  /ajouter NUMÉRO Nom   un téléphone de plus, en +33 6 39 98 xx xx
  /sms  /whatsapp       changer de canal
  /bouton 1             toucher un bouton de la dernière question WhatsApp
  /bouton 1 -2          le même, deux questions plus haut
  /photo  /vocal        envoyer une photo, un message vocal
  /appel                appeler SAS et raccrocher
  /plus 1h  /plus 1d    avancer l'heure    /plus next  jusqu'à la prochaine échéance
  /panne NOM            mettre une panne   /panne none  les retirer
  /record FICHIER Mme Roux 2006   écrire la page d'un scénario (qui oriente, l'année de
                        naissance : inutiles pour Mme Roux et 20 ans)    /fin  arrêter
  /note Karim takes over   écrire une ligne dans le scénario
  /quitter"""
SPANS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
MARKS = {"delivered": "arrivé", "read": "lu", "undelivered": "pas arrivé", "failed": "pas arrivé"}
WHO_AND_YEAR = re.compile(r"(?P<file>\S+)(?: (?P<who>\D+?))?(?: (?P<born>(?:19|20)\d\d))?")

Write = Callable[[str], None]


class Terminal:
    """One person playing youths. `write` shows a line; `do` takes what was typed."""

    def __init__(self, remote: Remote, write: Write) -> None:
        self._remote = remote
        self._write = write
        self._phone: dict[str, Any] | None = None
        self._seen: set[str] = set()
        self._channel = "sms"
        self._recorder: Recorder | None = None
        self._lock = threading.RLock()
        self._commands: dict[str, Callable[[str], None]] = {
            "aide": self._help,
            "jeunes": self._list,
            "jeune": self._take,
            "ajouter": self._add,
            "sms": lambda _: self._switch("sms"),
            "whatsapp": lambda _: self._switch("whatsapp"),
            "bouton": self._tap,
            "photo": lambda _: self._media("photo"),
            "vocal": lambda _: self._media("voice"),
            "appel": self._call,
            "plus": self._later,
            "panne": self._fault,
            "record": self._record,
            "fin": self._end,
            "note": self._note,
        }

    def begin(self) -> None:
        """Say who is there and take the first phone."""
        self._list("")
        phones = self._remote.phones()
        if phones:
            self._take(phones[0]["number"])
        self._write("/aide pour la liste des commandes.")

    def do(self, typed: str) -> bool:
        """Act on one line; False when it was /quitter."""
        typed = typed.strip()
        if typed in {"/quitter", "/q"}:
            return False
        try:
            with self._lock:
                if self._recorder is not None:
                    self.news()  # what came before is written before
                self._act(typed)
        except (RemoteError, TranscriptError) as error:
            self._write(f"! {error}")
        return True

    def _act(self, typed: str) -> None:
        if not typed.startswith("/"):
            if typed:
                self._say(typed)
            return
        name, _, rest = typed[1:].partition(" ")
        command = self._commands.get(name)
        if command is None:
            self._write("! Commande inconnue. /aide donne la liste.")
        else:
            command(rest.strip())

    def news(self) -> None:
        """Show what has arrived since the last time."""
        with self._lock:
            if self._phone is None:
                return
            for item in self._remote.phone(self._phone["key"])["items"]:
                if item["sid"] not in self._seen and _is_here(item):
                    self._seen.add(item["sid"])
                    self._show(item)
            self._written()

    def _written(self) -> None:
        """The page goes on, with every phone that is on it."""
        if self._recorder is not None:
            self._recorder.hear_all(self._remote.get("/state")["faults"])
            for key in self._recorder.phones:
                self._recorder.hear(self._remote.phone(key))

    def _show(self, item: dict[str, Any]) -> None:
        if item["kind"] == "call":
            if not item["inbound"]:
                self._write("  (SAS vous appelle)")
            elif item["said"]:
                self._write(f"  (vous entendez : {item['said']})")
            return
        if item["inbound"]:
            return
        mark = MARKS.get(item["status"], item["status"])
        size = f", {item['segments']} segments" if item["segments"] > 1 else ""
        self._write(f"{SAS} ({_channel_word(item['channel'])}, {mark}{size}) : {item['body']}")

    def _name(self) -> str:
        if self._phone is None:
            raise RemoteError("Prenez d'abord un téléphone : /jeune Léa.")
        return str(self._phone["name"] or self._phone["number"])

    def _key(self) -> str:
        self._name()
        return str((self._phone or {})["key"])

    def _help(self, _: str) -> None:
        self._write(HELP)

    def _list(self, _: str) -> None:
        for phone in self._remote.phones():
            waiting = "  · SAS a écrit en dernier" if phone["waiting"] else ""
            self._write(f"  {phone['number']}  {phone['name'] or 'sans nom'}{waiting}")

    def _take(self, who: str) -> None:
        found = [
            phone
            for phone in self._remote.phones()
            if who and (phone["name"].lower() == who.lower() or phone["number"].endswith(who))
        ]
        if not found:
            raise RemoteError(f"Personne ne s'appelle {who or '...'}. /jeunes donne la liste.")
        self._phone = found[0]
        self._seen = set()
        self._write(f"--- {self._name()} {found[0]['number']}")
        if self._recorder is not None:
            self._recorder.join(self._remote.phone(self._key()), self._now())
        self.news()

    def _add(self, words: str) -> None:
        digits = "".join(c for c in words if c.isdigit() or c == "+")
        name = words.lstrip("+0123456789 .").strip()
        made = self._remote.post("/phones", number=digits, name=name)
        self._take(made["number"])

    def _switch(self, channel: str) -> None:
        self._channel = channel
        self._write(f"(vous écrivez maintenant par {_channel_word(channel)})")

    def _say(self, body: str) -> None:
        made = self._remote.post(f"/phones/{self._key()}/texts", channel=self._channel, body=body)
        self._seen.add(made["sid"])
        self._written()

    def _tap(self, what: str) -> None:
        choice, _, back = what.partition(" -")
        items = self._remote.phone(self._key())["items"]
        asked = [item for item in items if item.get("buttons")]
        earlier = int(back) if back.isdigit() else 0
        bound = asked[-1 - earlier] if earlier < len(asked) else {"buttons": []}
        known = bound["buttons"]
        button = next((b for b in known if choice in _names(b)), None)
        if button is None:
            raise RemoteError("Ce bouton n'existe pas sur ce message.")
        self._remote.post(
            f"/phones/{self._key()}/texts", channel="whatsapp", button=button, reply_to=bound["sid"]
        )
        self._written()

    def _media(self, kind: str) -> None:
        self._remote.post(f"/phones/{self._key()}/texts", channel=self._channel, media=kind)
        self._written()

    def _call(self, _: str) -> None:
        self._remote.post(f"/phones/{self._key()}/calls")
        self._written()

    def _later(self, by: str) -> None:
        now = self._remote.post("/clock", by=by)["now"]
        self._write(f"(il est maintenant {now})")
        if self._recorder is None:
            return
        if by == "next":
            self._recorder.passed(None)
        elif by[:-1].isdigit() and by[-1] in SPANS:
            self._recorder.passed(timedelta(**{SPANS[by[-1]]: int(by[:-1])}))
        self._written()

    def _fault(self, fault: str) -> None:
        self._remote.post(f"/phones/{self._key()}/faults", fault=fault)
        self._write("(fait)")
        self._written()

    def _now(self) -> datetime | None:
        """SAS time; None where it is the real one."""
        now = self._remote.get("/clock")["now"]
        return datetime.fromisoformat(now) if now else None

    def _record(self, words: str) -> None:
        found = WHO_AND_YEAR.fullmatch(words)
        if found is None:
            raise RemoteError("Donnez un fichier : /record lea_dit_oui.txt")
        name, phone = found["file"], self._remote.phone(self._key())
        try:
            self._recorder = Recorder(
                Path(name), phone, self._now(), found["who"] or "", found["born"] or ""
            )
        except OSError as error:
            raise RemoteError(f"{name} ne peut pas être écrit : {error.strerror}.") from None
        self._write(f"(la conversation s'écrit dans {name})")

    def _end(self, _: str) -> None:
        if self._recorder is not None:
            self._write(f"(enregistré dans {self._recorder.path})")
        self._recorder = None

    def _note(self, words: str) -> None:
        steps = parse(words)
        if self._recorder is not None:
            self._recorder.note(steps, self._now())


def _is_here(item: dict[str, Any]) -> bool:
    """Nothing to show while a text is still on its way."""
    return item["kind"] == "call" or item["inbound"] or item["status"] in OVER


def _names(button: dict[str, str]) -> tuple[str, ...]:
    """What a button is called here: its number, its title, its id."""
    return button["title"].split(" ")[0], button["title"], button["payload"]


def _channel_word(channel: str) -> str:
    return "WhatsApp" if channel == "whatsapp" else "SMS"


def main(words: Sequence[str] | None = None, keyboard: Iterable[str] = sys.stdin) -> int:
    """Read the keyboard until /quitter or the end of input. Gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.simulator.terminal")
    parser.add_argument("--url", default="http://127.0.0.1:8001", help="the running simulator")
    given = parser.parse_args(words)
    terminal = Terminal(Remote(given.url), lambda words: print(words, flush=True))  # noqa: T201
    try:
        terminal.begin()
    except RemoteError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    over = threading.Event()
    threading.Thread(target=_listen, args=(terminal, over), daemon=True).start()
    try:
        for typed in keyboard:
            if not terminal.do(typed):
                break
    except KeyboardInterrupt:
        pass
    over.set()
    return 0


def _listen(terminal: Terminal, over: threading.Event) -> None:
    while not over.wait(0.5):
        try:
            terminal.news()
        except RemoteError:
            continue


if __name__ == "__main__":
    sys.exit(main())
