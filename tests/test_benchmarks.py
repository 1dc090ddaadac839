"""What the benchmarks say of themselves; nothing is measured here."""

from __future__ import annotations

import importlib

import pytest

from tests.benchmarks import __main__ as benchmarks


@pytest.fixture(autouse=True)
def nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_benchmark_and_runs_none(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main([option]) == 0
    lines = capsys.readouterr().out.splitlines()
    for name in benchmarks.names():
        (line,) = [line for line in lines if line.split(" ")[0] == name]
        assert len(line.split()) > 3, "it says what it measures"


def test_help_of_one_is_what_it_says_of_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main(["gestures", "--help"]) == 0
    assert "--until 1234" in capsys.readouterr().out


def test_an_unknown_one_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main(["fuz", "--help"]) == 2
    assert "no benchmark 'fuz'; there are: check, " in capsys.readouterr().err
