"""The ladder without a compiler: the eager rung, which rung is chosen, and how the arrays are cut."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from explorer.training.ladder.arrays import at_each_update, stacked
from explorer.training.ladder.choose import CACHE_BYTES, VARIABLE, UnknownRungError, choose
from explorer.training.ladder.compiled import Compiled
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.stepper import Work
from explorer.training.models import FREE, LINEAR
from tests.training.ladder_cases import VARIED, Case, difference, flat

LARGE = Work(runs=1_000_000, rows=1, classes=100, weights=100, slots=2, updates=1_000)
SMALL = Work(runs=400, rows=1, classes=100, weights=100, slots=2, updates=400)


def test_eager_takes_every_update_with_its_own_numbers() -> None:
    case = Case(dtype="float64", decay=0.01)
    weights, slots, rows = case.arrays(np)
    found = Eager().advance(case.rule, np, weights, slots, rows, case.coefficients)
    for made in case.coefficients:
        weights, slots = case.rule.update(np, weights, slots, rows, made)
    assert difference(found, (weights, slots)) == 0.0


def test_numbers_in_float64_leave_weights_in_float32() -> None:
    case = Case(optimizer="momentum", decay=0.01)
    given = case.arrays(np)
    before = [array.copy() for array in flat(given[:2])]
    found = Eager().advance(case.rule, np, *given, case.coefficients)
    assert {array.dtype for array in flat(found)} == {np.dtype("float32")}
    for array, copy in zip(flat(given[:2]), before, strict=True):
        np.testing.assert_array_equal(array, copy)  # what is handed in is not written to


@pytest.mark.parametrize("case", VARIED, ids=lambda case: case.loss)
@pytest.mark.parametrize("model", [FREE, LINEAR], ids=["free", "linear"])
def test_an_array_of_settings_is_a_part_for_each_run(case: Case, model: Any) -> None:
    case = replace(case, model=model)
    given = case.arrays(np)
    with np.errstate(all="ignore"):  # as the engine does
        found, wanted, plain = (
            Eager().advance(rule, np, *given, case.coefficients)
            for rule in (case.varied(np), case.one_by_one, case.rule)
        )
    assert difference(found, wanted) < 1e-12
    assert difference(found, plain) > 1e-6


def test_a_part_of_some_runs_takes_their_settings_along() -> None:
    case = VARIED[0]
    part = case.varied(np).parts[0].of(1, 4)
    assert (part.first, part.last, part.settings["convention"]) == (1, 4, 2.0)
    np.testing.assert_array_equal(part.settings["epsilon"][:, 0, 0], case.numbers["epsilon"][1:4])


def test_coefficients_are_stacked_by_update() -> None:
    rates = np.array([1.0, 2.0])[:, None, None]
    made = [{"rate": rates, "gain": 0.5}, {"rate": 3.0 * rates, "gain": np.float64(0.25)}]
    found = stacked(np, made, np.zeros(1, dtype=np.float32))
    assert {name: array.shape for name, array in found.items()} == {
        "rate": (2, 2, 1, 1),
        "gain": (2, 1, 1, 1),
    }
    assert found["rate"][1, 1] == 6.0
    second = list(at_each_update(np, made, np.zeros(1)))[1]
    assert second["gain"] == 0.25
    assert type(second["gain"]) is float


def test_a_coefficient_may_be_a_number_in_one_update_and_an_array_in_another() -> None:
    made = [{"rate": 1.0}, {"rate": np.array([1.0, 2.0])[:, None, None]}]
    assert stacked(np, made, np.zeros(1))["rate"][:, :, 0, 0].tolist() == [[1.0, 1.0], [1.0, 2.0]]


@pytest.mark.parametrize(
    ("device", "work", "words"),
    [
        ("numpy", LARGE, "eager, blocks of 655 runs"),
        ("cpu", SMALL, "eager, blocks of 400 runs"),
        ("cpu", LARGE, "compiled, 8 updates at a time, blocks of 655 runs"),
        ("mps", LARGE, "eager, blocks of 500,000 runs"),
    ],
)
def test_the_quickest_rung_that_pays_is_chosen(device: str, work: Work, words: str) -> None:
    assert choose(device, Case().rule, work).words == words


def test_of_many_rows_the_loss_alone_is_compiled() -> None:
    rows = Work(runs=20, rows=2_000, classes=100, weights=6_500, slots=2, updates=400)
    rule = Case(model=LINEAR).rule
    assert choose("cpu", rule, rows).words == "loss compiled, blocks of 1 run"
    assert choose("cpu", rule, replace(rows, updates=100)).words == "eager, blocks of 1 run"
    assert choose("numpy", rule, rows).words == "eager, blocks of 1 run"


def test_few_classes_come_first_in_memory() -> None:
    work = Work(runs=10_000_000, rows=1, classes=10, weights=10, slots=2, updates=1_000)
    assert choose("cpu", Case().rule, work).words.startswith("compiled, class-major, 8 updates at a time")


def test_data_that_changes_is_taken_one_update_at_a_time() -> None:
    work = Work(runs=LARGE.runs, rows=9, classes=100, weights=500, slots=2, updates=1_000, fresh=True)
    assert choose("cpu", Case(model=LINEAR).rule, work).words == "compiled, blocks of 109 runs"


def test_a_card_that_lacks_triton_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.training.ladder.on_card.find_spec", lambda _name: None)
    chosen = choose("cuda", Case().rule, replace(LARGE, updates=10_000))
    assert chosen.notes == ("Triton rung not used: triton is not installed.",)
    assert chosen.words.startswith("compiled, 8 updates")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"loss": "peel"}, "it does not know the loss 'peel'"),
        ({"optimizer": "adagrad"}, "it does not know the optimizer 'adagrad'"),
        ({"model": LINEAR}, "it is for free logits of one row"),
        (
            {"loss": "bce", "settings": ({"weight": np.ones(7)},) * 2},
            "it takes no settings of single classes",
        ),
    ],
)
def test_what_the_triton_kernel_does_not_take_is_named(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnknownRungError, match=reason):
        choose("cuda", Case(**change).rule, SMALL, rung="triton")


def test_a_rung_can_be_forced_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "eager")
    assert choose("cpu", Case().rule, LARGE).words.startswith("eager")
    monkeypatch.setenv(VARIABLE, "turbo")
    with pytest.raises(UnknownRungError, match="'turbo' is not known; allowed are eager, loss-compiled, "):
        choose("cpu", Case().rule, LARGE)
    with pytest.raises(UnknownRungError, match="needs torch"):
        choose("numpy", Case().rule, LARGE, rung="compiled")
    with pytest.raises(UnknownRungError, match="'linear'"):
        choose("cpu", Case(model=LINEAR).rule, LARGE, rung="class-major")


@pytest.mark.parametrize("runs", [1, 7, 655, 656, 4_096, 1_000_003])
def test_blocks_are_even_and_fit_into_the_cache(runs: int) -> None:
    work = Work(runs=runs, rows=1, classes=100, weights=100, slots=2, updates=10)
    block = choose("cpu", Case().rule, work, rung="eager").block
    assert block * 100 * 4 * 4 <= CACHE_BYTES
    blocks = -(-runs // block)
    assert (block - 1) * blocks < runs <= block * blocks  # no smaller block would do with as many


def test_a_run_that_fits_into_no_cache_is_a_block_of_its_own() -> None:
    work = Work(runs=9, rows=1, classes=10**6, weights=10**6, slots=2, updates=10)
    assert choose("cpu", Case().rule, work).block == 1


@pytest.mark.parametrize("model", ["free", "linear"])
def test_pieces_that_are_filled_up_give_what_whole_blocks_give(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the traced function itself as its kernel, so that no compiler is needed."""
    xp = pytest.importorskip("array_api_compat.torch")
    monkeypatch.setattr("explorer.training.ladder.compiled.make", _uncompiled)
    settings = ({"epsilon": 0.1}, {"epsilon": 0.3})
    case = Case(loss="smoothed_zlpr", runs=11, updates=11, decay=0.1, settings=settings)
    if model == "linear":
        case = Case(loss="smoothed_bce", model=LINEAR, runs=11, updates=9, settings=settings)
    given = case.arrays(xp)
    wanted = Eager().advance(case.rule, xp, *given, case.coefficients)
    stepper = Compiled(3, turned=model == "free")
    found = stepper.advance(case.rule, xp, *given, case.coefficients)
    assert difference(found, wanted) < 1e-6
    assert len(stepper._makings) == 2, "other settings must not need other kernels"
    assert flat(found)[0].shape == flat(wanted)[0].shape


def _uncompiled(rule: Any, settings: Any, inputs: Any, *, turned: bool, xp: Any) -> Any:
    from explorer.training.ladder.kernels import unrolled

    return unrolled(rule, settings, inputs, turned=turned, xp=xp)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_both_ways_to_the_exponentials_of_a_sigmoid_give_the_same_bits(dtype: str) -> None:
    xp = pytest.importorskip("array_api_compat.torch")
    from explorer.numeric import exponentials
    from explorer.training.ladder.arrays import Compilable

    ends = [0.0, -0.0, 800.0, -800.0, np.inf, -np.inf, np.nan]
    values = xp.asarray(np.concatenate([np.linspace(-90.0, 90.0, 10_001), ends]).astype(dtype))
    for plain, chosen in zip(exponentials(xp, values), exponentials(Compilable(xp), values), strict=True):
        np.testing.assert_array_equal(plain, chosen)
