"""`loss-explorer check`: what the doctor finds, as text and as JSON."""

import json
import os
import re
import subprocess
import sys
import threading

import numpy as np
import pytest

from explorer.analysis.doctor import RULES

TABLE = """sample,logit:cat,logit:dog,logit:owl,target:cat,target:dog,target:owl
one,1,-1,2,1,0,1
two,0.5,nan,2,1,0,1
three,5,-1,2.5,-100,0,1
four,5,-1.5,2,0.3,0,1
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "pets.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def written(tmp_path, logits, targets):
    path = tmp_path / "table.npz"
    np.savez(path, logits=np.asarray(logits, dtype=float), targets=np.asarray(targets, dtype=float))
    return path


def test_errors_end_with_1_and_are_told_by_rule(run, table):
    ran = run("check", table)
    assert (ran.status, ran.err) == (1, "")
    lines = ran.out.splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads == [
        "error: Targets of −1 or −100: 1 sample (ignore-index)",
        "error: Soft targets under a hard loss: 1 sample (soft-under-hard)",
        "error: Logits that are not finite: 1 sample (not-finite)",
        "4 samples of 3 classes: 3 samples with errors",
    ]
    assert lines[1].startswith("  three: Target of cat: −100; elsewhere this means: ignore the class.")
    assert lines[2] == f"  What to do: {RULES['ignore-index'].advice}"


def test_json_has_counts_and_findings(run, table):
    ran = run("check", table, "--json")
    assert ran.status == 1
    assert ran.json["counts"] == {"ignore-index": 1, "soft-under-hard": 1, "not-finite": 1}
    first, *_ = ran.json["findings"]
    assert set(first) == {"rule", "severity", "sample", "classes", "message"}
    assert (first["rule"], first["severity"]) == ("ignore-index", "error")
    assert (first["sample"], first["classes"]) == ("three", ["cat"])
    assert "505.0" in first["message"]


def test_warnings_and_notes_end_with_0(run, tmp_path):
    ran = run(
        "check", written(tmp_path, [[2.0, -1.0, 0.5]], [[1, 1, 0]]), "--loss", "cross_entropy", "--json"
    )
    assert ran.status == 0
    assert ran.json["counts"] == {"not-one": 1}
    assert ran.json["findings"][0]["severity"] == "warning"


def test_clean_tables_have_nothing(run, tmp_path):
    ran = run("check", written(tmp_path, [[2.0, -1.0], [-2.0, 1.0]], [[1, 0], [0, 1]]))
    assert (ran.status, ran.out) == (0, "2 samples of 2 classes: nothing found\n")


def test_losses_and_settings_are_chosen(run, tmp_path):
    path = written(tmp_path, [[2.0, -1.0, 0.5]], [[0.9, 0.1, 0.2]])
    assert run("check", path, "--loss", "bce").status == 0
    assert run("check", path, "--loss", "zlpr").status == 1
    ran = run("check", path, "--loss", "bce", "--set", "bce.pos_weight=3", "--json")
    assert ran.json["losses"] == ["bce"]
    [finding] = ran.json["findings"]
    assert (finding["rule"], finding["sample"]) == ("pos-weight-reading", None)


def test_at_most_so_many_are_listed_and_all_are_counted(run, tmp_path):
    targets = np.tile([1.0, 2.0, 0.0], (30, 1))
    path = written(tmp_path, np.random.default_rng(0).normal(size=(30, 3)), targets)
    ran = run("check", path, "--loss", "bce", "--most", "4", "--json")
    assert ran.json["counts"] == {"targets-outside": 30}
    assert [finding["sample"] for finding in ran.json["findings"]] == [
        f"sample {row}" for row in (1, 2, 3, 4)
    ]
    text = run("check", path, "--loss", "bce", "--most", "4").out
    assert "Targets outside 0 to 1: 30 samples (targets-outside)" in text
    assert "  and 26 more\n" in text
    none = run("check", path, "--loss", "bce", "--most", "0")
    assert none.status == 1
    assert "  and 30 more\n" in none.out


def test_contradictions_name_both_samples(run, tmp_path):
    path = written(tmp_path, [[2.0, -1.0], [0.5, 1.0], [2.0, -1.0]], [[1, 0], [0, 1], [1, 1]])
    ran = run("check", path, "--loss", "bce", "--json")
    assert ran.json["counts"]["contradicting"] == 2
    told = next(finding for finding in ran.json["findings"] if finding["rule"] == "contradicting")
    assert told["sample"] == "sample 3"
    assert "the logits of sample 1" in told["message"]


def test_targets_come_from_another_file(run, tmp_path):
    for name, array in (("logits", [[1.0, -1.0]]), ("targets", [[-100.0, 1.0]])):
        np.save(tmp_path / f"{name}.npy", np.asarray(array))
    ran = run("check", tmp_path / "logits.npy", "--targets", tmp_path / "targets.npy", "--json")
    assert ran.status == 1
    assert ran.json["counts"] == {"ignore-index": 1}


def test_a_table_comes_from_standard_input(run):
    assert run("check", "-", stdin=TABLE.encode()).status == 1


def test_a_name_with_a_line_end_stays_on_its_line(run, tmp_path):
    path = tmp_path / "table.json"
    path.write_text(
        json.dumps({"samples": ["a\nb"], "logits": [[1.0, -1.0]], "targets": [[2.0, 0.0]]}), encoding="utf-8"
    )
    ran = run("check", path, "--loss", "bce")
    assert ran.out.count("\n") == len(ran.out.splitlines()) == 5, ran.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["check", "missing.csv"], "missing.csv"),
        (["check", "--loss", "nosuch"], "no loss 'nosuch'"),
        (["check", "--most", "few"], "'few' is no count; allowed: a whole number from 0"),
        (["check", "--set", "bce.pos_weight=-1"], "outside [0, 1e+06]"),
    ],
)
def test_bad_use_is_refused_in_one_line(run, words, complaint):
    assert complaint in run(*words).complaint


def test_the_opening_study_is_checked_without_a_file(run):
    ran = run("check", "--json")
    assert ran.status == 0
    assert ran.json["samples"] == 5


def test_ten_are_listed_in_text_and_a_hundred_in_json(run, tmp_path):
    targets = np.tile([1.0, 2.0, 0.0], (130, 1))
    path = written(tmp_path, np.random.default_rng(0).normal(size=(130, 3)), targets)
    text = run("check", path, "--loss", "bce").out
    assert text.count("Target of") == 10
    assert "  and 120 more\n" in text
    found = run("check", path, "--loss", "bce", "--json").json["findings"]
    assert sum(finding["rule"] == "targets-outside" for finding in found) == 100


def test_exchanged_labels_are_one_finding_with_few_examples(run, tmp_path):
    random = np.random.default_rng(1)
    labels = (random.random((60, 8)) < 0.4).astype(float)
    path = written(tmp_path, (1.0 - 2.0 * labels) * random.uniform(2.0, 4.0, labels.shape), labels)
    ran = run("check", path, "--loss", "bce")
    assert ran.out.startswith("warning: Labels of the whole table likely flipped (labels-inverted)\n")
    assert ran.out.count("lie on the wrong side of s = 0") == 3
    found = run("check", path, "--loss", "bce", "--json").json["findings"]
    assert sum(finding["rule"] == "flipped" for finding in found) > 50
    assert ran.out.endswith("1 finding about the table\n")


def until_it_was_said(check, progress, put):
    """Let the evaluation end when the line was written twice after it: the second says what is done."""
    evaluate_all, write, written = check.evaluate_all, progress.write, threading.Semaphore(0)

    def slowly(*given, **named):
        found = evaluate_all(*given, **named)
        while written.acquire(blocking=False):
            pass
        assert all(written.acquire(timeout=60) for _ in range(2))
        return found

    put(progress, "write", lambda text: (write(text), written.release()))
    put(check, "evaluate_all", slowly)


@pytest.mark.parametrize("quiet", [0.0, 600.0])
def test_a_terminal_is_told_what_is_done_after_a_while_and_the_line_goes(
    run, table, capsys, monkeypatch, quiet
):
    from explorer.cli import check, progress

    monkeypatch.setattr(progress, "EVERY", 0.01)
    monkeypatch.setattr(progress, "QUIET", quiet)
    assert run("check", table).err == ""
    monkeypatch.setattr(progress, "is_terminal", lambda: True)
    if not quiet:
        until_it_was_said(check, progress, monkeypatch.setattr)
    said = run("check", table).err
    if quiet:
        assert said == ""
    else:
        assert re.search("checked 4 of 4 samples, [0-9]+ s", said)
        assert said.endswith(progress.CLEARED)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals of this kind")
def test_a_real_terminal_sees_it(table, environment):
    """A process whose stderr is a terminal, with no patience."""
    ours, theirs = os.openpty()
    code = (
        "import sys; from explorer.cli import check, main, progress; progress.QUIET = 0.0;"
        "from tests.cli.test_cli_check import until_it_was_said;"
        "until_it_was_said(check, progress, setattr);"
        f"sys.exit(main(['check', {str(table)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=theirs, timeout=240, env=environment
    )
    os.close(theirs)
    assert done.returncode == 1
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "checked 4 of 4 samples" in said
    assert said.endswith("\r\x1b[K")


def test_neither_torch_nor_qt_is_imported(spawn, table):
    ran = spawn("check", table, options=("-X", "importtime"))
    assert ran.status == 1
    assert "PySide6" not in ran.err
    assert "| torch" not in ran.err.replace("torch.", "")
