"""Films of `export`: of a descent, of a sweep, and of any reel."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from explorer.cli.messages import CommandError, perhaps
from explorer.cli.sources import opened
from explorer.cli.watched import look_at
from explorer.losses import LOSSES
from explorer.plots import PLOTS
from explorer.plots.reels import ALPHA_WORDS, Reel, descent_reel, sweep_reel, usual_cards
from explorer.study.state import State
from explorer.study.stories import Control

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from explorer.cli.stopping import Teller
    from explorer.study.study import Study
    from explorer.wording import Words

CLASSED: Final = {"logit": ("Logit", " logit"), "target": ("Target", "标签")}
ALLOWED: Final = "allowed: alpha, KEY.PARAMETER, logit:CLASS or target:CLASS, then =LOW..HIGH"


def written(arguments: Namespace, path: Path, teller: Teller) -> bool:
    """Write the film of a study that the options ask for; say whether it was finished."""
    from explorer.paint.film import RATES

    document = opened(arguments.story, None)
    look = look_at(document.look, document.study.table, arguments.sample)
    state = State(document.study, replace(look, time=0))
    cards, rate = _cards(arguments.key, arguments.sweep), arguments.fps or RATES[path.suffix.lower()]
    if arguments.descent:
        if not any(shown.on for shown in state.study.shown):
            message = f"--descent: {document.study.title!r} shows no loss that could train it"
            raise CommandError(message)
        reel = descent_reel(state, cards, frames_a_second=rate, seconds=arguments.seconds)
    else:
        control = control_of(arguments.sweep, state)
        reel = sweep_reel(state, control, cards, frames_a_second=rate, seconds=arguments.seconds)
    return filmed(reel, path, arguments, teller)


def filmed(reel: Reel, path: Path, arguments: Namespace, teller: Teller) -> bool:
    """Write a reel; say whether it was finished. CommandError where the film cannot be made."""
    from explorer.paint.film import SIZES, FilmCancelled, FilmFailure, write_film
    from explorer.paint.theme import THEMES

    size = arguments.size or SIZES[path.suffix.lower()]
    try:
        write_film(
            reel, path, size, THEMES[arguments.theme], progress=teller.tell, cancelled=teller.is_stopped
        )
    except FilmFailure as failure:
        raise CommandError(str(failure)) from failure
    except FilmCancelled:
        return False
    return True


def _cards(words: list[str], sweep: str | None) -> tuple[str, ...]:
    unknown = next((key for key in words if key not in PLOTS), None)
    if unknown is not None:
        message = f"--key: no figure {unknown!r}{perhaps(unknown, PLOTS)}; the figures are {', '.join(PLOTS)}"
        raise CommandError(message)
    return tuple(dict.fromkeys(words)) or usual_cards((sweep or "").partition("=")[0])


def control_of(text: str, state: State) -> Control:
    """Read what is swept from where to where; CommandError says what is allowed."""
    match = re.fullmatch(r"(.+)=([^=]+?)\.\.([^=]+)", text)
    if match is None:
        message = f"--sweep {text!r}: {ALLOWED}"
        raise CommandError(message)
    what, low, high = match[1], _number(match[2], text), _number(match[3], text)
    if not low < high:
        message = f"--sweep {text!r}: it runs from {low:g} to {high:g}; allowed is LOW below HIGH"
        raise CommandError(message)
    if what == "alpha":
        return _alpha(text, low, high)
    kind, colon, name = what.partition(":")
    if colon and kind in CLASSED:
        return _classed(text, kind, name, (low, high), state.study)
    if "." in what:
        return _setting(text, what, (low, high), state.study)
    message = f"--sweep {text!r}: there is no {what!r} to move; {ALLOWED}"
    raise CommandError(message)


def _number(word: str, text: str) -> float:
    try:
        number = float(word)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        message = f"--sweep {text!r}: {word!r} is no finite number; {ALLOWED}"
        raise CommandError(message)
    return number


def _alpha(text: str, low: float, high: float) -> Control:
    from explorer.study.study import ALPHAS

    if low < ALPHAS[0] or high > ALPHAS[1]:
        message = f"--sweep {text!r}: alpha is within {ALPHAS[0]:g} and {ALPHAS[1]:g}"
        raise CommandError(message)
    return Control("alpha", low=low, high=high, log=True, words=ALPHA_WORDS)


def _classed(text: str, kind: str, name: str, ends: tuple[float, float], study: Study) -> Control:
    if name not in study.table.classes:
        some = ", ".join(study.table.classes[:8])
        message = f"--sweep {text!r}: no class {name!r}; the classes begin with {some}"
        raise CommandError(message)
    if kind == "target" and not 0.0 <= ends[0] < ends[1] <= 1.0:
        message = f"--sweep {text!r}: targets are from 0 to 1"
        raise CommandError(message)
    english, chinese = CLASSED[kind]
    words: Words = {"en": f"{english} of {name}", "zh": f"{name} 的{chinese}"}
    return Control(kind, name, *ends, words=words)


def _setting(text: str, what: str, ends: tuple[float, float], study: Study) -> Control:
    key, _, name = what.partition(".")
    shown = [loss.key for loss in study.shown if loss.on]
    if key not in shown:
        message = f"--sweep {text!r}: the study does not show {key!r}; it shows {', '.join(shown)}"
        raise CommandError(message)
    own = {each.name: each for each in LOSSES[key].parameters if each.kind != "other_logits"}
    if name not in own:
        message = f"--sweep {text!r}: {key} has no parameter {name!r}; it has {', '.join(own) or 'none'}"
        raise CommandError(message)
    low, high = own[name].low, own[name].high
    if ends[0] < low or ends[1] > high:
        message = f"--sweep {text!r}: {what} is within {low:g} and {high:g}"
        raise CommandError(message)
    words: Words = {"en": f"{LOSSES[key].title}, {name}"}
    return Control("setting", what, *ends, step=1.0 if own[name].kind == "integer" else 0.0, words=words)
