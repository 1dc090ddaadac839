"""What a recorded step is called before a person names it: by its card, and by what sets it apart."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from explorer.plots import numbers
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from explorer.study.state import State
    from explorer.study.stories import Step


def name_of(title: str, taken: Collection[str | None], before: Step | None, state: State) -> str:
    """Return a title that no other step has, in the language in use.

    title: of the card. before: the step that the new one follows, None for the first. Where the title is
    taken, one thing that is other than there is said beside it, else a number.
    """
    if title not in taken:
        return title
    for what in _others(before, state) if before is not None else ():
        made = say("{title}, {what}", title=title, what=what)
        if made not in taken:
            return made
    return next(made for made in (f"{title} {number}" for number in count(2)) if made not in taken)


def _others(before: Step, state: State) -> Iterator[str]:
    """Give what of a state is other than in a step, one thing at a time, the plainest first."""
    then, now, look = before.study.table.sample(before.look.sample), state.sample, state.look
    if then.name != now.name:
        yield now.name
    elif then.classes == now.classes:
        moved = [place for place, value in enumerate(now.logits) if value != then.logits[place]]
        marked = [place for place, value in enumerate(now.targets) if value != then.targets[place]]
        if len(moved) == 1 and not marked:
            yield f"s({now.classes[moved[0]]}) = {numbers.logit(float(now.logits[moved[0]]))}"
        if len(marked) == 1 and not moved:
            yield f"t({now.classes[marked[0]]}) = {now.targets[marked[0]]:g}"
    if look.time != before.look.time:
        yield say("step {step}", step=numbers.count(look.time))
    if look.alpha != before.look.alpha:
        yield f"α = {look.alpha:g}"
