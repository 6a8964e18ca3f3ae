"""The composition root: from settings to everything a process needs, wired once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from importlib import import_module
from urllib.parse import urlsplit

from bot import outbox
from bot.broker import Broker
from bot.clock import CLOCK_FILE, Clock, MovableClock, SystemClock
from bot.conversations import Report
from bot.crypto import Vault
from bot.gateways import MailGateway
from bot.gateways.memory import MemoryMail
from bot.gateways.smtp import SmtpGateway, SmtpServer
from bot.holder import Holder
from bot.limits import GATE_LIMIT, limited
from bot.outbox import Gateways
from bot.settings import Settings, SettingsError
from bot.store import Store, make_engine


class Runtime:
    """What a process of SAS is made of. The holder of claims and the carriers are made at their
    first use, so after any fork; processes that never send have none."""

    def __init__(self, settings: Settings, store: Store, carriers: Callable[[], Gateways]) -> None:
        self.settings = settings
        self.store = store
        self._carriers = carriers
        self.broker = Broker(settings.redis_url, settings.debounce_seconds)
        self.report = Report(store)
        self.stopping: Callable[[], bool] = outbox.never
        """Asked to stop, this process finishes what it has in hand and takes nothing new."""
        self._collecting = threading.local()
        store.wake = self._wake

    @cached_property
    def holder(self) -> Holder:
        """The sign of life of this process."""
        return Holder(self.store)

    @cached_property
    def gateways(self) -> Gateways:
        """The carriers."""
        return self._carriers()

    def deliver(self, message_id: str) -> str:
        """Try to send one queued text now; see bot.outbox.deliver."""
        return outbox.deliver(
            self.store,
            self.gateways,
            message_id,
            self.holder,
            self.report,
            partial(limited, GATE_LIMIT),
        )

    @contextmanager
    def collecting(self) -> Iterator[list[str]]:
        """Within, texts queued by this thread are listed here instead of poking a worker: who
        takes a turn sends its answer at once."""
        queued: list[str] = []
        self._collecting.queued = queued
        try:
            yield queued
        finally:
            self._collecting.queued = None

    def close(self) -> None:
        """Let go of connections, threads and the sign of life."""
        self.broker.close()
        if "holder" in self.__dict__:
            self.holder.release()
        self.store.engine.dispose()

    def _wake(self, kind: str, subject_id: str) -> None:
        queued: list[str] | None = getattr(self._collecting, "queued", None)
        if kind == "send" and queued is not None:
            queued.append(subject_id)
        else:
            self.broker.poke(kind, subject_id)


def build(
    settings: Settings, *, clock: Clock | None = None, gateways: Gateways | None = None
) -> Runtime:
    """Everything from settings; a test may give its own clock and carriers. Raises
    SettingsError."""
    clock = clock or _clock(settings)
    store = Store(
        make_engine(settings.database_url),
        clock,
        Vault(settings.data_keys, settings.index_key),
        settings,
    )
    if gateways is not None:
        return Runtime(settings, store, lambda: gateways)
    return Runtime(settings, store, partial(_carriers, settings, _mail(settings)))


def _carriers(settings: Settings, mail: MailGateway | None) -> Gateways:
    """The carriers of this installation."""
    provider = settings.provider
    if provider is None:
        return Gateways(None, mail)
    # The provider's client weighs 10 MB, which the web has no use for: it never sends.
    texts = import_module("bot.gateways.twilio").TwilioGateway(
        account_sid=provider.account_sid,
        auth_token=provider.auth_token,
        base_url=provider.base_url,
    )
    return Gateways(texts, mail)


def _mail(settings: Settings) -> MailGateway | None:
    """The demo without a mail server keeps its e-mails. Raises SettingsError."""
    if settings.smtp_url:
        return _smtp(settings, settings.smtp_url)
    return MemoryMail() if settings.demo else None


def _smtp(settings: Settings, url: str) -> SmtpGateway:
    try:
        server = SmtpServer.of(url)
    except ValueError as wrong:
        raise SettingsError(f"SAS_SMTP_URL: {wrong}.") from wrong
    host = urlsplit(settings.public_url).hostname or "localhost"
    sender = server.user if server.user and "@" in server.user else f"sas@{host}"
    return SmtpGateway(server=server, sender=sender)


def _clock(settings: Settings) -> Clock:
    return MovableClock(settings.state_dir / CLOCK_FILE) if settings.demo else SystemClock()
