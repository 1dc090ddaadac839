"""Random numbers depend on the seed and the purpose, and on nothing else."""

from __future__ import annotations

import math
from hashlib import blake2b
from itertools import combinations
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from explorer.training import draws
from explorer.training.inputs.normals import logarithms, normals

SEEDS = some.lists(some.integers(0, 5_000), min_size=1, max_size=40)
FAR = some.lists(some.integers(0, 2**62), min_size=1, max_size=5)


@given(SEEDS | FAR, some.integers(1, 9))
def test_words_of_a_seed_are_the_same_alone_and_in_any_company(seeds: list[int], count: int) -> None:
    together = draws.words(seeds, "test", count)
    alone = np.concatenate([draws.words([seed], "test", count) for seed in seeds])
    np.testing.assert_array_equal(together, alone)


@given(SEEDS)
def test_normals_of_a_seed_have_the_same_bits_alone_and_in_any_company(seeds: list[int]) -> None:
    together = draws.normal(seeds, "test", 3, 5)
    alone = np.concatenate([draws.normal([seed], "test", 3, 5) for seed in seeds])
    np.testing.assert_array_equal(together.view(np.uint64), alone.view(np.uint64))


def philox(key: tuple[int, int], count: int) -> list[int]:
    """Return the four words of one count, as Salmon et al. 2011 write the generator down."""
    mask, (first, second) = 2**64 - 1, key
    words = [count, 0, 0, 0]
    for _ in range(10):
        low, high = 0xD2E7470EE14C6C93 * words[0], 0xCA5A826395121157 * words[2]
        words = [high >> 64 ^ words[1] ^ first, high & mask, low >> 64 ^ words[3] ^ second, low & mask]
        first, second = (first + 0x9E3779B97F4A7C15) & mask, (second + 0xBB67AE8584CAA73B) & mask
    return words


@pytest.mark.parametrize("seed", [0, 1, 1_023, 1_024, 7_000_000])
def test_words_are_those_of_philox(seed: int) -> None:
    """What they are is in result files and in pictures: it must never change."""
    key = int.from_bytes(blake2b(b"start logits", digest_size=8).digest(), "little")
    block, place = divmod(seed, 1_024)
    # Six words take two counts of each seed; the first count of NumPy is 1.
    expected = [word for step in (1, 2) for word in philox((key, block), 2 * place + step)][:6]
    assert draws.words([seed], "start logits", 6)[0].tolist() == expected


def test_purposes_blocks_and_updates_are_unrelated() -> None:
    seeds = np.arange(2_000)
    first, second = (draws.normal(seeds, purpose, 50) for purpose in ("one", "two"))
    for one, two in ((first, second), (first[:900], first[1_024:1_924]), (first[:-1], first[1:])):
        assert abs(np.corrcoef(one.ravel(), two.ravel())[0, 1]) < 5.0 / math.sqrt(one.size)
    assert (draws.flips(seeds, 1, 0.5, 4) != draws.flips(seeds, 2, 0.5, 4)).any()


@pytest.mark.parametrize("count", [1, 4, 6, 9])
def test_no_two_seeds_share_a_word(count: int) -> None:
    """Of one purpose and one count; those of another count are of the same stream."""
    made = draws.words(np.arange(3_000), "one", count)
    assert np.unique(made).size == made.size
    np.testing.assert_array_equal(draws.words([2], "one", 4), draws.words([1], "one", 8)[:, :4])


def test_uniforms_are_spread_evenly_and_never_0_or_1() -> None:
    found = draws.uniform(np.arange(2_000), "test", 100).ravel()
    assert 0.0 < found.min() < 1e-4 < 1.0 - 1e-4 < found.max() < 1.0
    counts = np.histogram(found, bins=20, range=(0.0, 1.0))[0]
    assert np.abs(counts - 10_000).max() < 6.0 * math.sqrt(10_000 * 0.95)


def test_normals_are_those_of_the_distribution() -> None:
    """Python's own inverse uses the same fractions with the machine's logarithm."""
    ends = 2.0 ** -np.arange(1.0, 54.0)
    uniforms = np.concatenate((draws.uniform([4], "test", 40_000)[0], ends, 1.0 - ends[1:-1]))
    expected = [NormalDist().inv_cdf(uniform) for uniform in uniforms]
    np.testing.assert_allclose(normals(uniforms), expected, rtol=4e-15, atol=4e-16)
    np.testing.assert_array_equal(normals(1.0 - uniforms[40_001:40_050]), -normals(uniforms[40_001:40_050]))


def test_normals_have_mean_0_and_deviation_1() -> None:
    found = draws.normal(np.arange(1_000), "test", 200)
    assert abs(found.mean()) < 5.0 / math.sqrt(found.size)
    assert abs(found.std() - 1.0) < 5.0 / math.sqrt(2.0 * found.size)
    assert abs((found**4).mean() - 3.0) < 5.0 * math.sqrt(96.0 / found.size)


