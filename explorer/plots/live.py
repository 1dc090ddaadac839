"""Steps that a page of a talk pack draws by itself: their state as plain values, templates of their figures.

A template is what of a figure does not move with the hand: words, margins, names. What moves is drawn by
`assets/talk_pack/figures.js`, with the lengths that are given here, not copies of them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from explorer.analysis.readings import entropy, sigma, softmax
from explorer.analysis.story_numbers import filled
from explorer.catalogue import Labels
from explorer.losses import LOSSES
from explorer.plots import (
    budget,
    captions,
    chips,
    curves,
    gradient,
    logits,
    numbers,
    rows,
    sharpening,
    slice,
    stage,
    values,
)
from explorer.plots.figure import Text, Unit
from explorer.plots.moves import ALPHAS, FARTHEST
from explorer.plots.names import COLUMNS, fitting, told_apart
from explorer.plots.shown import label_of, look_of
from explorer.study.stories import controls
from explorer.study.stories.braces import pieces
from explorer.wording import language, say, words_in

if TYPE_CHECKING:
    from explorer.plots.figure import Axis, Figure, LossLook, Margins, Tick
    from explorer.plots.stage import Page
    from explorer.study.state import State
    from explorer.study.stated import Number
    from explorer.study.stories import Control, Step
    from explorer.study.study import ShownLoss

# What assets/talk_pack/losses.js knows.
ELEMENTARY: Final = frozenset(
    (
        "bce", "smoothed_bce", "zlpr", "soft_zlpr", "smoothed_zlpr", "cross_entropy", "label_smoothing",
        "focal", "asl", "pairwise", "threshold_pairwise", "logit_norm", "hill", "peel",
    )
)  # fmt: skip
COLUMNED: Final = frozenset(("logits", "gradient", "slice", "sharpening"))  # of few classes only
CARDS: Final = frozenset((*COLUMNED, "values", "budget"))
CONTROLS: Final = frozenset(("labels", "alpha", "setting", "logit", "target", "all_logits", "shift"))


def is_live(step: Step) -> bool:
    """Say whether a page can draw a step by itself: elementary losses, cards it knows, no descent, no pin."""
    shown = [loss for loss in step.study.shown if loss.on]
    keys = [loss.key for loss in shown]
    table = step.study.table
    return (
        set(step.cards) <= CARDS
        and bool(keys)
        and set(keys) <= ELEMENTARY
        and len(set(keys)) == len(keys)  # a second one would need its settings beside its name
        and (table.class_count <= COLUMNS or not COLUMNED & set(step.cards))
        and step.look.time == 0
        and not step.look.selected
        and step.study.pin is None
        and (step.control is None or step.control.kind in CONTROLS)
        and all(map(math.isfinite, table.sample(step.look.sample).logits.tolist()))
    )


def live_step(step: Step, state: State) -> dict[str, Any]:
    """Return a step's state as plain values, the same in every language."""
    sample, look = state.sample, state.look
    return {
        "logits": sample.logits.tolist(),
        "targets": sample.targets.tolist(),
        "losses": [_loss(shown) for shown in state.study.shown if shown.on],
        "held": look.held,
        "sliceClass": look.slice_class,
        "alpha": look.alpha,
        "sharpening": look.sharpening,
        "classes": list(sample.classes),
        "control": None if step.control is None else control_values(step.control, state),
        "numbers": [_number(number, state) for number in step.numbers],
        "constants": constants(state),
    }


def live_words(step: Step, state: State, page: Page) -> dict[str, Any]:
    """Return what of a live step is words, in the language in use."""
    sample = state.sample
    shown = state.study.shown
    apart, fit = told_apart(sample.classes), fitting(sample.classes, sharpening.LETTERS)
    return {
        "labels": [label_of(state, place) for place, loss in enumerate(shown) if loss.on],
        "names": [numbers.shortened(name, sharpening.LETTERS) for name in fit],
        "short": [numbers.shortened(name, sharpening.LETTERS) for name in apart],
        "held_name": numbers.shortened(sample.classes[state.look.held], 16),
        "caption": caption_parts(words_in(step.captions, language()), step, state),
        "templates": [template(figure, state) for figure in page.figures],
        "without": say("without {name}", name="{name}"),
        "at": say("at {alpha}", alpha="{alpha}"),
        "several": say("{count} losses", count="{count}"),
        "none": say("No loss here has a meaning for these labels."),
    }


