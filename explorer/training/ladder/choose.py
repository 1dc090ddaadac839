"""Which rung an experiment is trained on: the quickest that is there and whose making pays."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from explorer.training.ladder.compiled import UPDATES, Compiled
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.on_card import OnCard, refuses
from explorer.training.ladder.slopes import Slopes
from explorer.training.ladder.stepper import Chosen
from explorer.training.moments import SimulationFailure
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.training.ladder.rule import Rule
    from explorer.training.ladder.stepper import Stepper, Work

RUNGS: Final = ("eager", "loss-compiled", "compiled", "class-major", "triton")
VARIABLE: Final = "LOSS_EXPLORER_RUNG"
"""Environment variable that forces a rung, one of RUNGS."""

# Measured on two cores for ZLPR, BCE and cross entropy with SGD and Adam: good to a factor of 2, which is
# all that is asked of them. They are not measured anew, so that the same experiment is always trained alike.
EAGER_SPEED: Final = 150e6
"""Numbers of the logits that the eager rung updates in a second, with two threads of a processor."""
COMPILED_SPEED: Final = 900e6
"""The same of kernels, whether they are of the loss alone or of whole updates."""
EAGER_CARD_SPEED: Final = 5e9
COMPILED_CARD_SPEED: Final = 50e9
"""Both guessed from the memory's speed of graphics cards: none was at hand."""
COMPILE_SECONDS: Final = 25.0
"""For both kernels of a rule, compiler started cold."""
LOSS_SECONDS: Final = 3.0
"""For the kernel of a loss alone; the first of a process takes some 4 s more."""
MANY_LOGITS: Final = 4
"""Times as many logits as weights from which the loss is what an update takes."""
CACHE_BYTES: Final = 1 << 20
"""What a block may take of a processor's cache, one core's share of the second level."""
CARD_BYTES: Final = 1 << 30
"""What a block may take of the memory of a graphics card: enough to keep all of it at work."""
FEW_CLASSES: Final = 32
"""Up to so many classes the rows are too short for a processor's vectors."""


class UnknownRungError(SimulationFailure):
    """A rung is forced that does not exist, or not here; the message says which there are."""


def choose(device: str, rule: Rule, work: Work, *, rung: str | None = None) -> Chosen:
    """Return how an experiment is trained: always alike for the same device, rule and work.

    Parameters
    ----------
    device : {"numpy", "cpu", "cuda", "mps"}
        where its arrays are.
    rule : Rule
        what an update does; its parts are those of all runs, or of one run for each cell.
    work : Work
        how much there is to do.
    rung : str, optional
        one of RUNGS instead of the quickest; else what the environment variable LOSS_EXPLORER_RUNG names.

    Raises
    ------
    UnknownRungError
        for a rung that is not in RUNGS, or that cannot take this rule on this device.
    """
    forced = rung or os.environ.get(VARIABLE, "")
    block = block_of(device, work)
    if forced:
        return Chosen(_forced(forced, device, rule, work, block), block)
    if device == "numpy":
        return Chosen(Eager(), block)
    if device == "mps":
        return Chosen(Eager(), block, (say("Compiled rung not used: its compiler is not tried on mps."),))
    refused = refuses(rule, work) if device == "cuda" else ""
    if device == "cuda" and not refused:
        return Chosen(OnCard(), block)
    reasons = (say("Triton rung not used: {reason}.", reason=refused),) if refused else ()
    if not pays(device, work):
        return Chosen(Eager(), block, reasons)
    if device == "cpu" and has_many_logits(work):
        return Chosen(Slopes(_piece(rule, work, block)), block, reasons)
    turned = device == "cpu" and is_turned(rule, work)
    return Chosen(_compiled(rule, work, block, turned=turned), block, reasons)


def pays(device: str, work: Work) -> bool:
    """Whether the time that a compiler takes is less than what its kernels save."""
    numbers = work.runs * work.rows * work.classes * work.updates
    if device == "cuda":
        return numbers / EAGER_CARD_SPEED > COMPILE_SECONDS + numbers / COMPILED_CARD_SPEED
    return numbers / EAGER_SPEED > compile_seconds(work) + numbers / COMPILED_SPEED


def compile_seconds(work: Work) -> float:
    """Return about how long the kernels of a rule are made on a processor."""
    return LOSS_SECONDS if has_many_logits(work) else COMPILE_SECONDS


def has_many_logits(work: Work) -> bool:
    """Whether there are many rows to a matrix of weights, so that little else than the loss takes time."""
    return work.rows * work.classes >= MANY_LOGITS * work.weights


def _forced(rung: str, device: str, rule: Rule, work: Work, block: int) -> Stepper:
    """Return the stepper of a rung that is asked for by name."""
    if rung not in RUNGS:
        message = say(
            "rung {name} is not known; allowed are {names}", name=repr(rung), names=", ".join(RUNGS)
        )
        raise UnknownRungError(message)
    if rung == "eager":
        return Eager()
    if device == "numpy":
        message = say("rung {name} needs torch; on numpy there is eager alone", name=repr(rung))
        raise UnknownRungError(message)
    if rung == "triton":
        refused = refuses(rule, work)
        if refused:
            message = say("rung 'triton': {reason}", reason=refused)
            raise UnknownRungError(message)
        return OnCard()
    if rung == "loss-compiled":
        return Slopes(_piece(rule, work, block))
    if rung == "class-major" and rule.model.key != "free":
        message = say(
            "rung 'class-major' is for free logits, not for the model {name}", name=repr(rule.model.key)
        )
        raise UnknownRungError(message)
    return _compiled(rule, work, block, turned=rung == "class-major")


def _compiled(rule: Rule, work: Work, block: int, *, turned: bool) -> Compiled:
    return Compiled(_piece(rule, work, block), turned=turned, group=1 if work.fresh else UPDATES)


def block_of(device: str, work: Work) -> int:
    """Return how many runs are updated together, of about equal blocks.

    What an update touches of a block stays in the cache: weights, slots, targets, logits and their slopes.
    """
    held = work.weights * (1 + work.slots) + work.rows * work.classes  # numbers of a run
    room = CARD_BYTES if device in ("cuda", "mps") else CACHE_BYTES
    return _even(work.runs, max(1, room // max(1, held * work.size)))


def _piece(rule: Rule, work: Work, block: int) -> int:
    """Return the runs of a kernel: it takes those of one setting of the loss."""
    longest = max(part.last - part.first for part in rule.parts)
    return _even(max(1, work.runs * longest // rule.parts[-1].last), block)


def _even(runs: int, most: int) -> int:
    """Return the size of blocks of at most `most` runs where there are as few of them as can be."""
    count = max(1, -(-runs // most))
    return max(1, -(-runs // count))


def is_turned(rule: Rule, work: Work) -> bool:
    """Whether the classes come first in memory: free logits of a few classes."""
    return rule.model.key == "free" and work.classes <= FEW_CLASSES
