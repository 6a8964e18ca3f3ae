"""Texts that go out: queued, judged by the last gate, claimed, sent, settled, looked for.

`deliver` and `sweep` are for workers and the clock, `settle` for the status webhook; `put`,
`put_human` and `cancel_planned` for the door, inside its own transaction.
"""

from bot.outbox.deliver import deliver, own_up
from bot.outbox.put import cancel_planned, put, put_human
from bot.outbox.reporting import Gateways, Report
from bot.outbox.settle import settle
from bot.outbox.sweep import due_messages, never, release_held, send_due, sweep

__all__ = [
    "Gateways",
    "Report",
    "cancel_planned",
    "deliver",
    "due_messages",
    "never",
    "own_up",
    "put",
    "put_human",
    "release_held",
    "send_due",
    "settle",
    "sweep",
]
