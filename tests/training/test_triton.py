"""The Triton rung through Triton's interpreter, on the processor; skipped where Triton is not installed.

`start.py triton` installs it and runs this file (Triton reads the variable when it is imported). The
interpreter shows that the kernel's logic is right, and `test_the_kernels_compile` that its compiler takes
them; neither says how quick they are, or what a card does.
"""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from tests.training.ladder_cases import VARIED, Case, difference

if os.environ.get("TRITON_INTERPRET") != "1":
    pytest.skip("TRITON_INTERPRET is not 1: start.py triton sets it", allow_module_level=True)
pytest.importorskip("triton")
xp = pytest.importorskip("array_api_compat.torch")

from explorer.training.ladder import on_card, trajectory  # noqa: E402
from explorer.training.ladder.eager import Eager  # noqa: E402

LOSSES = (
    "zlpr", "soft_zlpr", "smoothed_zlpr", "cross_entropy", "label_smoothing", "bce", "smoothed_bce", "focal",
    "asl",
)  # fmt: skip


def compare(case: Case) -> float:
    """The largest difference between the kernel and the eager rung."""
    weights, slots, rows = case.arrays(xp)
    wanted = Eager().advance(case.rule, xp, weights, slots, rows, case.coefficients)
    return difference(
        on_card.launched(case.rule, xp, weights, slots, rows.targets, case.coefficients), wanted
    )


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")  # in what fills a tile up
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov", "adam", "adamw"])
@pytest.mark.parametrize("loss", LOSSES)
def test_the_kernel_gives_what_the_eager_rung_gives(loss: str, optimizer: str) -> None:
    assert compare(Case(loss=loss, optimizer=optimizer, decay=0.03, dtype="float64")) < 1e-13
    assert compare(Case(loss=loss, optimizer=optimizer, runs=1, shared=True)) < 1e-5


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize(
    ("runs", "classes"), [(1, 1), (70, 1), (3, 16), (33, 17), (2, 100), (1, 1_025), (2, 10_000)]
)
def test_tiles_of_every_shape(loss: str, runs: int, classes: int) -> None:
    """One class, powers of 2 and what is just above, several tiles; runs that fill no tile."""
    case = Case(loss=loss, runs=runs, classes=classes, updates=2, shared=runs == 33, dtype="float64")
    assert compare(case) < 1e-12


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize("loss", ["zlpr", "soft_zlpr", "cross_entropy"])
@pytest.mark.parametrize("classes", [100, 10_000])
def test_logits_whose_exponentials_would_overflow(loss: str, classes: int) -> None:
    """The anchor is the largest of all tiles: beside the last tile's alone others would be infinite."""
    case = Case(loss=loss, optimizer="sgd", runs=2, classes=classes, spread=3_000.0, dtype="float64")
    assert compare(case) < 1e-12


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize(
    ("loss", "settings"),
    [
        ("smoothed_zlpr", ({"epsilon": 0.0}, {"epsilon": 1.0})),
        ("smoothed_bce", ({"epsilon": 0.2, "convention": 1}, {"convention": 3})),
        ("cross_entropy", ({"temperature": 0.3}, {"temperature": 2.0})),
        ("focal", ({"gamma": 0.0, "alpha": -1.0}, {"gamma": 5.0, "alpha": 0.9})),
        ("asl", ({"clip": 0.0, "floor": 0.0}, {"clip": 0.3, "gamma_negative": 0.0, "floor": 0.1})),
        ("bce", ({"pos_weight": 3.0}, {"weight": 0.25})),
    ],
)
def test_parts_have_settings_of_their_own(loss: str, settings: tuple[dict[str, Any], ...]) -> None:
    assert compare(Case(loss=loss, settings=settings, optimizer="sgd", dtype="float64")) < 1e-13


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize("case", VARIED, ids=lambda case: case.loss)
def test_settings_of_single_runs(case: Case) -> None:
    case = replace(case, optimizer="sgd")
    weights, slots, rows = case.arrays(xp)
    given = xp, weights, slots, rows
    wanted = Eager().advance(case.one_by_one, *given, case.coefficients)
    for rule in (case.varied(xp), case.one_by_one):
        found = on_card.launched(rule, *given[:3], rows.targets, case.coefficients)
        assert difference(found, wanted) < 1e-13


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_the_kernel_is_tried_on_the_settings_of_a_few_runs() -> None:
    case = replace(VARIED[0], runs=100)  # more than it is tried on
    given = case.arrays(xp)
    stepper = on_card.OnCard()
    found = stepper.advance(case.varied(xp), xp, *given, case.coefficients)
    assert stepper.notes == ()
    assert difference(found, Eager().advance(case.one_by_one, xp, *given, case.coefficients)) < 1e-13


