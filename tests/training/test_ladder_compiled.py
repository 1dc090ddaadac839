"""The compiled rung: its kernels give what the eager rung gives, and what fails falls back with a reason."""

from __future__ import annotations

import shutil
import sysconfig
import threading
from pathlib import Path
from typing import Any

import pytest

from explorer.training.experiment import Experiment, LossChoice, Recording, TaskChoice
from explorer.training.ladder import compiled, kernels
from explorer.training.ladder.compiled import Compiled, no_pause
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.kernels import NotMadeError, TooLargeError, reason, unrolled
from explorer.training.ladder.on_card import OnCard
from explorer.training.ladder.rule import Rows
from explorer.training.ladder.slopes import Slopes
from explorer.training.models import LINEAR, PERCEPTRON
from explorer.training.simulate import simulate
from tests.training.ladder_cases import VARIED, Case, difference

torch = pytest.importorskip("torch")
xp = pytest.importorskip("array_api_compat.torch")

HEADER = Path(sysconfig.get_path("include")) / "Python.h"
NEEDS_COMPILER = pytest.mark.skipif(
    not (shutil.which("g++") and HEADER.exists()), reason="no C++ compiler, or no headers of Python"
)


def eager(case: Case, given: Any) -> Any:
    return Eager().advance(case.rule, xp, *given, case.coefficients)


@NEEDS_COMPILER
@pytest.mark.filterwarnings("ignore")  # of torch's compiler about itself
def test_a_kernel_gives_what_the_eager_rung_gives() -> None:
    """One that is quickly made; `python -m tests.benchmarks train --every` makes those of all losses."""
    case = Case(loss="bce", optimizer="momentum", updates=2)
    given = case.arrays(xp)
    stepper = Compiled(case.runs, turned=True, group=2)
    with torch.enable_grad():  # the caller's mode must not matter
        found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert (stepper.notes, stepper.words) == ((), "compiled, class-major, 2 updates at a time")
    assert difference(found, eager(case, given)) < 1e-5