def caption_parts(text: str, step: Step, state: State) -> list[str | dict[str, str]]:
    """Return a caption as texts and, where it states a number, that number's name and text.

    Together they read as `story_numbers.caption` does.
    """
    names = {number.name for number in step.numbers}
    parts: list[str | dict[str, str]] = []
    for piece in pieces(text):
        if piece.literal:
            parts.append(piece.literal)
        if piece.inner is not None:
            stated = filled(f"{{{piece.inner}}}", step.numbers, state)
            parts.append({"number": piece.name, "stated": stated} if piece.name in names else stated)
    return parts


def _loss(shown: ShownLoss) -> dict[str, Any]:
    loss = LOSSES[shown.key]
    rule = {"any": loss.labels is Labels.ANY, "binary": loss.labels.is_binary, "one": loss.labels.is_one}
    return {
        "key": shown.key,
        "look": _look(look_of(loss, repeated=False)),
        "settings": plain_settings(shown),
        "rule": rule if loss.strict else None,
        "bounds": {each.name: [each.low, each.high, each.kind == "integer"] for each in loss.parameters},
    }


def plain_settings(shown: ShownLoss) -> dict[str, Any]:
    """Return all settings of a loss, defaults filled in; one for each class as a list."""
    made = LOSSES[shown.key].settings(**dict(shown.settings))
    return {name: list(each) if isinstance(each, tuple) else each for name, each in made.items()}


def control_values(control: Control, state: State) -> dict[str, Any]:
    """Return a slider as plain values: what it moves, its ends, and where it stands."""
    value = controls.value_of(control, state)
    return {
        "kind": control.kind,
        "name": control.name,
        "low": control.low,
        "high": control.high,
        "step": control.step,
        "log": control.log,
        "digits": controls.digits(control),
        "value": value if math.isfinite(value) else control.low,
    }


def _number(number: Number, state: State) -> dict[str, Any]:
    return {
        "name": number.name,
        "quantity": number.quantity,
        "arguments": dict(number.arguments),
        "digits": number.digits,
        "within": number.within,
        "expected": number.expected if math.isfinite(number.expected) else None,
        "isPlain": not number.at_most and is_plain(number),
        "isConstant": _is_constant(number),
        "ofTargets": state.sample.targets.tolist() if number.quantity == "hard_reading" else None,
    }


def is_plain(number: Number) -> bool:
    """Say whether a number asks for nothing that a page cannot give: float64, settings as shown."""
    return not {"sample", "dtype", "settings", "form"} & set(number.arguments)


def _is_constant(number: Number) -> bool:
    """Say whether a number is the same whatever is moved."""
    return number.quantity == "hard_reading" and {"classes", "chance"} <= set(number.arguments)


def _look(look: LossLook) -> dict[str, Any]:
    return {"family": look.family, "member": look.member, "opacity": look.opacity}


# Templates


def template(figure: Figure, state: State) -> dict[str, Any]:
    """Return what of a figure stays while a hand moves the rest."""
    heads = [mark for mark in figure.still if isinstance(mark, Text) and mark.place.up is Unit.PLOT]
    beside = [mark for mark in figure.aside if isinstance(mark, Text) and mark.place.up is Unit.PLOT]
    is_editor = figure.key == "logits"  # its texts follow the labels
    return {
        "key": figure.key,
        "title": figure.title,
        "subtitle": _open(figure.subtitle, state) if figure.key == "sharpening" else figure.subtitle,
        "hasMenu": figure.has_menu,
        "headerRoom": figure.header_room,
        "nameRoom": next((mark.room for mark in figure.aside if isinstance(mark, Text) and mark.room), 0.0),
        "description": figure.description,
        "margins": _margins(figure.margins),
        "narrow": None if figure.narrow is None else _margins(figure.narrow),
        "x": axis(figure.x),
        "y": axis(figure.y),
        "still": [] if is_editor else [text(mark) for mark in heads],
        "aside": [] if is_editor else [text(mark) for mark in beside],
    }


