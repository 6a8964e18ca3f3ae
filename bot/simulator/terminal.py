"""The phone in the terminal: choose a youth, read and write, record the talk as a scenario.

`python -m bot.simulator.terminal --url http://127.0.0.1:8001`
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.simulator.remote import Remote, RemoteError
from bot.simulator.transcript import (
    SAS,
    Done,
    Passed,
    Said,
    Step,
    Title,
    TranscriptError,
    line,
    parse,
)

HELP = """\
Écrivez, puis Entrée : le message part. Commandes :
  /jeunes               la liste des téléphones
  /jeune Léa            prendre le téléphone de Léa (prénom ou numéro)
  /ajouter NUMÉRO Nom   un téléphone de plus, en +33 6 39 98 xx xx
  /sms  /whatsapp       changer de canal
  /bouton 1             toucher un bouton du dernier message WhatsApp
  /photo  /vocal        envoyer une photo, un message vocal
  /appel                appeler SAS et raccrocher
  /plus 1h  /plus 1d    avancer l'heure    /plus next  jusqu'à la prochaine échéance
  /panne NOM            mettre une panne   /panne none  les retirer
  /record FICHIER       enregistrer la suite comme scénario    /fin  arrêter
  /note Karim takes over   écrire une ligne dans le scénario
  /quitter"""
SPANS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
MARKS = {"delivered": "arrivé", "read": "lu", "undelivered": "pas arrivé", "failed": "pas arrivé"}
ARRIVED = frozenset({"delivered", "read"})

Write = Callable[[str], None]


class Recorder:
    """Writes the steps to a file as they happen, so that nothing is lost by a Ctrl-C."""

    def __init__(self, path: Path, youth: str) -> None:
        self.path = path
        path.write_text(line(Title(f"{youth} écrit")) + "\n\n", encoding="utf-8")

    def add(self, step: Step) -> None:
        """One more line."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(line(step) + "\n")


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
            "photo": lambda _: self._media("photo", "sends a photo"),
            "vocal": lambda _: self._media("voice", "sends a voice note"),
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
        if item["status"] in ARRIVED:
            self._keep(Said(SAS, item["body"], item["channel"]))

    def _name(self) -> str:
        if self._phone is None:
            raise RemoteError("Prenez d'abord un téléphone : /jeune Léa.")
        return str(self._phone["name"] or self._phone["number"])

    def _cast(self) -> str:
        """Her name as a scenario can write it: one word with a capital."""
        word = "".join(c for c in self._name().split(" ")[0] if c.isalpha() or c in "'-")
        return word[:1].upper() + word[1:] or f"Jeune-{self._name()[-4:]}"

    def _key(self) -> str:
        self._name()
        return str((self._phone or {})["key"])

    def _keep(self, step: Step) -> None:
        if self._recorder is not None:
            self._recorder.add(step)

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
        recorder, self._recorder = self._recorder, None  # what is past is not recorded
        self.news()
        self._recorder = recorder

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
        self._keep(Said(self._cast(), body, self._channel))

    def _tap(self, what: str) -> None:
        items = self._remote.phone(self._key())["items"]
        asked = next((i for i in reversed(items) if i.get("buttons")), None)
        buttons = asked["buttons"] if asked else []
        button = next((b for b in buttons if what in (b["payload"], b["title"])), None)
        if asked is None or button is None:
            raise RemoteError("Ce bouton n'existe pas sur le dernier message.")
        self._remote.post(
            f"/phones/{self._key()}/texts", channel="whatsapp", button=button, reply_to=asked["sid"]
        )
        self._keep(Done(self._cast(), f"taps {button['title']}"))

    def _media(self, kind: str, what: str) -> None:
        self._remote.post(f"/phones/{self._key()}/texts", channel=self._channel, media=kind)
        self._keep(Done(self._cast(), what))

    def _call(self, _: str) -> None:
        self._remote.post(f"/phones/{self._key()}/calls")
        self._keep(Done(self._cast(), "calls"))

    def _later(self, by: str) -> None:
        now = self._remote.post("/clock", by=by)["now"]
        self._write(f"(il est maintenant {now})")
        if by == "next":
            self._keep(Done(SAS, "waits for the next due thing"))
        elif by[:-1].isdigit() and by[-1] in SPANS:
            self._keep(Passed(timedelta(**{SPANS[by[-1]]: int(by[:-1])})))

    def _fault(self, fault: str) -> None:
        self._remote.post(f"/phones/{self._key()}/faults", fault=fault)
        self._write("(fait)")

    def _record(self, name: str) -> None:
        if not name:
            raise RemoteError("Donnez un fichier : /record lea_dit_oui.txt")
        try:
            self._recorder = Recorder(Path(name), self._cast())
        except OSError as error:
            raise RemoteError(f"{name} ne peut pas être écrit : {error.strerror}.") from None
        self._write(f"(la suite s'écrit dans {name})")

    def _end(self, _: str) -> None:
        if self._recorder is not None:
            self._write(f"(enregistré dans {self._recorder.path})")
        self._recorder = None

    def _note(self, words: str) -> None:
        for step in parse(words):
            self._keep(step)


def _is_here(item: dict[str, Any]) -> bool:
    """Nothing to show while a text is still on its way."""
    return item["kind"] == "call" or item["inbound"] or item["status"] in MARKS


def _channel_word(channel: str) -> str:
    return "WhatsApp" if channel == "whatsapp" else "SMS"


def main(words: Sequence[str] | None = None) -> int:
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
        for typed in sys.stdin:
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