@pytest.mark.parametrize(
    ("case", "turned"),
    [
        (Case(updates=3, decay=0.01), True),
        (Case(loss="asl", optimizer="nesterov", model=LINEAR), False),
        (Case(loss="r_drop", optimizer="sgd", model=PERCEPTRON, dtype="float64"), False),
        (Case(loss="symmetric_kl_sigmoid", optimizer="rmsprop"), False),
    ],
    ids=["free-zlpr", "linear-asl", "perceptron-r_drop", "free-symmetric_kl"],
)
def test_a_graph_is_what_it_was_traced_from(
    case: Case, turned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the way but the compiler: the traced graph is run as it is."""
    monkeypatch.setattr(kernels, "compiled_graph", lambda graph, _flat: graph)
    given = case.arrays(xp)
    stepper = Compiled(case.runs, turned=turned, group=2)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert stepper.notes == ()
    assert difference(found, eager(case, given)) < (1e-5 if case.dtype == "float32" else 1e-12)


@pytest.mark.parametrize("turned", [False, True], ids=["runs first", "classes first"])
@pytest.mark.parametrize("case", VARIED, ids=lambda case: case.loss)
def test_a_kernel_takes_an_array_of_settings(
    case: Case, turned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In blocks of two, the last of which is filled up; one kernel, whatever the numbers are."""
    monkeypatch.setattr(kernels, "compiled_graph", lambda graph, _flat: graph)
    given = case.arrays(xp)
    stepper = Compiled(2, turned=turned, group=3)
    found = stepper.advance(case.varied(xp), xp, *given, case.coefficients)
    assert stepper.notes == ()
    assert sum(making.kernel is not None for making in stepper._makings.values()) == 1
    wanted = Eager().advance(case.one_by_one, xp, *given, case.coefficients)
    assert difference(found, wanted) < 1e-12


@pytest.mark.cuda
@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
@pytest.mark.parametrize("classes", [7, 100, 10_000])
@pytest.mark.parametrize("loss", ["zlpr", "soft_zlpr", "cross_entropy", "bce", "focal", "asl"])
def test_the_triton_kernel_on_a_card(loss: str, classes: int) -> None:
    case = Case(loss=loss, optimizer="adam", runs=300, classes=classes, updates=20)
    weights, slots, rows = case.arrays(xp)
    given = (weights[0].cuda(),), (tuple(slot.cuda() for slot in slots[0]),), Rows(None, rows.targets.cuda())
    stepper = OnCard()
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    wanted = eager(case, given)
    assert stepper.notes == ()
    assert torch.allclose(found[0][0], wanted[0][0], rtol=1e-3, atol=1e-3)


def test_a_compiler_that_fails_leaves_the_work_to_the_eager_rung(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: Any, **_options: Any) -> Any:
        raise RuntimeError("no C++ compiler was found.\nA long story follows.")

    monkeypatch.setattr(compiled, "make", fails)
    case = Case(runs=7, updates=9)
    given = case.arrays(xp)
    stepper = Compiled(2)
    assert stepper.words == "compiled, 8 updates at a time"
    for _ in range(2):  # in the middle of a call, and before one
        found = stepper.advance(case.rule, xp, *given, case.coefficients)
        assert difference(found, eager(case, given)) < 1e-6
        assert stepper.words == "eager"
        assert stepper.updates == 1
        assert stepper.notes == ("Compiled rung not used: RuntimeError: no C++ compiler was found.",)


def test_a_graph_that_is_too_large_is_taken_one_update_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []

    def picky(rule: Any, settings: Any, inputs: Any, *, turned: bool, xp: Any) -> Any:
        sizes.append(next(iter(inputs.coefficients.values())).shape[0])
        if sizes[-1] > 1:
            raise TooLargeError("too many")
        return unrolled(rule, settings, inputs, turned=turned, xp=xp)

    monkeypatch.setattr(compiled, "make", picky)
    case = Case(updates=9)
    given = case.arrays(xp)
    stepper = Compiled(case.runs, group=4)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert difference(found, eager(case, given)) < 1e-6
    assert sizes == [4, 1]
    assert (stepper.words, stepper.updates, stepper.notes) == ("compiled", 1, ())


def test_a_loss_that_branches_on_its_settings_gets_them_as_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """ASL takes a logarithm of `floor` by Python's math: a tensor cannot be traced through it."""
    seen = []

    def traced(rule: Any, settings: Any, inputs: Any, *, turned: bool, xp: Any) -> Any:
        from torch.fx.experimental.proxy_tensor import make_fx

        seen.append(set(settings))
        return make_fx(unrolled(rule, settings, inputs, turned=turned, xp=xp))(*inputs.flat())

    monkeypatch.setattr(compiled, "make", traced)
    case = Case(loss="asl", optimizer="sgd", settings=({"clip": 0.1}, {"floor": 0.0}))
    given = case.arrays(xp)
    stepper = Compiled(case.runs)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert difference(found, eager(case, given)) < 1e-6
    assert stepper.notes == ()
    everything = {"gamma_positive", "gamma_negative", "clip", "floor"}
    assert seen == [set(), everything, everything]


def test_waiting_for_a_compiler_can_be_ended_and_its_kernel_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, made = threading.Event(), []

    def slow(rule: Any, settings: Any, inputs: Any, *, turned: bool, xp: Any) -> Any:
        made.append(inputs)
        assert go_on.wait(120)
        return unrolled(rule, settings, inputs, turned=turned, xp=xp)

    def cancel() -> None:
        raise InterruptedError

    monkeypatch.setattr(compiled, "make", slow)
    case = Case(updates=1)
    given = case.arrays(xp)
    stepper = Compiled(5)
    with pytest.raises(InterruptedError):
        stepper.prepare(case.rule, xp, *given, case.coefficients, cancel)
    assert stepper.notes == ()
    go_on.set()
    stepper.prepare(case.rule, xp, *given, case.coefficients, no_pause)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert difference(found, eager(case, given)) < 1e-6
    assert len(made) == 1


def test_one_kernel_is_made_at_a_time_and_none_that_nobody_waits_for() -> None:
    """A simulation that was cancelled leaves its compiler at work: the next one has its turn after it."""
    go_on, began, made = threading.Event(), threading.Event(), []

    def first() -> Any:
        began.set()
        assert go_on.wait(120)
        made.append("first")
        return made.append

    def cancel() -> None:
        raise InterruptedError

    def let_go() -> None:
        assert go_on.is_set() or made == []
        go_on.set()

    left = kernels.Making(first)
    assert began.wait(120)
    never = kernels.Making(lambda: made.append("never"))
    for making in (left, never):
        with pytest.raises(InterruptedError):
            making.wait(cancel, 30.0)
    after = kernels.Making(lambda: made.append)
    after.wait(let_go, 30.0)
    assert after.error is None
    assert after.kernel is not None
    assert made == ["first"]
    never.wait(no_pause, 30.0)
    assert made == ["first", "never"]


def test_a_kernel_is_made_for_one_who_comes_as_it_was_given_up() -> None:
    """Its thread had just looked whether anybody waits: nobody did."""

    class Late(kernels.Making):
        looks = iter([True])

        @property
        def _is_left(self) -> bool:
            return next(self.looks, False)

        @_is_left.setter
        def _is_left(self, left: bool) -> None:
            pass

    with kernels.COMPILER:
        late = Late(lambda: [].append)
        let_go = iter([kernels.COMPILER.release])

        def pause() -> None:
            next(let_go, bool)()

        late.wait(pause, 60.0)
        kernels.COMPILER.acquire()
    assert late.error is None
    assert late.kernel is not None


def test_a_compiler_that_is_never_free_is_not_waited_for() -> None:
    with kernels.COMPILER:
        waits = kernels.Making(lambda: pytest.fail("it has no turn"))
        waits.wait(no_pause, 0.05)
    assert str(waits.error) == "the compiler needs more than 0.05 s"


@pytest.mark.parametrize("model", [LINEAR, PERCEPTRON], ids=["linear", "perceptron"])
def test_the_loss_alone_is_traced_to_the_same_updates(model: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "compiled_graph", lambda graph, _flat: graph)
    settings = ({"epsilon": 0.1}, {"epsilon": 0.3})
    case = Case(loss="smoothed_zlpr", model=model, runs=7, decay=0.01, settings=settings)
    given = case.arrays(xp)
    stepper = Slopes(2)
    stepper.prepare(case.rule, xp, *given, case.coefficients, no_pause)
    assert len(stepper._kernels._makings) == 1
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert (stepper.notes, stepper.words) == ((), "loss compiled")
    assert difference(found, eager(case, given)) < 1e-6
    assert len(stepper._kernels._makings) == 1, "other settings must not need other kernels"


def test_a_loss_that_is_not_compiled_goes_through_the_eager_rung(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: Any, **_options: Any) -> Any:
        raise RuntimeError("no compiler")

    monkeypatch.setattr(compiled, "make", fails)
    case = Case(model=LINEAR)
    given = case.arrays(xp)
    stepper = Slopes(case.runs)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert difference(found, eager(case, given)) == 0.0
    assert (stepper.words, stepper.notes) == (
        "eager",
        ("Compiled rung not used: RuntimeError: no compiler.",),
    )


@NEEDS_COMPILER
@pytest.mark.filterwarnings("ignore")
def test_kernels_of_the_loss_are_called_by_several_threads_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them while the next kernel is traced; the same bits again, nearly those of eager."""
    monkeypatch.setenv("LOSS_EXPLORER_RUNG", "loss-compiled")
    task = TaskChoice("linear", (("classes", (7,)), ("features", (4,)), ("held_rows", (0,)), ("rows", (40,))))
    asked = Experiment(
        task=task, losses=(LossChoice("bce"), LossChoice("smoothed_bce")), updates=30, seeds=3,
        recording=Recording(count=6, metrics=("loss", "micro_f1", "best_micro_f1", "weight_norm")),
    )  # fmt: skip
    monkeypatch.setattr("explorer.training.engine.rungs.pays", lambda _numbers: True)
    monkeypatch.setattr("explorer.training.ladder.choose.CACHE_BYTES", 1)
    one, again = simulate(asked, "cpu"), simulate(asked, "cpu")
    monkeypatch.setenv("LOSS_EXPLORER_RUNG", "eager")
    plain = simulate(asked, "cpu")
    assert (one.rung, one.notes) == ("loss compiled, blocks of 1 run", ())
    for name, found in one.metrics.items():
        assert (found == again.metrics[name]).all()
        assert abs(found - plain.metrics[name]).max() < 1e-4


def test_a_compiler_that_takes_too_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(compiled, "make", lambda *_arguments, **_options: go_on.wait(120))
    case = Case(updates=1)
    given = case.arrays(xp)
    stepper = Compiled(case.runs, patience=0.05)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    go_on.set()
    assert difference(found, eager(case, given)) < 1e-6
    assert stepper.notes == ("Compiled rung not used: the compiler needs more than 0.05 s.",)


@pytest.mark.parametrize("wrong", [1.0, 0.01])
def test_a_kernel_that_gives_something_else_is_not_used(
    wrong: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a compiler makes is compared with the eager rung before it is used."""

    def compiles_wrongly(graph: Any, _flat: Any) -> Any:
        return lambda *arrays: tuple(array + wrong for array in graph(*arrays))

    monkeypatch.setattr(kernels, "compiled_graph", compiles_wrongly)
    case = Case(updates=2)
    given = case.arrays(xp)
    stepper = Compiled(case.runs)
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert stepper.notes == ("Compiled rung not used: its answers differ from the eager ones.",)
    assert difference(found, eager(case, given)) < 1e-6


def test_the_reason_is_short_enough_for_a_status_line() -> None:
    assert reason(NotMadeError("the graph is too large.")) == "the graph is too large"
    assert reason(ValueError("\n\n" + 300 * "x")) == ("ValueError: " + 300 * "x")[:200]
