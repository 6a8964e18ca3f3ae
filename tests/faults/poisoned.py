"""The clock of `worker.py clock` with poison in it: `python -m tests.faults.poisoned FILE`. FILE is
JSON: the wrapped data key of a youth (hexadecimal) -> what touching it does (raise, hang, die)."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path

import worker
from bot import logs, runtime
from bot.crypto import DataKey, Vault
from bot.settings import load


class PoisonedVault(Vault):
    """Opens what it is asked to open, unless it is poison."""

    poison: dict[str, str] = {}

    def unwrap(self, wrapped: bytes) -> DataKey:
        """See Vault."""
        what = self.poison.get(wrapped.hex())
        if what == "raise":
            raise ArithmeticError("poison")
        if what == "hang":
            threading.Event().wait()
        if what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().unwrap(wrapped)


def main(file: Path) -> None:
    """Pass until stopped, or killed by the poison."""
    logs.configure()
    rt = runtime.build(load())
    vault = PoisonedVault(rt.settings.data_keys, rt.settings.index_key)
    vault.poison = json.loads(file.read_text())
    rt.store.vault = vault
    worker.clock(rt, worker.Stop())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
