"""Scripts of every loss, run: they print the values and gradients that the program shows, to 1e-12."""

import contextlib
import io
import math
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.descents import Descents
from explorer.analysis.evaluation import evaluations
from explorer.analysis.scripts import FRAMEWORKS, ScriptFailure, script
from explorer.catalogue.labels import Labels
from explorer.losses import LOSSES
from explorer.study.examples import opening
from explorer.study.state import State
from explorer.study.study import Pin, ShownLoss, Study
from explorer.study.table import Table

SHIPPED = [loss.key for loss in LOSSES.values() if loss.family != "own"]
LOGITS = np.array([1.4, -0.8, 4.1, -3.2, 0.05, 2.6])
OTHER = np.array([0.3, 0.9, 2.0, -1.1, -0.4, 3.1])
# other settings than the defaults, so that none is forgotten
SETTINGS = {
    "bce": {"pos_weight": (0.5, 2.0, 1.0, 3.0, 0.1, 1.5), "weight": 0.7},
    "distribution_balanced": {
        "class_weight": 2.0, "bias": (0.1, 0.2, 0.3, -0.4, 0.5, 0.0), "negative_scale": 2,
    },
    "asl": {"clip": 0.0, "gamma_negative": 2.5, "floor": 0.0},
    "focal": {"alpha": -1.0, "gamma": 1.5},
    "peel": {"amount": 1.0},
    "combinatorial_threshold": {"max_labels": 3, "threshold": 0.4},
    "partition_distribution": {"raw_partition": 0.001},
}  # fmt: skip
WORDS = {"convention": 1.0, "epsilon": 0.3, "max_labels": 4.0}


def sample_of(loss) -> tuple[np.ndarray, np.ndarray]:
    logits = {"logits": LOGITS, "cosines": LOGITS / 5, "predictions": (LOGITS + 4) / 9}[loss.inputs[0]]
    soft = loss.labels in (Labels.SOFT, Labels.ANY)
    one = np.array([0.0, 0, 1, 0, 0, 0])
    several = np.array([0.2, 1, 0, 0, 0.9, 0.5]) if soft else np.array([0.0, 1, 0, 0, 0, 1])
    return logits, one if loss.labels in (Labels.ONE_HOT, Labels.DISTRIBUTION) else several


def other_settings(loss) -> dict:
    if loss.key in SETTINGS:
        return SETTINGS[loss.key]
    found = {}
    for parameter in loss.parameters:
        if parameter.kind != "other_logits":
            middle = min(parameter.default * 1.5 + 0.05, parameter.high)
            found[parameter.name] = WORDS.get(parameter.name, middle)
    return found


def state_of(*shown, logits=LOGITS, targets=None) -> State:
    table = Table.of(logits, np.zeros(len(logits)) if targets is None else targets)
    study = Study("scripts", table, tuple(shown))
    return State(replace(study, pin=Pin(0, "before", OTHER[: len(logits)], np.zeros(len(logits)), shown)))


