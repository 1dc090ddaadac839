"""Running the command line in this process, and as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import Any

import pytest

from explorer.cli import main
from tests.cli.runs import Ran, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `loss-explorer` with these words in this process."""

    def ran(*words: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return ran


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a child without a display, in UTF-8."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONIOENCODING")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return kept | {"PYTHONUTF8": "1"}


@pytest.fixture
def spawn(environment: dict[str, str]) -> Run:
    """Run `python -m explorer` with these words as a process of its own."""

    def ran(*words: object, stdin: bytes = b"", options: tuple[str, ...] = (), **settings: Any) -> Ran:
        command = [sys.executable, *options, "-m", "explorer", *map(str, words)]
        settings.setdefault("env", environment)
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=240, check=False, **settings)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return ran
