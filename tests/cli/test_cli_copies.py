"""What the window copies, from the command line: codes, scripts, tables; figures of losses asked for."""

import ast
from pathlib import Path

import numpy as np
import pytest

from explorer.analysis.scripts import FRAMEWORKS
from explorer.cli import readers
from explorer.cli.parser import parser
from explorer.cli.sources import opened
from explorer.plots.timeline import KEY as TIMELINE
from explorer.resources import asset
from explorer.study.state_code import opened_of
from explorer.study.storage import save
from explorer.study.study import ALPHAS, Look, ShownLoss, Study
from tests.cli.runs import Run

FIVE = asset("five-samples.csv")
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def other(tmp_path: Path) -> tuple[Path, np.ndarray]:
    """A second table, with its logits."""
    logits = np.random.default_rng(0).normal(0, 2, (5, 5)).round(3)
    path = tmp_path / "other.csv"
    np.savetxt(path, logits, delimiter=",", header="a,b,c,d,e", comments="", fmt="%.3f")
    return path, logits


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study at its third sample, with two losses of which one has a setting."""
    path = tmp_path / "kept.study.json"
    shown = (ShownLoss("zlpr"), ShownLoss("asl", (("gamma_negative", 2.0),)))
    save(path, Study("Kept", opened(str(FIVE), None).study.table, shown), Look(sample=2))
    return path


def code_in(run: Run, *words: object):
    ran = run("code", *words)
    assert (ran.status, ran.err, ran.out.count("\n")) == (0, "", 1)
    return opened_of(ran.out.strip())


# What is asked for


def test_the_sample_losses_settings_and_alpha_that_are_asked_for(run: Run) -> None:
    found = code_in(
        run, FIVE, "--sample", "sample 4", "--loss", "bce,peel", "--set", "peel.amount=0.3", "--alpha", "2.5"
    )
    assert found.study.shown == (ShownLoss("bce"), ShownLoss("peel", (("amount", 0.3),)))
    assert found.study.table.sample(0).name == "sample 4"
    assert found.look.alpha == 2.5


def test_other_logits_are_the_pinned_ones(run: Run, other) -> None:
    path, logits = other
    found = code_in(run, FIVE, "--sample", "2", "--loss", "r_drop", "--other", path)
    assert found.study.pin is not None
    assert found.study.pin.logits.tolist() == logits[1].tolist()
    script = run("script", FIVE, "--sample", "2", "--loss", "r_drop", "--other", path).out
    assert f"u = array([{', '.join(map(repr, logits[1].tolist()))}])" in script


def test_figures_show_other_losses(run: Run, tmp_path: Path, other) -> None:
    out = tmp_path / "values.tsv"
    words = ("--loss", "r_drop", "asl", "--set", "asl.gamma_negative=2", "--other", other[0])
    assert run("figure", "--key", "values", "-o", out, *words, FIVE).status == 0
    rows = [line.split("\t") for line in out.read_text().splitlines()]
    names = ("r_drop", "asl")
    evaluated = run("eval", FIVE, *words, "--json").json["samples"][0]["losses"]
    assert [float(row[1]) for row in rows[1:]] == [evaluated[name]["value"] for name in names]


def test_a_figure_is_as_sharp_as_asked_for(run: Run, tmp_path: Path) -> None:
    made = []
    for alpha in ("1", "4"):
        out = tmp_path / f"{alpha}.svg"
        words = ("--alpha", alpha, "--no-state", "--language", "en")
        assert run("figure", FIVE, "--key", "sharpening", "-o", out, *words).status == 0
        made.append(out.read_text())
    assert made[0] != made[1]


def test_the_timeline_has_its_numbers(run: Run, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "timeline.tsv"
    assert run("figure", study, "--key", TIMELINE, "-o", out).status == 0
    assert len(out.read_text().splitlines()) > 100


def test_chinese(run: Run, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "values.tsv"
    for words in (("figure", "--key", "values", "-o", out), ("code",), ("script",)):
        assert run(*words, study, "--language", "zh").status == 0
    refused = run("script", study, "--loss", "r_drop", "--language", "zh").complaint
    assert refused == "没有可写的损失；需要一个研究，其中有已打开、有代码、有值的损失"


# One table of all samples


def test_evaluated_tables_have_every_digit(run: Run) -> None:
    words = ("eval", FIVE, "--loss", "zlpr,bce", "--gradient")
    found = run(*words, "--json").json
    rows = [line.split("\t") for line in run(*words, "--format", "tsv").out.splitlines()]
    classes = found["classes"]
    assert rows[0] == [
        "sample",
        "zlpr",
        "bce",
        *(f"{key}:{name}" for key in ("zlpr", "bce") for name in classes),
    ]
    for row, sample in zip(rows[1:], found["samples"], strict=True):
        entries = [sample["losses"][key] for key in ("zlpr", "bce")]
        numbers = [*(entry["value"] for entry in entries), *entries[0]["gradient"], *entries[1]["gradient"]]
        assert row == [sample["name"], *map(repr, numbers)]
    lists = ast.literal_eval(run(*words, "--format", "python").out.partition("data = ")[2])
    assert lists["bce"] == [float(row[2]) for row in rows[1:]]
    latex = run(*words, "--format", "latex").out
    assert latex.startswith("% values in nat, sum over classes. Needs \\usepackage{booktabs}\n")
    assert latex.count(r" \\") == 6


def test_a_loss_without_a_value_is_nan_in_a_table(run: Run) -> None:
    ran = run("eval", FIVE, "--loss", "r_drop", "bce", "--format", "tsv")
    assert [line.split("\t")[1] for line in ran.out.splitlines()] == ["r_drop", *["nan"] * 5]
    assert "r_drop: no value" in ran.err


# What is refused


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("simulate", "n-chose-k", "-o", "a.npz"), "no shipped experiment 'n-chose-k', perhaps n-choose-k; "),
        (("lessons", "norm-growht"), "no lesson 'norm-growht', perhaps norm-growth; there "),
        (("figure", "--key", "grdient", "-o", "a.png"), "no figure 'grdient', perhaps gradient; the figures"),
        (("figure", "--key", "Populatoin", "-o", "a.png"), "'Populatoin', perhaps population; the figures"),
        (("export", "--descent", "--key", "valus", "-o", "a.gif"), "no figure 'valus', perhaps values; "),
        (("export", "zlrp", "-o", "a.pdf"), "no shipped story 'zlrp', perhaps zlpr; there are "),
        (("eval", "--loss", "smothed_bce"), "no loss 'smothed_bce', perhaps smoothed_bce; the losses are"),
        (("evla",), "no such verb or file 'evla', perhaps eval; the verbs are open, "),
        (("lessons", "qqqqqq"), "no lesson 'qqqqqq'; there are "),
    ],
)
def test_an_unknown_key_is_answered_with_one_like_it(
    run: Run, words: tuple[str, ...], complaint: str
) -> None:
    assert complaint in run(*words).complaint


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("code", "--qr", "a.gif"), "--qr a.gif: the ending '.gif' is no format; allowed are .png, .svg"),
        (("code", "--qr", "no/folder/a.png"), "--qr no/folder/a.png: No such file or directory"),
        (("code", "--sample", "6"), "--sample: no sample '6'; allowed are names"),
        (("code", "--alpha", "0"), "'0' is no alpha; allowed: a number from 0.01 to 100"),
        (("script", "--for", "jax"), "argument --for: invalid choice: 'jax'"),
        (("script", "--loss", "nix"), "--loss: no loss 'nix'; the losses are "),
        (("script", "--loss", "r_drop"), "there is no loss to write; allowed: a study with a loss"),
        (("script", "--set", "bce.nix=1"), "--set bce.nix=1: "),
        (
            ("figure", "--key", "slice", "-o", "a.tex", "--size", "90x90"),
            "--size has no use for .tex; it is ",
        ),
        (("figure", "--key", "slice", "-o", "a.py", "--theme", "light"), "--theme has no use for .py"),
        (("figure", "--key", "board", "-o", "a.tsv"), "-o a.tsv: a table is of one figure; give one --key"),
        (("figure", "--key", "slice", "-o", "no/folder/a.tsv"), "-o no/folder/a.tsv: No such file"),
        (("figure", "--key", "gradient", "-o", "a.tsv", "--loss", "r_drop"), "figure has no numbers here"),
        (("eval", "--format", "html"), "argument --format: invalid choice: 'html'"),
        (("eval", "--format", "tsv", "--json"), "not allowed with argument"),
    ],
)
def test_what_is_not_allowed_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], complaint: str
) -> None:
    pytest.importorskip("segno")
    monkeypatch.chdir(tmp_path)
    verb, *rest = words
    assert complaint in run(verb, FIVE, *rest).complaint
    assert list(tmp_path.iterdir()) == []


def test_without_segno_the_code_is_still_printed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "segno", None)
    out = tmp_path / "a.png"
    assert "needs the library segno" in run("code", FIVE, "--qr", out).complaint
    assert not out.exists()
    assert run("code", FIVE).status == 0


def test_check_takes_a_file_after_several_words(run: Run) -> None:
    after, before = run("check", "--loss", "bce", "--", FIVE), run("check", FIVE, "--loss", "bce")
    assert run("check", "--loss", "bce", FIVE) == after == before


def test_options_allow_what_the_program_allows() -> None:
    for text in map(str, ALPHAS):
        assert readers.alpha(text) == float(text)
    arguments = [parser().parse_args(["script", "--for", key]).framework for key in FRAMEWORKS]
    assert arguments == list(FRAMEWORKS)
