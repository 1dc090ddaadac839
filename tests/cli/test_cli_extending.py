"""The packages of docs/extending.md, written as they stand there, are part of the program."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.catalogue import Loss
    from tests.cli.runs import Run

PAGE = Path(__file__).parents[2] / "docs" / "extending.md"
FILE = re.compile(r"^`([^`\n]+)`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def package(tmp_path: Path) -> Callable[[str, str], Path]:
    """The folder of a package of the page, with the record that an installer makes of its entry points."""

    def written(name: str, module: str) -> Path:
        texts = dict(FILE.findall(PAGE.read_text(encoding="utf-8")))
        files = {file.removeprefix(f"{name}/"): text for file, text in texts.items() if name in file}
        assert set(files) == {"pyproject.toml", f"{module}/__init__.py"}
        for file, text in files.items():
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_text(text, encoding="utf-8")
        project = tomllib.loads(files["pyproject.toml"])["project"]
        record = tmp_path / f"{module}-{project['version']}.dist-info"
        record.mkdir()
        (record / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 1.0\n")
        groups = project["entry-points"].items()
        lines = (
            f"[{group}]\n" + "".join(f"{key} = {at}\n" for key, at in rows.items()) for group, rows in groups
        )
        (record / "entry_points.txt").write_text("".join(lines))
        return tmp_path

    return written


@pytest.fixture
def losses(package: Callable[[str, str], Path]) -> Path:
    return package("my-losses", "my_losses")


def test_a_loss_is_found_and_evaluated(spawn: Run, losses: Path, environment: dict[str, str]) -> None:
    table = losses / "table.csv"
    table.write_text("logit:a,logit:b,target:a,target:b\n0.25,0.5,1,0\n")
    words = ("--loss", "squared_hinge", "bce", "--set", "squared_hinge.margin=2", "--gradient", "--json")
    ran = spawn("eval", str(table), *words, env=environment | {"PYTHONPATH": str(losses)})
    assert (ran.status, ran.err) == (0, "")
    found = ran.json["samples"][0]["losses"]
    assert found["squared_hinge"] == {"value": 1.75**2 + 2.5**2, "gradient": [-3.5, 5.0]}
    assert set(found) == {"squared_hinge", "bce"}


def test_its_gradient_is_the_derivative_of_its_value(losses: Path) -> None:
    loss: Loss = runpy.run_path(str(losses / "my_losses" / "__init__.py"))["LOSS"]
    random = np.random.default_rng(0)
    logits, targets = random.normal(0.0, 2.0, (20, 4)), (random.random((20, 4)) < 0.5).astype(float)
    gradient = loss.gradient(logits, targets)
    for index, step in enumerate(1e-6 * np.eye(4)):
        slope = (loss.value(logits + step, targets) - loss.value(logits - step, targets)) / 2e-6
        assert np.abs(slope - gradient[:, index]).max() < 1e-6


@pytest.mark.parametrize("device", ["numpy", "cpu"])
def test_an_optimizer_a_task_and_a_metric_are_found_and_used(
    spawn: Run, package: Callable[[str, str], Path], environment: dict[str, str], device: str
) -> None:
    if device == "cpu":
        pytest.importorskip("torch")
    folder = package("my-training", "my_training")
    spec = folder / "one-label.toml"
    spec.write_text(dict(FILE.findall(PAGE.read_text(encoding="utf-8")))[spec.name], encoding="utf-8")
    words = ("-o", str(folder / "out.npz"), "--device", device, "--json")
    ran = spawn("simulate", str(spec), *words, env=environment | {"PYTHONPATH": str(folder)})
    assert ran.status == 0, ran.err
    (cell,) = ran.json["cells"]
    assert cell["coordinates"] == {
        "loss": "zlpr",
        "optimizer": "sign_sgd",
        "rate": 0.1,
        "decay": 0.0,
        "classes": 4,
    }
    margin, loss = cell["metrics"]["margin"], cell["metrics"]["loss"]
    # Three steps of 0.1: the labelled logit up to 0.3, the three others down to -0.3.
    assert margin == dict.fromkeys(margin, pytest.approx(0.6, abs=1e-6))
    assert loss["median"] == pytest.approx(np.log1p(3 * np.exp(-0.3)) + np.log1p(np.exp(-0.3)), abs=1e-6)