def printed(text: str) -> list[tuple[float, list[float]]]:
    """Run a script and return what it prints for each loss: the value and the gradient."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(text, "script", "exec"), {"__name__": "__main__"})
    return parsed(out.getvalue())


def parsed(text: str) -> list[tuple[float, list[float]]]:
    found: list[tuple[float, list[float]]] = []
    for line in text.splitlines():
        number = float(line.rpartition(": ")[2])
        if line.startswith("    "):
            found[-1][1].append(number)
        else:
            found.append((number, []))
    return found


def check(state: State, framework: str) -> None:
    wanted = [each for each in evaluations(state) if each.refusal is None]
    found = printed(script(state, framework))
    assert len(found) == len(wanted) > 0
    for (value, gradient), each in zip(found, wanted, strict=True):
        assert value == pytest.approx(each.value, rel=1e-12, abs=1e-12), each.loss.key
        np.testing.assert_allclose(gradient, each.gradient, rtol=1e-12, atol=1e-12, err_msg=each.loss.key)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("key", SHIPPED)
def test_every_loss_prints_its_numbers(key, framework):
    pytest.importorskip(framework)
    loss = LOSSES[key]
    logits, targets = sample_of(loss)
    settings = tuple(other_settings(loss).items())
    assert not loss.parameters or settings or key == "r_drop"
    check(state_of(ShownLoss(key), ShownLoss(key, settings), logits=logits, targets=targets), framework)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
@pytest.mark.parametrize("targets", [np.zeros(6), np.ones(6), np.eye(6)[0]], ids=["none", "all", "first"])
def test_samples_without_a_side_print_their_numbers(targets, framework):
    pytest.importorskip(framework)
    check(state_of(*map(ShownLoss, SHIPPED), targets=targets, logits=LOGITS / 5), framework)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_large_logits_print_their_numbers(framework):
    pytest.importorskip(framework)
    keys = [key for key in SHIPPED if LOSSES[key].inputs[0] == "logits"]
    check(state_of(*map(ShownLoss, keys), logits=LOGITS * 200, targets=[1.0, 0, 0, 0, 0, 0]), framework)


@pytest.mark.parametrize("framework", ["numpy", "torch"])
def test_one_class_prints_its_numbers(framework):
    pytest.importorskip(framework)
    check(state_of(*map(ShownLoss, SHIPPED), logits=LOGITS[:1], targets=[1.0]), framework)


def test_the_script_runs_by_itself():
    text = script(State(opening().study), "numpy")
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", text], capture_output=True, text=True, check=True
    )
    assert [value for value, _ in parsed(ran.stdout)] == pytest.approx(
        [each.value for each in evaluations(State(opening().study))], rel=1e-12
    )
    assert ran.stdout.startswith("ZLPR: 6.459111189471")


def test_every_shipped_loss_has_code_of_its_name():
    for key in SHIPPED:
        assert f"\ndef {key}(s, " in LOSSES[key].script


def test_a_default_in_code_is_that_of_the_catalogue():
    for key in SHIPPED:
        names: dict = {"inf": math.inf}
        exec(LOSSES[key].script, names)
        defaults = names[key].__defaults__ or ()
        own = [each for each in LOSSES[key].parameters if each.kind != "other_logits"]
        assert list(defaults) == [
            each.names[int(each.default)] if each.names else each.default for each in own
        ]


def test_only_what_is_used_is_written():
    text = script(state_of(ShownLoss("bce")), "numpy")
    assert "def softplus" in text
    assert "def logsumexp" not in text
    assert "import math" not in text


def test_refused_and_foreign_losses_are_named(monkeypatch):
    state = state_of(ShownLoss("zlpr"), ShownLoss("bce"), targets=[0.5] * 6)
    assert "# Left out: ZLPR " in script(state, "numpy")
    foreign = replace(LOSSES["bce"], script="", title="mine")
    monkeypatch.setattr("explorer.analysis.scripts.writing.evaluations", lambda _: tuple(
        replace(each, loss=foreign) if each.loss.key == "bce" else each for each in evaluations(state_of(
            ShownLoss("zlpr"), ShownLoss("bce")))
    ))  # fmt: skip
    assert "# Left out: mine has no code here." in script(state, "numpy")


def test_losses_that_have_descended_have_their_own_logits():
    state = State(opening().study)
    state = replace(state, results={"descents": Descents.of(state).advance()}).with_look(time=3)
    text = script(state, "numpy")
    assert "zlpr(s, t), s1)" in text
    check(state, "numpy")


def test_odd_names_stay_texts():
    table = Table.of([1.0, 2.5, -0.5], [1.0, 0, 0], ['"', "\\", "a\nb é"])
    state = State(Study('"""\n# x', table, (ShownLoss("zlpr"),)))
    names: dict = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(script(state, "numpy"), names)
    assert tuple(names["classes"]) == table.classes


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("odd", [math.inf, -math.inf, math.nan])
def test_logits_that_are_not_finite_are_refused_rather_than_got_wrong(framework, odd):
    state = state_of(ShownLoss("zlpr"), ShownLoss("bce"), logits=np.array([1.0, odd]), targets=[0.0, 1])
    with pytest.raises(ScriptFailure, match="a logit is infinite or no number, which scripts cannot do"):
        script(state, framework)


def test_pinned_logits_that_are_not_finite_leave_out_the_losses_that_use_them():
    state = state_of(ShownLoss("zlpr"), ShownLoss("r_drop"), targets=[0.0, 1, 0, 0, 0, 0])
    other = OTHER.copy()
    other[2] = -np.inf
    state = replace(state, study=replace(state.study, pin=replace(state.study.pin, logits=other)))
    text = script(state, "numpy")
    title = LOSSES["r_drop"].title
    assert (
        f"# Left out: {title} is at a logit that is infinite or no number, which scripts cannot do." in text
    )
    ((value, _),) = printed(text)
    assert value == pytest.approx(evaluations(state)[0].value, rel=1e-12)


def test_what_cannot_be_written_is_refused():
    with pytest.raises(ScriptFailure, match="'caffe' is unknown; allowed: torch, numpy, keras"):
        script(State(opening().study), "caffe")
    with pytest.raises(ScriptFailure, match="no loss to write"):
        script(state_of(), "numpy")


def test_all_words_of_code_are_in_every_prelude():
    shared = set.intersection(*({*each.own, *each.words} for each in FRAMEWORKS.values()))
    assert {"total", "logsumexp", "softplus", "sigmoid", "where", "held", "array", "log_sets"} <= shared


@pytest.mark.parametrize("key", SHIPPED)
@pytest.mark.skipif(
    "LOSS_EXPLORER_KERAS" not in os.environ, reason="the job of Keras sets LOSS_EXPLORER_KERAS"
)
def test_keras_prints_the_numbers(key):
    keras = pytest.importorskip("keras")
    loss = LOSSES[key]
    logits, targets = sample_of(loss)
    state = state_of(ShownLoss(key), logits=logits, targets=targets)
    ((value, gradient),) = printed(script(state, "keras"))
    (wanted,) = evaluations(state)
    assert value == pytest.approx(wanted.value, rel=1e-12, abs=1e-12)
    if keras.backend.backend() != "numpy":
        np.testing.assert_allclose(gradient, wanted.gradient, rtol=1e-12, atol=1e-12)
