"""`eval`: the numbers, their form, and what is refused."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest

from explorer.cli.messages import CommandError
from explorer.cli.sources import opened
from explorer.losses import LOSSES
from explorer.resources import asset
from explorer.study.storage import save
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from tests.cli.runs import Ran, Run

FIVE = asset("five-samples.csv")
CELLS = Path(__file__).parents[1] / "data" / "five-samples-bce.csv"
ZLPR = [6.4591, 5.0730, 2.7234, 3.8226, 1.3319]
BCE = [13.360, 8.245, 2.823, 5.504, 1.677]
SHOWN = ["zlpr", "smoothed_zlpr", "bce", "smoothed_bce"]


def values(ran: Ran, key: str) -> list[float | str]:
    assert ran.status == 0, ran.err
    return [sample["losses"][key]["value"] for sample in ran.json["samples"]]


def rows(text: str) -> list[list[str]]:
    """The cells of an aligned table: columns are two blanks or more apart."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in text.splitlines()]


@pytest.fixture
def write(tmp_path: Path):
    def written(text: str, name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


# The numbers


def test_five_samples(run: Run) -> None:
    ran = run("eval", FIVE, "--json")
    assert ran.err == ""
    assert values(ran, "zlpr") == pytest.approx(ZLPR, abs=5e-5)
    assert values(ran, "bce") == pytest.approx(BCE, abs=5e-4)


def test_every_bce_cell_of_the_five_samples(run: Run, write) -> None:
    with FIVE.open() as given, CELLS.open() as expected:
        numbers, cells = list(csv.DictReader(given)), list(csv.DictReader(expected))
    names = [name for name in cells[0] if name != "sample"]
    lines = [
        f"{row['sample']} {name},{row[f'logit:{name}']},{row[f'target:{name}']}"
        for row in numbers
        for name in names
    ]
    one_class = write("\n".join(["sample,logit:x,target:x", *lines]))
    wanted = [float(row[name]) for row in cells for name in names]
    assert len(wanted) == 25
    assert values(run("eval", one_class, "--loss", "bce", "--json"), "bce") == pytest.approx(wanted, rel=2e-6)


def test_values_and_gradients_are_those_of_the_losses(
    run: Run, write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.cli.columns.BLOCK", 7 * 64)  # 300 rows are four blocks and a piece
    random = np.random.default_rng(1)
    logits, targets = random.normal(0, 4, (300, 7)), random.integers(0, 2, (300, 7))
    head = ",".join([f"logit:c{c}" for c in range(7)] + [f"target:c{c}" for c in range(7)])
    table = write(
        "\n".join([head, *(",".join(map(repr, row.tolist())) for row in np.hstack([logits, targets]))])
    )
    ran = run("eval", table, "--loss", ",".join(LOSSES), "--gradient", "--json")
    assert ran.status == 0
    for key, loss in LOSSES.items():
        for sample, s, t in zip(ran.json["samples"], logits, targets, strict=True):
            answer = sample["losses"][key]
            if loss.takes_other_logits:
                assert "--other" in answer["refused"]
                assert np.isnan(float(answer["value"]))
                continue
            value, gradient = float(answer["value"]), list(map(float, answer["gradient"]))
            assert value == pytest.approx(float(loss.value(s, t)), rel=1e-12, nan_ok=True)
            assert gradient == pytest.approx(loss.gradient(s, t).tolist(), rel=1e-12, abs=1e-15, nan_ok=True)


# Which losses, which settings


def test_without_a_file_the_opening_study(run: Run) -> None:
    assert run("eval", "--json").json["samples"] == run("eval", FIVE, "--json").json["samples"]


def test_default_losses_of_a_table(run: Run) -> None:
    assert list(run("eval", FIVE, "--json").json["losses"]) == SHOWN


@pytest.mark.parametrize(
    "words",
    [
        ["--loss", "bce", "--loss", "zlpr"],
        ["--loss", "bce,zlpr"],
        ["--loss", "bce", "zlpr"],
        ["--loss", "bce,zlpr,bce"],
    ],
    ids=" ".join,
)
def test_losses_are_chosen_in_order(run: Run, words: list[str]) -> None:
    for command in (["eval", FIVE, *words, "--json"], ["eval", "--json", *words, FIVE]):
        assert list(run(*command).json["samples"][0]["losses"]) == ["bce", "zlpr"]


def test_settings_change_the_value(run: Run) -> None:
    ran = run("eval", FIVE, "--loss", "bce", "--set", "bce.pos_weight=1,2,3,4,5", "bce.weight=0.5", "--json")
    with FIVE.open() as given:
        row = next(csv.DictReader(given))
    s = np.array([float(row[f"logit:{name}"]) for name in "abcde"])
    t = np.array([float(row[f"target:{name}"]) for name in "abcde"])
    expected = 0.5 * (np.arange(1, 6) * t * np.logaddexp(0, -s) + (1 - t) * np.logaddexp(0, s)).sum()
    assert values(ran, "bce")[0] == pytest.approx(expected)
    assert ran.json["losses"]["bce"]["settings"] == {"pos_weight": [1, 2, 3, 4, 5], "weight": 0.5}


def test_a_file_may_stand_behind_the_settings(run: Run) -> None:
    behind = run("eval", "--loss", "bce", "--set", "bce.weight=2", FIVE)
    assert behind == run("eval", FIVE, "--loss", "bce", "--set", "bce.weight=2")
    assert behind.status == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--loss", "bec"], "--loss: no loss 'bec', perhaps bce; the losses are "),
        (["--set", "bec.weight=1"], "--set bec.weight=1: no loss 'bec', perhaps bce; the losses are "),
        (
            ["--set", "bce.weigth=1"],
            "loss 'bce': no parameter 'weigth'; its parameters are pos_weight, weight",
        ),
        (["--set", "zlpr.x=1"], "--set zlpr.x=1: loss 'zlpr': no parameter 'x'; it has none"),
        (["--set", "bce.weight"], "--set 'bce.weight': allowed is KEY.PARAMETER=SETTING"),
        (
            ["--set", "bce.weight=two"],
            "weight='two' is not a number; it takes one number or one per class in [0, ",
        ),
        (
            ["--set", "smoothed_bce.epsilon=1.5"],
            "epsilon=1.5 outside [0, 1]",
        ),
        (["--set", "smoothed_bce.epsilon=nan"], "epsilon=nan outside [0, 1]"),
        (["--set", "bce.weight=-1"], "weight=-1 outside [0, "),
        (["--set", "bce.weight=1,2,3"], "3 numbers; allowed is one, or 5 (one per class)"),
        (
            ["--set", "smoothed_bce.epsilon=0.1,0.2"],
            "epsilon='0.1,0.2' is not a number; it takes one number in [0, 1]",
        ),
        (["--loss", "zlpr", "--set", "bce.weight=1"], "bce is not evaluated here; add --loss bce"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else "",
)
def test_what_is_not_allowed_is_said(run: Run, words: list[str], complaint: str) -> None:
    assert complaint in run("eval", FIVE, *words).complaint


# The form


def test_schema(run: Run) -> None:
    answer = run("eval", FIVE, "--loss", "zlpr", "--json").json
    assert (answer["classes"], answer["unit"], answer["reduction"]) == (
        list("abcde"),
        "nat",
        "sum over classes",
    )
    assert answer["losses"] == {"zlpr": {"key": "zlpr", "title": "ZLPR", "settings": {}}}
    assert [sample["name"] for sample in answer["samples"]] == [f"sample {row}" for row in range(1, 6)]
    assert all(set(sample["losses"]["zlpr"]) == {"value"} for sample in answer["samples"])


def test_json_writes_every_digit(run: Run) -> None:
    with FIVE.open() as given:
        row = next(csv.DictReader(given))
    s, t = ([float(row[f"{kind}:{name}"]) for name in "abcde"] for kind in ("logit", "target"))
    assert values(run("eval", FIVE, "--json"), "zlpr")[0] == float(
        LOSSES["zlpr"].value(np.array(s), np.array(t))
    )


def test_table(run: Run) -> None:
    ran = run("eval", FIVE)
    assert (ran.status, ran.err) == (0, "")
    first, *table = ran.out.splitlines()
    assert first == "values in nat, sum over classes"
    cells = rows("\n".join(table))
    assert cells[0] == ["sample", *SHOWN]
    assert [float(row[1]) for row in cells[1:]] == ZLPR
    assert [float(row[3]) for row in cells[1:]] == pytest.approx(BCE, abs=6e-4)
    assert len({len(line) for line in table}) == 1


def test_gradient_table_has_one_column_a_class(run: Run) -> None:
    ran = run("eval", FIVE, "--loss", "zlpr,bce", "--gradient")
    _, zlpr, bce = ran.out.split("\n\n")
    assert zlpr.splitlines()[0] == "zlpr: gradient, d value / d logit"
    assert rows(bce)[1] == ["sample", *"abcde"]
    assert len(rows(bce)) == 7
    answer = run("eval", FIVE, "--loss", "bce", "--gradient", "--json").json["samples"][2]["losses"]["bce"]
    assert [float(cell) for cell in rows(bce)[4][1:]] == pytest.approx(answer["gradient"], abs=5e-5)


def test_a_refused_loss_has_no_value_and_a_reason(run: Run, write) -> None:
    soft = write("sample,logit:dog,logit:cat,target:dog,target:cat\nx,1,2,0,1\ny,1,2,0.3,1\nz,1,2,0.4,1\n")
    ran = run("eval", soft, "--loss", "zlpr,bce", "--gradient", "--json")
    x, y, _ = (sample["losses"]["zlpr"] for sample in ran.json["samples"])
    assert "refused" not in x
    assert y["value"] == "nan"
    assert y["gradient"] == ["nan", "nan"]
    assert "dog" in y["refused"]
    assert "0.3" in y["refused"]
    assert ran.err.startswith("loss-explorer: zlpr: no value: y: ")
    assert ran.err.endswith("(2 of 3 samples)\n")
    table = rows(run("eval", soft, "--loss", "zlpr,bce").out)
    assert [row[1] for row in table[2:]] == [table[2][1], "-", "-"]


def test_a_loss_out_of_its_domain_is_marked(run: Run, write) -> None:
    several = write("logit:a,logit:b,target:a,target:b\n1,2,1,1\n1,2,0,1\n")
    ran = run("eval", several, "--loss", "cross_entropy", "--json")
    first, second = (sample["losses"]["cross_entropy"] for sample in ran.json["samples"])
    assert math.isfinite(first["value"])
    assert "2" in first["caution"]
    assert "caution" not in second
    assert "cross_entropy: caution: " in ran.err


def test_nan_and_infinities_are_data(run: Run, write) -> None:
    table = write("logit:a,target:a\nnan,1\ninf,0\n-inf,0\n")
    assert values(run("eval", table, "--loss", "bce", "--json"), "bce") == ["nan", "inf", 0.0]
    assert [row[1] for row in rows(run("eval", table, "--loss", "bce").out)[2:]] == ["nan", "inf", "0.0000"]


# Where the numbers come from


def test_standard_input(run: Run) -> None:
    piped = run("eval", "-", "--json", stdin=FIVE.read_bytes())
    assert piped.json["samples"] == run("eval", FIVE, "--json").json["samples"]


def test_a_state_code_from_standard_input(run: Run) -> None:
    code = run("code", FIVE).out
    wanted = run("eval", code.strip(), "--json").json["samples"]
    for pasted in (code, f"\ufeff{code}", f"> {code}\r\n"):
        ran = run("eval", "-", "--json", stdin=pasted.encode())
        assert (ran.status, ran.err) == (0, "")
        assert ran.json["samples"] == wanted
    other = run("eval", code.strip(), "--loss", "r_drop", "--other", "-", stdin=code.encode())
    assert other.status == 0, other.err
    broken = run("eval", "-", stdin=code.strip()[:-3].encode())
    assert broken.status == 2
    assert "state code" in broken.err
    assert "LX1-" in broken.err


def test_standard_input_as_json_with_chinese_names(run: Run) -> None:
    text = json.dumps({"classes": ["猫", "狗"], "logits": [[1, 2]], "targets": [[0, 1]]}, ensure_ascii=False)
    ran = run("eval", "-", "--loss", "bce", "--gradient", stdin=text.encode())
    assert ran.status == 0, ran.err
    assert "猫" in ran.out


def test_targets_of_their_own(run: Run, write) -> None:
    logits, targets = write("a,b\n1,2\n3,4\n", "logits.csv"), write("a,b\n0,1\n1,1\n", "targets.csv")
    both = write("logit:a,logit:b,target:a,target:b\n1,2,0,1\n3,4,1,1\n", "both.csv")
    apart = run("eval", logits, "--targets", targets, "--json")
    assert apart.json["samples"] == run("eval", both, "--json").json["samples"]


def test_a_note_names_the_file_that_it_is_about(run: Run, write) -> None:
    labels = write("labels\nb\na\n", "labels.csv")
    ran = run("eval", write("a,b\n1,2\n3,4\n", "logits.csv"), "--targets", labels)
    assert ran.err == "loss-explorer: labels.csv: Targets read as label names.\n"
    ran = run("eval", write("a,b\n1,\n3,4\n", "logits.csv"), "--targets", labels)
    first, second = "1 empty cell is read as NaN, in line 2.", "Targets read as label names."
    assert ran.err.startswith(f"loss-explorer: logits.csv: {first} labels.csv: {second}\n")


def test_without_targets_all_are_0_and_a_note_says_so(run: Run, write) -> None:
    ran = run("eval", write("a,b\n1,2\n"), "--loss", "bce", "--json")
    assert values(ran, "bce")[0] == pytest.approx(np.logaddexp(0, [1, 2]).sum())
    assert ran.err == "loss-explorer: table.csv: No targets in this file: all are 0.\n"


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("logit:a,target:a\n1,0\n2,yes\n", ["table.csv", "3", "target:a", "'yes'"]),
        ("logit:a,logit:b\n1,2\n3\n", ["table.csv", "3"]),
        ("logit:a,logit:a\n1,2\n", ["table.csv", "'a'"]),
        ("", ["table.csv"]),
    ],
    ids=["word", "ragged", "twice", "empty"],
)
def test_unreadable_input_is_said_in_one_line(run: Run, write, content: str, parts: list[str]) -> None:
    complaint = run("eval", write(content)).complaint
    for part in parts:
        assert part in complaint


