"""What a browser test asks of each page it meets: sound for axe, narrow enough, silent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.chromium import violations

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 800}

# Axe takes what a closed <details> holds for visible, one sheet over the other.
FOLDED = [["details:not([open]) > :not(summary)"]]
UNFOLD = """() => [...document.querySelectorAll("details:not([open])")]
  .map((one) => { one.open = true; one.dataset.unfolded = ""; return 1; }).length"""
FOLD = """() => document.querySelectorAll("[data-unfolded]")
  .forEach((one) => { one.open = false; delete one.dataset.unfolded; })"""


@dataclass
class Window:
    """One person's own browser window; what it complains about is kept."""

    page: Page
    shots: Path | None
    troubles: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, browser: Browser, shots: Path | None) -> Window:
        """A fresh one, with cookies of its own; its pictures go to the folder `shots`, if any."""
        page = browser.new_context(viewport=WIDE, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
        window = cls(page, shots)
        page.on("pageerror", lambda error: window.troubles.append(str(error)))
        page.on("console", lambda said: window.troubles.append(said.text))
        return window

    def look(self, name: str) -> None:
        """At both widths: a picture (if wanted), nothing for axe, nothing to scroll sideways; with
        what is folded as with all of it open."""
        for width, mark in ((WIDE, ""), (NARROW, ".320")):
            self.page.set_viewport_size(width)  # type: ignore[arg-type]
            self._picture(f"{name}{mark}")
            self._sound(f"{name}{mark}", FOLDED)
        folded = self.page.evaluate(UNFOLD)
        if folded:
            self._sound(f"{name} unfolded, 320 px", [])
            self._picture(f"{name}.320.unfolded")
            self.page.evaluate(FOLD)
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]

    def _picture(self, name: str) -> None:
        if self.shots is not None:
            self.page.screenshot(path=self.shots / f"{name}.png", full_page=True)
        sizes = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        content, window = self.page.evaluate(sizes)
        assert content <= window, f"{name}: {content} px in {window}"

    def _sound(self, name: str, exclude: list[list[str]]) -> None:
        faults = [
            f"{one['id']}: {one['nodes'][0]['html']} {one['nodes'][0]['failureSummary']}"
            for one in violations(self.page, exclude)
        ]
        assert faults == [], f"{name}: {faults}"

    def is_silent(self) -> None:
        """Nothing on the console. A refusal shows its page with its status, which the browser
        notes too."""
        loud = [said for said in self.troubles if not re.search(r"status of (409|422)", said)]
        assert loud == []
