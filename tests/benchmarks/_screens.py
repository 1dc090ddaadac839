"""Benchmarks of the real window: each measurement in a process of its own, under an X server."""

from __future__ import annotations

import json
import os
import subprocess
import sys


def option(name: str, usual: str) -> str:
    """Return what follows an option of the command line."""
    words = sys.argv[1:]
    return words[words.index(name) + 1] if name in words else usual


def on_screens(module: str, classes: str, scales: str) -> dict[str, object]:
    """Run a benchmark's module for each of `--classes` and `--scales`; return what each prints as JSON.

    classes, scales: the usual ones, with commas between. Qt reads its scale once: hence the processes.
    """
    return {
        f"{count} classes, scale {scale}": in_process(module, count, screen="3000x2000", scale=scale)
        for count in option("--classes", classes).split(",")
        for scale in option("--scales", scales).split(",")
    }


def in_process(module: str, word: str, *, screen: str, scale: str = "") -> object:
    """Run a module with a word before this command line's options; return what it prints as JSON.

    screen: "WIDTHxHEIGHT" of the X server that is started where there is none. scale: of Qt; "" leaves it.
    """
    command = [sys.executable, "-m", module, word, *sys.argv[1:]]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", **({"QT_SCALE_FACTOR": scale} if scale else {})}
    if not environment.get("DISPLAY"):
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {screen}x24", *command]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=600
    )
    return json.loads(done.stdout)