def _open(subtitle: str, state: State) -> str:
    """Put names in the place of the numbers of a subtitle, so that a page can fill in its own."""
    logits_now = state.look.alpha * state.sample.logits
    if state.look.sharpening == "sigmoid":
        total = numbers.fixed(float(sigma(logits_now).sum()))
        return subtitle.replace(total, "{total}", 1)
    if state.look.sharpening != "softmax":
        return subtitle
    sharp = float(entropy(softmax(logits_now)))
    opened = subtitle.replace(numbers.fixed(sharp), "{entropy}", 1)
    before, name, rest = opened.partition("{entropy}")
    return before + name + rest.replace(numbers.fixed(math.exp(sharp), 1), "{effective}", 1)


def axis(of: Axis) -> dict[str, Any]:
    """Return an axis as plain values."""
    return {
        "low": of.low,
        "high": of.high,
        "title": of.title,
        "ticks": [_tick(tick) for tick in of.ticks],
        "grid": of.grid,
        "zero": of.zero,
        "names": of.names,
    }


def _tick(tick: Tick) -> dict[str, Any]:
    return {"at": tick.at, "text": tick.text, "bold": tick.bold, "keep": tick.keep, "short": tick.short}


def _margins(margins: Margins) -> dict[str, float]:
    return {side: getattr(margins, side) for side in ("left", "top", "right", "bottom")}


def text(mark: Text) -> dict[str, Any]:
    """Return a line of text as plain values."""
    place = mark.place
    where = {"x": place.x, "y": place.y, "across": place.across.value, "up": place.up.value}
    words = {
        name: getattr(mark, name) for name in ("text", "anchor", "colour", "size", "bold", "mono", "halo")
    }
    return {"mark": "Text", "place": {**where, "dx": place.dx, "dy": place.dy}, **words, "room": mark.room}


# Lengths


def constants(state: State) -> dict[str, Any]:
    """Return the lengths and limits of the figures, by card."""
    return {
        "logits": _of_logits(state),
        "gradient": _named(gradient, "FIT NEXT SPREAD LEGEND_LINE"),
        "values": _named(values, "MOST_TICKS NOW FLOOR"),
        "budget": _named(budget, "LEAST THICK MARKER"),
        "rows": {"FEWEST": stage.FEWEST_ROWS, **_named(rows, "ROOMY ABOVE ABOVE_LEFT")},
        "slice": {"WANTED": list(slice.WANTED), **_named(curves, "POINTS LEGEND_LINE")},
        "sharpening": {
            "ALPHAS": list(ALPHAS),
            **_named(curves, "POINTS LEGEND_LINE"),
            **_named(sharpening, "MOST_LABELS ABOVE BESIDE_PILL"),
        },
    }


def _named(module: Any, names: str) -> dict[str, Any]:
    return {name: getattr(module, name) for name in names.split()}


def _of_logits(state: State) -> dict[str, Any]:
    count = state.study.table.class_count
    lines = chips.lines_of(count)
    width = logits.PLOT_SIZE[0] / count
    handles = chips.handles(state.sample, state.look.held, width)[count:] if count <= COLUMNS else ()
    chip = handles[0] if handles else None
    return {
        **_named(logits, "HEADROOM BEYOND ROOMY"),
        **_named(captions, "LETTER HALF_HEIGHT GAP"),
        "LEAST": list(logits.LEAST),
        "PLOT_SIZE": list(logits.PLOT_SIZE),
        "FARTHEST": FARTHEST,
        "half": logits.half_width(count),
        "grip": chips.grip_height(count),
        "bottom": lines.bottom,
        "lines": {"chips": lines.chips, "targets": lines.targets, "held": lines.held},
        "chip": {}
        if chip is None
        else {
            "axis": chip.axis,
            "shape": chip.shape,
            "reach": chip.reach,
            "span": chip.span,
            "width": chip.width,
            "height": chip.height,
        },
        "texts": [handle.text for handle in handles],
    }
