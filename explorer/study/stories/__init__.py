"""Stories: steps in an order, each a state, the cards shown, a caption and notes for the speaker."""

from explorer.study.stories.catalogue import STORIES, Stories
from explorer.study.stories.reading import ENDING, StoryFailure, read_story, story_of
from explorer.study.stories.recording import recorded
from explorer.study.stories.story import FORMAT, KINDS, Control, Step, Story
from explorer.study.stories.writing import values_of, write_story
from explorer.wording import Words, words_in

__all__ = [
    "ENDING",
    "FORMAT",
    "KINDS",
    "STORIES",
    "Control",
    "Step",
    "Stories",
    "Story",
    "StoryFailure",
    "Words",
    "read_story",
    "recorded",
    "story_of",
    "values_of",
    "words_in",
    "write_story",
]
