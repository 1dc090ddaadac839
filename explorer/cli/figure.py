"""`figure`: one figure, or several as a board, into a picture, or its numbers into a table; no display."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.analysis.story_numbers import descended
from explorer.cli.display import missing_library
from explorer.cli.messages import CommandError, perhaps
from explorer.cli.watched import OPTIONS, state_of
from explorer.files import write_whole
from explorer.plots import PLACED, PLOTS, POPULATION, timeline
from explorer.plots.board import Board, board
from explorer.plots.copying import latex_of, numbers_of, python_of
from explorer.study.pictures import state_text
from explorer.study.state import State

if TYPE_CHECKING:
    from argparse import Namespace

    from explorer.plots import Plot
    from explorer.plots.figure import Figure

FORMATS: Final = (".png", ".svg", ".pdf")
TABLES: Final = {".tsv": numbers_of, ".tex": latex_of, ".py": python_of}
# what a table has no use for, and the word for it
OF_PICTURES: Final = {
    "size": "--size", "theme": "--theme", "dpi": "--dpi", "scale": "--scale", "font_size": "--font-size",
    "no_state": "--no-state",
}  # fmt: skip
SIZE: Final = (720, 480)
BOARD: Final = "board"
BOARD_SIZE: Final = (1200, 800)
LONGEST: Final = 16_000  # device pixels a side; a square of these is 1 GB
INCH: Final = 96.0  # logical pixels


def run(arguments: Namespace) -> int:
    """Draw the figure of one sample, or several figures of it, into the file."""
    path, plots = _path(arguments.output), _plots(arguments.key)
    if path.suffix.lower() in TABLES:
        _write_table(path, plots, arguments)
        return 0
    is_board = len(plots) > 1
    size = arguments.size or (BOARD_SIZE if is_board else SIZE)
    longest = max(size) * ((arguments.scale or 1.0) if arguments.dpi is None else arguments.dpi / INCH)
    if longest > LONGEST:
        way = "--scale" if arguments.dpi is None else "--dpi"
        message = f"--size times {way}: a side of {longest:g} pixels; allowed are {LONGEST}"
        raise CommandError(message)
    is_population, state = plots[0].group == "population", _state(arguments, plots[0])
    figures = tuple(_figure(state, plot, None if is_board else size[0]) for plot in plots)
    # a result of simulate is no study: a picture of it carries none
    carried = not (arguments.no_state or is_population)
    inside = state_text(state, BOARD if is_board else plots[0].key) if carried else None
    _write(board(state, figures) if is_board else figures[0], path, size, arguments, inside)
    return 0


def _figure(state: State, plot: Plot, width: float | None) -> Figure:
    """Return a figure; width: of its picture, None for one among others on a board."""
    state = _with_results(state, plot)
    if plot.key == timeline.KEY:
        return timeline.figure_in(plot.seen(state), width or 0.0)
    return plot.figure(state)


def _write_table(path: Path, plots: tuple[Plot, ...], arguments: Namespace) -> None:
    """Write the numbers of a figure as the window copies them."""
    ending = path.suffix.lower()
    useless = next((OF_PICTURES[name] for name in OF_PICTURES if getattr(arguments, name)), None)
    if useless is not None:
        message = f"{useless} has no use for {ending}; it is for {', '.join(FORMATS)}"
        raise CommandError(message)
    if len(plots) > 1:
        message = f"-o {path}: a table is of one figure; give one --key"
        raise CommandError(message)
    state = _with_results(_state(arguments, plots[0]), plots[0])
    text = TABLES[ending](state, plots[0].key)
    if not text:
        pictures = ", ".join(FORMATS)
        message = f"--key {plots[0].key}: this figure has no numbers here; allowed are pictures, {pictures}"
        raise CommandError(message)
    try:
        write_whole(path, text)
    except OSError as failure:
        message = f"-o {path}: {failure.strerror or failure}"
        raise CommandError(message) from failure


def _state(arguments: Namespace, plot: Plot) -> State:
    """Return the study that was named, at the sample that was asked for, or a population."""
    return _population(arguments) if plot.group == "population" else state_of(arguments)


def _population(arguments: Namespace) -> State:
    """Return the opening study with the result of `simulate` that was named."""
    from explorer.analysis.populations import of_file
    from explorer.study.examples import opening
    from explorer.training.result_file import ResultFailure, ResultFile

    if arguments.file is None:
        message = (
            f"--key {arguments.key[0]}: it is a figure of a population; give the file that simulate wrote"
        )
        raise CommandError(message)
    useless = next((word for name, word in OPTIONS.items() if getattr(arguments, name)), None)
    if useless is not None:
        message = f"{useless} has no use for --key {arguments.key[0]}, a figure of a population"
        raise CommandError(message)
    try:
        population = of_file(ResultFile(arguments.file))
    except ResultFailure as failure:
        if _is_archive(arguments.file):
            raise CommandError(str(failure)) from failure
        name, key = Path(arguments.file).name, arguments.key[0]
        message = f"{name}: no result; --key {key} is drawn from a result that simulate wrote (.npz)"
        raise CommandError(message) from failure
    except OSError as failure:
        message = f"{arguments.file}: {failure.strerror or failure}"
        raise CommandError(message) from failure
    return State(opening().study, results={"population": population})


def _is_archive(file: str) -> bool:
    """Say whether a file begins as a result does; a table, a study or a picture does not."""
    with Path(file).open("rb") as opened:
        return opened.read(2) == b"PK"


def _with_results(state: State, plot: Plot) -> State:
    """Add what a figure shows of long work: a descent, and gradients by torch where it is there."""
    if plot.key == timeline.KEY:
        return descended(state)
    if plot.key != "check":
        return state
    from explorer.analysis.given import other_logits
    from explorer.analysis.gradient_check import autograd

    sample, shown = state.sample, tuple(shown for shown in state.study.shown if shown.on)
    found = autograd(sample.logits, sample.targets, shown, other_logits(state))
    return replace(state, results={**state.results, "autograd": found})


def _path(text: str) -> Path:
    path = Path(text)
    allowed = (*FORMATS, *TABLES)
    if path.suffix.lower() not in allowed:
        message = f"-o {text}: the ending {path.suffix!r} is no format; allowed are {', '.join(allowed)}"
        raise CommandError(message)
    return path


def _plots(words: list[str]) -> tuple[Plot, ...]:
    """Return the figures of these keys or titles; "board" stands for all that are usually on the desk."""
    found: list[Plot] = []
    for word in words:
        usual = [plot for plot in PLOTS.values() if plot.group == "desk"]
        found += usual if word == BOARD else [_plot(word)]
    found = list(dict.fromkeys(found))
    alone = next((plot for plot in found if plot.group == "population"), None)
    if alone is not None and len(found) > 1:
        message = f"--key {alone.key}: a figure of a population stands alone; give one --key"
        raise CommandError(message)
    return tuple(found)


def _plot(text: str) -> Plot:
    """Return the figure of this key or title; "label-flips" is the title too."""
    known = {**PLOTS, timeline.KEY: PLACED[timeline.KEY], **POPULATION}
    titles = {plot.title.lower(): plot for plot in known.values()}
    found = known.get(text) or titles.get(text.lower().replace("-", " ").replace("_", " "))
    if found is None:
        keys = (*known, BOARD)
        message = f"--key: no figure {text!r}{perhaps(text, keys)}; the figures are {', '.join(keys)}"
        raise CommandError(message)
    return found


def _write(
    drawn: Figure | Board, path: Path, size: tuple[int, int], arguments: Namespace, inside: str | None
) -> None:
    try:
        # paint brings Qt: it is imported only when the figure is there.
        from explorer.paint.board import drawing_of_board
        from explorer.paint.export import Making, drawing_of, write
        from explorer.paint.theme import THEMES

        theme, making = (
            THEMES[arguments.theme or "light"],
            Making(arguments.scale or 1.0, arguments.dpi, inside),
        )
        if isinstance(drawn, Board):
            drawing = drawing_of_board(drawn, theme, arguments.font_size)
        else:
            drawing = drawing_of(drawn, theme, arguments.font_size)
        write(drawing, path, size, making)
    except ImportError as failure:
        raise CommandError(missing_library(failure)) from failure
    except OSError as failure:
        message = f"-o {path}: {failure.strerror or failure}"
        raise CommandError(message) from failure
