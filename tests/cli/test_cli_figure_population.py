"""`figure` of a result that `simulate` wrote."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from explorer.analysis.population_runs import values_of
from explorer.analysis.populations import of_file
from explorer.plots import POPULATION
from explorer.training.result_file import ResultFile, write
from tests.cli.runs import Run
from tests.training.results import trajectories

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def result(tmp_path: Path) -> Path:
    path = tmp_path / "result.npz"
    write(path, trajectories())
    return path


def colours(path: Path) -> int:
    image = QImage(str(path))
    assert not image.isNull()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


@pytest.mark.parametrize("key", [*POPULATION, "ribbons", "heat-map"])
def test_a_figure_of_a_result(run: Run, result: Path, tmp_path: Path, key: str) -> None:
    out = tmp_path / "figure.png"
    ran = run("figure", result, "--key", key, "-o", out, "--size", "600x400")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert colours(out) > 10


def test_a_population_is_read_from_its_file(result: Path) -> None:
    found = of_file(ResultFile(result))
    assert (found.path, found.running, found.seconds, found.message) == (result, False, 1.5, "a note")
    middle = values_of(found, "loss", 1)
    assert middle is not None
    assert middle[1, 2] == 112.0
    assert found.ended is not None
    assert found.ended()[1, 2] == 4


def test_what_is_no_result_is_refused(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "figure.png"
    absent = run("figure", tmp_path / "absent.npz", "--key", "population", "-o", out)
    assert (absent.status, absent.out) == (2, "")
    assert "absent.npz: No such file" in absent.err
    other = tmp_path / "other.npz"
    other.write_bytes(b"PK no archive")
    refused = run("figure", other, "--key", "population", "-o", out)
    assert refused.status == 2
    assert "other.npz" in refused.err
    none = run("figure", "--key", "population_runs", "-o", out)
    assert none.status == 2
    assert "give the file that simulate wrote" in none.err


@pytest.mark.parametrize("key", ["population", "heat-map"])
def test_a_table_is_refused_in_plain_words(run: Run, tmp_path: Path, key: str) -> None:
    table = tmp_path / "five.csv"
    table.write_text("logit:a,target:a\n1,1\n")
    ran = run("figure", table, "--key", key, "-o", tmp_path / "figure.tsv")
    assert (ran.status, ran.out) == (2, "")
    words = f"five.csv: no result; --key {key} is drawn from a result that simulate wrote (.npz)"
    assert ran.err == f"loss-explorer: {words}\n"
    damaged = tmp_path / "damaged.npz"
    damaged.write_bytes(b"PK no archive")
    assert "damaged.npz: no result of an experiment, or damaged" in run(
        "figure", damaged, "--key", key, "-o", tmp_path / "figure.png"
    ).err  # fmt: skip
