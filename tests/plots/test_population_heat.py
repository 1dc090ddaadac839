"""The heat map of a population: what each tile says, its colours, and how the frame moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from explorer.paint.cuts import listening
from explorer.paint.painter import paint
from explorer.paint.text import width_of
from explorer.paint.theme import LIGHT
from explorer.plots import lens, moves, plot_of
from explorer.plots.copying import numbers_of
from explorer.plots.figure import Figure, Ramp, Swatch, Text, Tiles
from explorer.plots.layout import PADDING, Layout
from explorer.plots.population import heat
from explorer.plots.population.heat import NAME_BESIDE
from explorer.plots.population.reading import curves
from explorer.training.experiment import LossChoice, OptimizerChoice
from explorer.wording import speaking
from tests.plots.populations import EIGHT, experiment, population, shown

if TYPE_CHECKING:
    from explorer.study.state import State

FIGURE = plot_of("population_heat").figure


def tiles(now: State) -> Tiles:
    (found,) = (mark for mark in FIGURE(now).marks if isinstance(mark, Tiles))
    return found


def ramp(figure: Figure) -> Ramp:
    (found,) = (mark for mark in figure.still if isinstance(mark, Ramp))
    return found


def place(now: State) -> tuple[float, float]:
    (handle,) = FIGURE(now).handles
    return handle.place.y, handle.place.x


def test_each_tile_is_the_difference_of_two_medians():
    made = population()
    found = tiles(shown(made))
    cells = {(cell.loss, cell.task["classes"], cell.rate): cell.index for cell in made.experiment.cells}
    rates = sorted({cell.rate for cell in made.experiment.cells})
    medians = made.summary.ribbons["micro_f1"][-1, :, 2]
    for row, rate in enumerate(rates):
        for column, classes in enumerate((10, 25, 50, 100, 250, 500)):
            wanted = medians[cells["zlpr", classes, rate]] - medians[cells["bce", classes, rate]]
            assert found.values[row, column] == wanted
            assert found.texts[row][column] == f"{wanted:+.2f}".replace("+0.00", "0.00")


def test_a_difference_has_both_hues_and_limits_alike():
    figure, found = FIGURE(shown()), tiles(shown())
    assert found.colours == ("sigmoid", "card", "zlpr")
    assert found.low == -found.high
    assert np.abs(found.values).max() <= found.high
    key = ramp(figure)
    assert [look.family for look in key.ends] == ["sigmoid", "zlpr"]
    assert (key.colours, key.low[0], key.high[0]) == (found.colours, "−", "+")
    assert (figure.title, figure.subtitle) == ("ZLPR minus BCE", "micro F1 after 400 updates")


def test_two_losses_of_one_hue_are_told_apart_by_grey():
    made = population(experiment((LossChoice("zlpr"), LossChoice("soft_zlpr"))))
    assert tiles(shown(made)).colours == ("ramp_high", "card", "zlpr")


def test_one_loss_lies_on_the_neutral_ramp():
    now = shown(heat__minus="none")
    found = tiles(now)
    assert found.colours == ("card", "ramp_high")
    assert FIGURE(now).title == "ZLPR"
    assert ramp(FIGURE(now)).ends == ()
    assert found.low == 0.0


def test_colours_of_a_share_stay_while_time_goes_and_what_reads_as_0_has_none():
    early, late = tiles(shown(time="0")), tiles(shown())
    assert (early.low, early.high) == (late.low, late.high)
    same = population(experiment((LossChoice("zlpr"), LossChoice("zlpr", (("x", (1.0,)),)))))
    table = same.summary.ribbons["micro_f1"].copy()
    table[:, 1::2] = table[:, ::2] + 1e-9
    flat = replace(same, summary=replace(same.summary, ribbons={"micro_f1": table}))
    assert tiles(shown(flat)).high >= 0.02


def test_the_frame_shows_a_cell_in_the_ribbons():
    now = shown()
    assert place(now) == (3.0, 3.0)
    moved = moves.move(now, "population.cell", (1.3, 4.8))
    assert moved is not None
    assert place(moved.state) == (5.0, 1.0)
    assert moved.state.look.option("population.at.classes") == "25"
    assert moved.state.look.option("population.at.rate") == "0.2"
    assert moves.move(now, "population.cell", (9.0, 0.0)) is None


@pytest.mark.parametrize(
    ("amount", "axis", "wanted"),
    [(0.1, "x", (3, 4)), (-1.0, "x", (3, 2)), (0.1, "y", (4, 3)), (-0.1, "y", (2, 3))],
)
def test_keys_move_the_frame_both_ways(amount: float, axis: str, wanted: tuple[float, float]):
    moved = moves.nudge(shown(), "population.cell", amount, axis)  # type: ignore[arg-type]
    assert moved is not None
    assert place(moved.state) == wanted


def test_the_frame_stops_at_the_edge_and_passes_over_what_has_no_cell():
    assert moves.nudge(shown(at__classes="500"), "population.cell", 0.1) is None
    made = population(
        replace(
            experiment(classes=(10,)),
            optimizers=(OptimizerChoice("sgd", (0.1, 3.0)), OptimizerChoice("adam", (0.01, 0.1, 3.0))),
        )
    )
    now = shown(made, heat__x="rate", heat__y="optimizer", at__optimizer="adam", at__rate="0.01")
    assert moves.nudge(now, "population.cell", 0.1, "y") is None, "sgd has no rate of 0.01"
    found = tiles(now)
    assert np.isnan(found.values).tolist() == [[True, False, False], [False, False, False]]
    assert found.texts[0][0] == ""
    top = shown(made, heat__x="rate", heat__y="optimizer", at__rate="3.0")
    lower = moves.nudge(top, "population.cell", -0.1, "y")
    assert lower is not None
    assert place(lower.state) == (1.0, 2.0), "words are read from the top"


def test_the_frame_says_where_all_losses_are_shown_at_left():
    def said(now):
        return [text.text for text in FIGURE(replace(now, look=replace(now.look, board="population"))).aside]

    others = [curve.label for curve in curves(population().experiment)[1:]]
    assert said(shown()) == ["outlined: shown at left"]
    assert said(shown(heat__x="loss")) == ["outlined: one of those at left"]
    assert said(shown(heat__x="loss", hidden=";".join(others))) == ["outlined: shown at left"]


def test_losses_can_be_an_axis():
    made = population(experiment(EIGHT, classes=(50,), seeds=4))
    now = shown(made)
    figure = FIGURE(now)
    assert tiles(now).values.shape == (8, 6)
    assert figure.y.low > figure.y.high, "the first loss is at the top"
    assert len([mark for mark in figure.still if isinstance(mark, Swatch)]) == 8
    moved = moves.move(now, "population.cell", (2.0, 5.0))
    assert moved is not None
    assert moved.state.look.option("population.heat.loss") == "5"
    assert place(moved.state) == (5.0, 2.0)


def test_of_another_optimizer_the_nearest_rate_is_taken_and_said():
    optimizers = (OptimizerChoice("sgd", (0.1, 3.0)), OptimizerChoice("adam", (0.01, 0.1)))
    made = population(replace(experiment(classes=(10,)), optimizers=optimizers))
    now = shown(made, heat__x="optimizer", heat__y="loss", at__optimizer="adam", at__rate="0.01")
    assert np.isfinite(tiles(now).values).all()
    assert FIGURE(now).corner == "nearest learning rate"
    read = lens.lens(now, FIGURE(now), 0.0, 0.0)
    assert read is not None
    assert ("learning rate", "0.1") in [(row.label, row.text) for row in read.rows]
    assert FIGURE(shown(made, heat__x="optimizer", heat__y="loss", at__rate="0.1")).corner == ""


def test_settings_of_a_loss_can_be_an_axis():
    choices = (LossChoice("bce"), LossChoice("smoothed_zlpr", (("epsilon", (0.1, 0.2, 0.3)),)))
    made = population(experiment(choices, classes=(50,)))
    now = shown(made, heat__x="smoothed_zlpr.epsilon", heat__loss="1", heat__minus="0")
    found = tiles(now)
    assert found.values.shape == (6, 3)
    assert np.isfinite(found.values).all(), "BCE has no epsilon and stands at all of them"
    assert FIGURE(now).handles == (), "no epsilon is chosen"
    moved = moves.nudge(now, "population.cell", 0.1)
    assert moved is not None
    assert FIGURE(moved.state).handles


def test_many_tiles_have_no_numbers():
    wide = experiment(classes=tuple(range(5, 18)), rates=(0.1, 0.2), seeds=2)
    assert tiles(shown(population(wide))).texts == ()
    assert len(FIGURE(shown(population(wide))).x.ticks) <= 12
    twelve = experiment(classes=tuple(range(5, 17)), rates=(0.1, 0.2), seeds=2)
    assert len(tiles(shown(population(twelve))).texts[0]) == 12


def test_diverged_runs_are_counted_in_their_tile():
    made = population(diverged={0: 20, 7: 3})
    now = shown(made)
    found = tiles(now)
    assert sum(text == "—" for line in found.texts for text in line) == 1
    assert {text for line in found.below for text in line} == {"", "20 div.", "3 div."}
    assert FIGURE(now).corner == "23 runs diverged"
    assert tiles(shown()).below == ()


def test_the_lens_names_both_losses():
    now = shown()
    read = lens.lens(now, FIGURE(now), 3.2, 2.9)
    assert read is not None
    rows = {row.label: row.text for row in read.rows}
    assert rows["learning rate"] == "0.05"
    assert rows["classes n"] == "100"
    assert float(rows["ZLPR"]) - float(rows["BCE"]) == pytest.approx(float(rows["difference"]), abs=2e-4)
    assert read.number == tiles(now).values[3, 3]
    assert lens.lens(now, FIGURE(now), -3.0, 0.0) is None


def test_what_is_copied_lies_as_on_screen():
    lines = [line.split("\t") for line in numbers_of(shown(), "population_heat").splitlines()]
    assert lines[0] == ["learning rate / classes n", "10", "25", "50", "100", "250", "500"]
    assert [line[0] for line in lines[1:]] == ["0.2", "0.1", "0.05", "0.02", "0.01", "0.005"]
    assert float(lines[1][1]) == tiles(shown()).values[5, 0]


def test_one_cell_alone_says_so():
    alone = population(experiment((LossChoice("bce"),), (10,), (0.1,)))
    assert FIGURE(shown(alone)).note.startswith("One cell")


def test_choices_lead_to_other_maps():
    now = shown()
    choices = {choice.title: choice for choice in plot_of("population_heat").choices(now)}
    assert list(choices) == ["Across", "Up", "Metric", "Loss", "Minus"]
    for choice in choices.values():
        assert [option.chosen for option in choice.options].count(True) == 1
    smoothed = next(option for option in choices["Loss"].options if option.text == "ZLPR smoothed")
    assert FIGURE(replace(now, look=smoothed.look)).title == "ZLPR smoothed minus ZLPR"
    across = next(option for option in choices["Across"].options if option.text == "learning rate")
    turned = FIGURE(replace(now, look=across.look))
    assert turned.y.title == "↑ classes n"


def test_a_click_anywhere_takes_the_frame():
    figure = FIGURE(shown())
    layout = Layout(figure, 424.0, 408.0)
    (frame,) = figure.handles
    assert layout.hit(*layout.plot.centre) is frame
    assert layout.hit(layout.plot.x + 3.0, layout.plot.bottom - 3.0) is frame
    assert layout.hit(layout.plot.x - 30.0, layout.plot.y) is None
    box = layout.box(frame)
    assert (box.width, box.height) == (
        pytest.approx(layout.plot.width / 6),
        pytest.approx(layout.plot.height / 6),
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("losses", [("zlpr", "bce", "asl"), ("smoothed_zlpr", "smoothed_bce", "logit_norm")])
def test_names_of_rows_stay_in_the_margin(qapp, language, losses):
    with speaking(language):
        figure, names = named_rows(losses)
        for name in names:
            assert name.room == figure.margins.left + NAME_BESIDE - PADDING
            assert width_of(name.text, "tick") <= name.room, f"{name.text} would be cut"


def test_a_name_longer_than_the_margin_is_cut_and_told(qapp, monkeypatch):
    monkeypatch.setattr(heat, "LEFT", (40.0, 90.0))
    figure, names = named_rows(("smoothed_zlpr", "smoothed_bce"))
    image = QImage(424, 408, QImage.Format.Format_ARGB32_Premultiplied)
    with listening() as cut:
        painter = QPainter(image)
        paint(figure, painter, QRectF(0, 0, 424, 408), LIGHT)
        painter.end()
    told = [each for each in cut if each.text in {name.text for name in names}]
    assert len(told) == len(names)
    assert all(each.box.left() >= PADDING - 1 for each in told)


def named_rows(losses: tuple[str, ...]) -> tuple[Figure, list[Text]]:
    """Return a heat map whose rows are losses, and their names."""
    figure = FIGURE(shown(population(experiment(tuple(map(LossChoice, losses)), rates=(0.1,)))))
    names = [mark for mark in figure.still if isinstance(mark, Text) and mark.place.dx == NAME_BESIDE]
    assert len(names) == len(losses)
    return figure, names