@pytest.mark.parametrize("verb", ["eval", "open"])
def test_a_missing_file_is_said(run: Run, tmp_path: Path, verb: str) -> None:
    assert "missing.csv" in run(verb, tmp_path / "missing.csv").complaint


def test_bytes_that_are_no_text(run: Run) -> None:
    assert run("eval", "-", stdin=b"a,b\n1,\xff\xfe\n").complaint.startswith("standard input: ")


def test_a_closed_standard_input_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.cli.sources.sys.stdin", None)
    with pytest.raises(CommandError, match="standard input: it is closed"):
        opened("-", None)


# Studies


@pytest.fixture
def study(tmp_path: Path):
    """A study file of two classes that shows these losses."""

    def written(*shown: ShownLoss) -> Path:
        path = tmp_path / "two.study.json"
        table = Table.of([[1.0, 2.0], [3.0, -4.0]], [[0.0, 1.0], [1.0, 0.0]])
        save(path, Study("two", table, shown), Look())
        return path

    return written


def test_a_study_is_evaluated_as_it_is_shown(run: Run, study) -> None:
    path = study(
        ShownLoss("smoothed_bce", (("epsilon", 0.3),)),
        ShownLoss("zlpr", on=False),
        ShownLoss("smoothed_bce", (("epsilon", 0.5),)),
    )
    losses = run("eval", path, "--json").json["losses"]
    assert {label: about["settings"] for label, about in losses.items()} == {
        "smoothed_bce": {"epsilon": 0.3, "convention": "half"},
        "smoothed_bce#2": {"epsilon": 0.5, "convention": "half"},
    }
    chosen = run("eval", path, "--loss", "smoothed_bce,zlpr", "--json").json["losses"]
    assert chosen["smoothed_bce"]["settings"] == {"epsilon": 0.3, "convention": "half"}
    changed = run("eval", path, "--loss", "smoothed_bce", "--set", "smoothed_bce.epsilon=0", "--json")
    bce = run("eval", path, "--loss", "bce", "--json")
    assert values(changed, "smoothed_bce") == pytest.approx(values(bce, "bce"))


def test_a_setting_for_other_classes_is_said_not_raised(run: Run, study) -> None:
    ran = run("eval", study(ShownLoss("bce", (("weight", (1.0, 2.0, 3.0)),)), ShownLoss("zlpr")), "--json")
    assert values(ran, "bce") == ["nan", "nan"]
    assert "weight has 3 numbers for 2 classes" in ran.json["samples"][0]["losses"]["bce"]["refused"]
    assert ran.json["samples"][0]["losses"]["zlpr"]["value"] > 0


# A terminal of another encoding


def test_a_terminal_that_cannot_show_a_name(spawn, environment: dict[str, str], write) -> None:
    table = write("sample,logit:猫,target:猫\n样本,1,0\n")
    poor = environment | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ran = spawn("eval", table, "--gradient", env=poor)
    assert ran.status == 0, ran.err
    assert r"\u732b" in ran.out
    assert spawn("eval", table, "--json", env=poor).json["classes"] == ["猫"]
