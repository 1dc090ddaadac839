"""The scripts of a talk pack, run by Node or by a browser without a window, with their answers as values."""

from __future__ import annotations

import functools
import html
import json
import math
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from explorer.resources import asset

if TYPE_CHECKING:
    from pathlib import Path

PURE = ("losses.js", "numbers.js", "figures.js", "states.js")  # those that need no page
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# What a file of JSON cannot hold is a name there.
NAMED = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
ANSWER = """
const named = (key, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value);
const opened = (key, value) => (typeof value === "string" && ["NaN", "Infinity", "-Infinity"].includes(value)
  ? Number(value) : value);
"""


def browser() -> str | None:
    """The path of a browser that can run without a window, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@functools.cache
def runners() -> tuple[str, ...]:
    """Which of "node" and "browser" are there."""
    return tuple(
        name for name, there in (("node", shutil.which("node")), ("browser", browser())) if there is not None
    )


def answer(runner: str, folder: Path, expression: str, data: Any) -> Any:
    """The value of an expression of JavaScript in which `data` is what is given here."""
    parts = [asset(f"talk_pack/{name}").read_text(encoding="utf-8") for name in PURE]
    given = f"const data = JSON.parse({json.dumps(json.dumps(_named(data)))}, opened);"
    said = f"JSON.stringify({expression}, named)"
    if runner == "node":
        script = "\n".join((*parts, ANSWER, given, f"console.log({said});"))
        (folder / "run.js").write_text(script, encoding="utf-8")
        done = subprocess.run(["node", folder / "run.js"], capture_output=True, text=True, check=True)
        return _opened(json.loads(done.stdout))
    script = "\n".join((*parts, ANSWER, given, f"document.body.textContent = {said};"))
    safe = script.replace("</", "<\\/")
    (folder / "run.html").write_text(
        f"<!DOCTYPE html><meta charset=utf-8><body><script>{safe}</script>", "utf-8"
    )
    found = re.search(r"<body>(.*)</body>", dumped(folder / "run.html", folder)[0], re.DOTALL)
    assert found, "the page has no body"
    return _opened(json.loads(html.unescape(found[1])))


def dumped(page: Path, folder: Path, *options: str, address: str = "") -> tuple[str, str]:
    """A page as a browser has it after its script, and what the browser said meanwhile."""
    command = [
        browser(), "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0",
        "--disable-background-networking", "--force-prefers-reduced-motion", "--window-size=1920,1080",
        f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=3000", *options, "--dump-dom",
        f"file://{page}{address}",
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(folder)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240, env=environment)
    return done.stdout, done.stderr


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _named(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_named(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def _opened(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _opened(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_opened(each) for each in value]
    return NAMED.get(value, value) if isinstance(value, str) else value