@given(some.floats(1e-300, 1e300))
def test_logarithm_is_right_to_the_last_digits(number: float) -> None:
    np.testing.assert_allclose(logarithms(np.array([number])), math.log(number), rtol=1e-15, atol=1e-16)


@given(SEEDS, some.integers(1, 6), some.data())
def test_subsets_have_as_many_as_were_asked_for(seeds: list[int], size: int, data: some.DataObject) -> None:
    most = data.draw(some.integers(0, size))
    counts = np.array(data.draw(some.lists(some.integers(0, most), min_size=len(seeds), max_size=len(seeds))))
    found = draws.subsets(seeds, "test", counts, most, size)
    np.testing.assert_array_equal(found.sum(axis=1), counts)
    np.testing.assert_array_equal(draws.subsets(seeds[:1], "test", counts[:1], most, size)[0], found[0])


def test_every_subset_is_equally_likely() -> None:
    seeds = np.arange(20_000)
    found = draws.subsets(seeds, "test", np.full(len(seeds), 2), 3, 5)
    sets = [tuple(np.flatnonzero(row)) for row in found]
    counts = np.array([sets.count(pair) for pair in combinations(range(5), 2)])
    assert np.abs(counts - 2_000).max() < 5.0 * math.sqrt(2_000)


def test_whole_numbers_reach_both_ends_equally_often() -> None:
    found = draws.between(np.arange(5_000), "test", 3, 7, 4)
    values, counts = np.unique(found, return_counts=True)
    assert values.tolist() == [3, 4, 5, 6, 7]
    assert np.abs(counts - 4_000).max() < 5.0 * math.sqrt(4_000)


def test_an_epoch_goes_through_every_row_once_in_its_own_order() -> None:
    first, second = (draws.row_order([3, 9], epoch, 40) for epoch in (0, 1))
    np.testing.assert_array_equal(np.sort(first, axis=1), np.tile(np.arange(40), (2, 1)))
    assert (first != second).any()
    assert (first[0] != first[1]).any()
    np.testing.assert_array_equal(draws.row_order([9], 0, 40)[0], first[1])


@pytest.mark.parametrize("share", [0.0, 0.03, 0.5, 1.0])
def test_flips_come_as_often_as_they_should(share: float) -> None:
    found = draws.flips(np.arange(300), 7, share, 10, 31)
    assert found.shape == (300, 10, 31)
    assert abs(found.mean() - share) <= 5.0 * math.sqrt(share * (1.0 - share) / found.size)
    np.testing.assert_array_equal(draws.flips([299, 5], 7, share, 10, 31), found[[299, 5]])


def test_labels_are_drawn_by_their_chances() -> None:
    chances = np.array([[[0.0, 0.2, 1.0]]])
    found = draws.labels(np.arange(200), 3, chances, 100)
    assert found.shape == (200, 100, 3)
    assert set(np.unique(found)) == {0.0, 1.0}
    assert found[..., 0].max() == 0.0
    assert found[..., 2].min() == 1.0
    assert abs(found[..., 1].mean() - 0.2) < 5.0 * math.sqrt(0.16 / 20_000)


@pytest.mark.parametrize(
    ("seeds", "said"),
    [([3, -1], "seed -1 is below 0"), ([0.5], "whole numbers"), ([[1]], "one for each run")],
)
def test_what_is_no_seed_is_refused(seeds: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        draws.words(seeds, "test", 1)


SHAPES = some.tuples(some.integers(1, 9), some.integers(1, 5))


@given(some.lists(some.integers(0, 3_000), min_size=1, max_size=4), SHAPES, some.data())
def test_a_part_of_the_rows_is_drawn_as_in_the_whole(
    seeds: list[int], shape: tuple[int, int], data: some.DataObject
) -> None:
    first = data.draw(some.integers(0, shape[0]))
    part = draws.Part(first, data.draw(some.integers(first, shape[0])))
    rows = slice(*part)
    for drawn in (
        lambda **which: draws.uniform(seeds, "test", *shape, **which),
        lambda **which: draws.normal(seeds, "test", *shape, **which),
        lambda **which: draws.between(seeds, "test", 3, 900, *shape, **which),
        lambda **which: draws.chosen(seeds, "test", 0.4, *shape, **which),
    ):
        np.testing.assert_array_equal(drawn(part=part), drawn()[:, rows])


@pytest.mark.parametrize("shape", [(9, 1), (3, 7), (40, 11)])
def test_many_numbers_are_drawn_in_pieces_with_the_same_bits(
    monkeypatch: pytest.MonkeyPatch, shape: tuple[int, int]
) -> None:
    seeds = [5, 2, 1_023, 1_024]
    whole, paused = draws.normal(seeds, "test", *shape), []
    monkeypatch.setattr(draws.pieces, "__defaults__", (10,))
    pieces = draws.normal(seeds, "test", *shape, pause=lambda: paused.append(1))
    np.testing.assert_array_equal(pieces.view(np.uint64), whole.view(np.uint64))
    assert len(paused) >= whole.size / 10


def test_no_runs_have_no_numbers() -> None:
    assert draws.normal([], "test", 2, 3).shape == (0, 2, 3)
