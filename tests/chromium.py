"""A real Chromium for tests of pages, one for each process of the run, and a web for it to read."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from tests.ports import HOST

CHROMIUM = next(
    filter(
        None,
        map(
            shutil.which,
            ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"),
        ),
    ),
    None,
)

PLAYED = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
"""The marks of a test that needs it."""


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser; each person opens a context of her own in it."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield found
        found.close()


AXE: str = Axe().axe_script
RUN = """context => axe.run(context ?? document, {resultTypes: ["violations"]})
  .then((found) => found.violations)"""


def violations(page: Page, exclude: list[list[str]] | None = None) -> list[dict[str, Any]]:
    """What axe finds wrong with the page, whole: only the page itself keeps what passes (telling it
    takes longer than finding it), and axe while it stays open."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, {"exclude": exclude} if exclude else None)
    return found


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address of that web on a free port; at the end no request is left in hand."""
    server = make_server(HOST, 0, app, threaded=True)
    # Closing waits for the requests in hand: a late one would write into the next test's database.
    server.daemon_threads = False  # type: ignore[attr-defined]
    # It looks that often whether it should stop: half a second by itself, at the end of each test.
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://{HOST}:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