def test_the_stepper_tries_the_kernel_before_it_trusts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case(runs=70, updates=9)
    given = case.arrays(xp)
    stepper = on_card.OnCard()
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    wanted = Eager().advance(case.rule, xp, *given, case.coefficients)
    assert difference(found, wanted) < 1e-5
    assert (stepper.notes, stepper.words) == ((), "one Triton kernel between records")

    launched = on_card.launched
    monkeypatch.setattr(on_card, "launched", lambda *given: ((launched(*given)[0][0] * 1.01,), given[3]))
    wrong = on_card.OnCard()
    assert difference(wrong.advance(case.rule, xp, *given, case.coefficients), wanted) == 0.0
    assert wrong.notes == ("Triton rung not used: its answers differ from the eager ones.",)
    assert wrong.words == "eager"


def test_a_card_on_which_nothing_starts_leaves_the_work_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: Any) -> Any:
        raise RuntimeError("0 active drivers")

    monkeypatch.setattr(on_card, "launched", fails)
    case = Case()
    given = case.arrays(xp)
    stepper = on_card.OnCard()
    stepper.prepare(case.rule, xp, *given, case.coefficients, lambda: None)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert difference(found, Eager().advance(case.rule, xp, *given, case.coefficients)) == 0.0
    assert stepper.notes == ("Triton rung not used: RuntimeError: 0 active drivers.",)


COMPILE = """
from triton.backends.compiler import GPUTarget
from triton.compiler import ASTSource, compile
from explorer.training.ladder.on_card import COEFFICIENTS, LOSSES_ON_CHIP, tile_of
from explorer.training.ladder.trajectory import compiled_functions

NUMBERS = "runs classes updates target_step name_step run_step setting_step own_step".split()
SLOTS = {"sgd": 0, "momentum": 1, "nesterov": 1, "adam": 2, "adamw": 2}
resident, streamed = compiled_functions()

def made(loss, optimizer, classes):
    known = LOSSES_ON_CHIP[loss]
    tile = tile_of(classes, elementwise=known.elementwise)
    function = resident if known.elementwise or classes <= tile[1] else streamed
    constants = dict(
        loss=known.base, optimizer=optimizer, slots=SLOTS[optimizer], names=len(COEFFICIENTS[optimizer]),
        tile_runs=tile[0], tile_classes=tile[1], tiny=2.0**-126,
    )
    kinds = {
        name: "constexpr" if name in constants else "i32" if name in NUMBERS else "*fp32"
        for name in function.arg_names
    }
    source = ASTSource(fn=function, signature=kinds, constexprs=constants)
    return compile(source, target=GPUTarget("cuda", 90, 32), options={"num_warps": 4}).asm["ptx"]

pairs = [(loss, "adam") for loss in ("zlpr", "soft_zlpr", "cross_entropy", "bce", "focal", "asl")]
pairs += [("zlpr", optimizer) for optimizer in SLOTS]
for loss, optimizer in pairs:
    assert ".entry resident" in made(loss, optimizer, 100)
for loss in ("zlpr", "soft_zlpr", "cross_entropy"):
    assert ".entry streamed" in made(loss, "momentum", 10_000)
print("compiled")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Triton compiles on Linux alone")
def test_the_kernels_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a card that need not be here: the compiler refuses what the interpreter lets pass."""
    monkeypatch.delenv("TRITON_INTERPRET")
    done = subprocess.run([sys.executable, "-c", COMPILE], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "compiled", done.stderr[-2_000:]


def test_every_function_of_the_kernel_is_handed_over() -> None:
    """A function that is not handed over would run as plain Python, in the interpreter alone."""
    own = inspect.getmembers(trajectory, inspect.isfunction)
    names = {name for name, function in own if function.__module__ == trajectory.__name__}
    assert names <= {function.__name__ for function in trajectory.FUNCTIONS}
