"""What is kept of what was said: in any language later, through a pipe and in a file."""

from __future__ import annotations

import gc
import json
import pickle
import re
import weakref

import pytest

from explorer import wording
from explorer.wording import say

TOLD = "Set logit of {name} to {value}"


def test_what_was_said_is_said_in_another_language() -> None:
    kept = say(TOLD, name="dog", value="+1.00")
    pinned = say("Pin", "step")
    assert (kept, pinned) == ("Set logit of dog to +1.00", "Pin")
    with wording.speaking("zh"):
        assert wording.again(kept) == say(TOLD, name="dog", value="+1.00") != kept
        assert wording.again(pinned) == "钉住"
        assert wording.again("dog") == "dog"
        assert wording.again(wording.again(kept), "en") == kept


def test_what_was_put_into_a_text_is_said_again_with_it() -> None:
    step = say("Remove {loss}", loss=say("Gradient"))
    kept = say("Undo: {step}", step=step)
    listed = wording.say_between(", ", "between names", ["cat", say("Gradient")])
    with wording.speaking("zh"):
        whole = wording.again(kept)
        assert not re.search("[A-Za-z]", whole)
        assert whole.endswith("梯度")
        assert say("Undo: {step}", step=step) == whole
        assert wording.again(listed) == "cat、梯度"
        assert say("{words}.", "a sentence", words=listed) == "cat、梯度。"


def test_what_is_kept_holds_nothing_alive() -> None:
    class Held:
        def __str__(self) -> str:
            return "held"

    held = Held()
    gone = weakref.ref(held)
    kept = say("{name} is labelled", name=held)
    del held
    gc.collect()
    assert gone() is None
    assert kept == "held is labelled"


def test_what_was_said_goes_through_a_pipe_and_a_file() -> None:
    kept = say(TOLD, name=say("Pin", "step"), value=2)
    both = wording.say_between("; ", "between clauses", [kept, "dog"])
    for text in (kept, both):
        sent = pickle.loads(pickle.dumps(text))
        stored = json.loads(json.dumps(wording.parts_of([text, "dog"])))
        assert list(stored) == [text]
        read = wording.said_of(str(text), stored)
        with wording.speaking("zh"):
            said = wording.again(text)
            assert said != text
            assert wording.again(sent) == wording.again(read) == said
            assert wording.parts_of([said]) == wording.parts_of([text]), "files are in English"


@pytest.mark.parametrize(
    "parts",
    [
        None,
        [],
        {"text": "Pin"},
        {"text": "{name.__class__}", "values": {"name": "x"}},
        {"text": TOLD, "values": {"name": "x"}},
        {"text": TOLD, "values": {"name": "other", "value": "1"}},
        {"text": TOLD, "values": {"name": ["x"], "value": "1"}},
        {"between": ", ", "words": 3},
    ],
)
def test_parts_of_a_file_that_do_not_make_the_text_are_left(parts: object) -> None:
    read = wording.said_of("Set logit of x to 1", {"Set logit of x to 1": parts})
    with wording.speaking("zh"):
        assert wording.again(read) == "Set logit of x to 1"
