"""Losses from outside: a small package with entry points on the path, one loss good, the others broken."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runs import Run

CODE = '''
"""Hinge: how far each logit is on the wrong side of a margin."""

from explorer.catalogue import Invariance, Labels, Loss, Parameter


def value(xp, logits, targets, *, margin=1.0):
    short = margin - (2.0 * targets - 1.0) * logits
    return xp.sum(xp.maximum(short, xp.zeros_like(short)), axis=-1)


def gradient(xp, logits, targets, *, margin=1.0):
    sign = 2.0 * targets - 1.0
    return xp.where(margin - sign * logits > 0, -sign, 0.0)


LOSS = Loss(
    key="hinge", title="hinge", order=1, family="own", member=0, labels=Labels.HARD,
    value_function=value, gradient_function=gradient,
    decide_function=lambda xp, logits, **_: logits > 0, decision="s > 0",
    formula=r"\\\\sum_i [m - (2 t_i - 1) s_i]_+", gradient_formula="1 - 2 t_i", reference="https://example.org",
    parameters=(
        Parameter(name="margin", symbol="m", latex="m", default=1, low=0, high=10, meaning="margin"),
    ),
)
'''
ENTRIES = """
    [loss_explorer.losses]
    hinge = my_losses:LOSS
    gone = my_losses:ABSENT
    broken = my_broken_losses:LOSS
"""


@pytest.fixture
def outside(tmp_path: Path, environment: dict[str, str]) -> dict[str, str]:
    """The environment of a child that has the package on its path."""
    package, record = tmp_path / "my_losses", tmp_path / "my_losses-1.0.dist-info"
    for folder in (package, record):
        folder.mkdir()
    (package / "__init__.py").write_text(CODE.replace("\\\\", "\\"))
    (tmp_path / "my_broken_losses.py").write_text("raise SystemExit('needs\\nanother library')")
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: my-losses\nVersion: 1.0\n")
    (record / "entry_points.txt").write_text(textwrap.dedent(ENTRIES))
    return environment | {"PYTHONPATH": str(tmp_path)}


def test_they_are_listed_last_and_the_broken_ones_are_told(spawn: Run, outside: dict[str, str]) -> None:
    ran = spawn("losses", env=outside)
    assert ran.status == 0
    assert ran.out.splitlines()[-1].split() == [
        "hinge", "hinge", "0/1", "labels", "margin=1", "(0", "to", "10)",
    ]  # fmt: skip
    gone, broken = ran.err.splitlines()
    assert gone.startswith("loss-explorer: loss 'gone' from my_losses:ABSENT: AttributeError: ")
    assert broken == (
        "loss-explorer: loss 'broken' from my_broken_losses:LOSS: SystemExit: needs another library"
    )


def test_they_are_evaluated(spawn: Run, outside: dict[str, str], tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("logit:a,logit:b,target:a,target:b\n0.25,0.5,1,0\n")
    words = ("--loss", "hinge", "--loss", "bce", "--set", "hinge.margin=2", "--gradient", "--json")
    ran = spawn("eval", str(table), *words, env=outside)
    assert ran.status == 0
    found = ran.json["samples"][0]["losses"]
    assert found["hinge"] == {"value": 4.25, "gradient": [-1.0, 1.0]}
    assert set(found) == {"hinge", "bce"}


def test_logits_that_are_no_cosines_are_said(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("logit:cat,logit:dog,target:cat,target:dog\n0.5,0.25,1,0\n0.5,3.2,1,0\n")
    ran = run("eval", str(table), "--loss", "circle")
    assert ran.status == 0
    assert "expects cosines from −1 to 1; dog is 3.20" in ran.err


def test_without_the_package_the_loss_is_not_there(spawn: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("logit:a,target:a\n0.25,1\n")
    assert "hinge" in spawn("eval", str(table), "--loss", "hinge").complaint
