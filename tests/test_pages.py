"""The pages that follow from tables of the program are those of this program."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from explorer.analysis.doctor import RULES
from explorer.cli.parser import VERBS
from explorer.losses import LOSSES
from explorer.plots import PLOTS
from explorer.plots.population.figures import FIGURES
from explorer.study.lessons import LESSONS
from explorer.training.ladder.choose import RUNGS
from tools import pages

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"\]\(([^)#:]+)(?:#([^)]*))?\)|\]\(#([^)]+)\)")


WRITTEN = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
)


def test_pages_are_current() -> None:
    assert pages.stale() == [], "make them again: python -m tools.pages"


def test_pages_that_are_old_or_missing_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pages, "FOLDER", tmp_path)
    monkeypatch.setattr("sys.argv", ["pages"])
    assert pages.main() == 0
    (tmp_path / "doctor.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["pages", "--check"])
    assert pages.main() == 1
    assert capsys.readouterr().err == "doctor.md\n"


def test_every_loss_and_rule_has_a_heading() -> None:
    losses, doctor = pages.losses_page().splitlines(), pages.doctor_page().splitlines()
    assert all(f"### {key}" in losses for key in LOSSES.own)
    assert all(f"### {rule}" in doctor for rule in RULES)


def test_every_lesson_about_a_trap_has_its_line() -> None:
    assert list(pages.TRAPS) == [key for key, lesson in LESSONS.items() if lesson.chapter == "traps"]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = set(re.findall(r"^#+ (.*)$", text, re.MULTILINE))
    for file, _, heading in LINK.findall(text):
        assert heading in headings if heading else (page.parent / file).exists(), file or heading


def test_every_figure_that_is_closed_at_first_has_its_section() -> None:
    said = re.findall(r"^### .* \(`(\w+)`\)$", (ROOT / "docs" / "figures.md").read_text(), re.MULTILINE)
    closed = [key for key, plot in PLOTS.items() if plot.group != "desk"]
    assert sorted(said) == sorted([*closed, *(key for key in FIGURES if not key.endswith("beside"))])


def test_every_picture_is_used() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in WRITTEN)
    unused = [path.name for path in (ROOT / "assets" / "pictures").iterdir() if path.name not in text]
    assert unused == []


def rows(page: str, head: str) -> list[str]:
    """The first column of the table under a head, without its code marks."""
    text = (ROOT / page).read_text(encoding="utf-8")
    table = text[text.index(head) :].split("\n\n")[0].splitlines()[2:]
    return [line.split("|")[1].strip(" `") for line in table]


def test_the_first_page_names_every_verb() -> None:
    assert rows("README.md", "| verb | does |") == list(VERBS)


def test_the_page_of_training_names_every_rung() -> None:
    assert rows("docs/training.md", "| rung | what it is | where |") == list(RUNGS)


def test_the_example_of_a_population_runs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    example = re.search(
        r"\n((?:    .*\n|\n)*    from explorer\.training import simulate\n(?:    .*\n|\n)*)", text
    )
    assert example is not None
    few = dedent(example[1]).replace("updates=100", "updates=2").replace("seeds=5", "seeds=2")
    found: dict[str, Any] = {}
    exec(few.replace("simulate(experiment)", 'simulate(experiment, "numpy")'), found)
    cells = len(found["experiment"].cells)
    assert found["found"].metrics["micro_f1"].shape == (3, cells, 2)
    assert cells == 2 * 3 * 2  # classes, ZLPR and two settings of BCE smoothed, rates


def test_the_example_of_the_page_of_training_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert example is not None
    monkeypatch.chdir(tmp_path)
    spec = '[task]\nkind = "logits"\n[[losses]]\nkey = "zlpr"\n'
    (tmp_path / "own.toml").write_text(f"updates = 4\nseeds = 3\n{spec}", encoding="utf-8")
    found: dict[str, Any] = {}
    exec(example[1].replace('"auto"', '"numpy"'), found)
    assert found["found"].metrics["loss"].shape == (5, 1, 3)
    assert (found["result"].at("loss", 0) == found["found"].metrics["loss"][0]).all()


def test_the_first_page_counts_what_there_is() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for counted in (f"{len(LOSSES.own)} losses", f"{len(RULES)} rules", f"{len(LESSONS)} small studies"):
        assert counted in text
