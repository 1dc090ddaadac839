"""The package of docs/extending.md, written as it stands there, is a loss of the program."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from explorer.catalogue import Loss
    from tests.cli.runs import Run

PAGE = Path(__file__).parents[2] / "docs" / "extending.md"
FILE = re.compile(r"^`my-losses/([^`]+)`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The folder of the files on the page, with the record that an installer makes of its entry points."""
    files = dict(FILE.findall(PAGE.read_text(encoding="utf-8")))
    assert set(files) == {"pyproject.toml", "my_losses/__init__.py"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    project = tomllib.loads(files["pyproject.toml"])["project"]
    record = tmp_path / f"my_losses-{project['version']}.dist-info"
    record.mkdir()
    (record / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 1.0\n")
    groups = project["entry-points"].items()
    lines = (
        f"[{group}]\n" + "".join(f"{key} = {at}\n" for key, at in rows.items()) for group, rows in groups
    )
    (record / "entry_points.txt").write_text("".join(lines))
    return tmp_path


def test_it_is_found_and_evaluated(spawn: Run, package: Path, environment: dict[str, str]) -> None:
    table = package / "table.csv"
    table.write_text("logit:a,logit:b,target:a,target:b\n0.25,0.5,1,0\n")
    words = ("--loss", "squared_hinge", "bce", "--set", "squared_hinge.margin=2", "--gradient", "--json")
    ran = spawn("eval", str(table), *words, env=environment | {"PYTHONPATH": str(package)})
    assert (ran.status, ran.err) == (0, "")
    found = ran.json["samples"][0]["losses"]
    assert found["squared_hinge"] == {"value": 1.75**2 + 2.5**2, "gradient": [-3.5, 5.0]}
    assert set(found) == {"squared_hinge", "bce"}


def test_its_gradient_is_the_derivative_of_its_value(package: Path) -> None:
    loss: Loss = runpy.run_path(str(package / "my_losses" / "__init__.py"))["LOSS"]
    random = np.random.default_rng(0)
    logits, targets = random.normal(0.0, 2.0, (20, 4)), (random.random((20, 4)) < 0.5).astype(float)
    gradient = loss.gradient(logits, targets)
    for index, step in enumerate(1e-6 * np.eye(4)):
        slope = (loss.value(logits + step, targets) - loss.value(logits - step, targets)) / 2e-6
        assert np.abs(slope - gradient[:, index]).max() < 1e-6
