"""The stage: one step of a story, or the study itself, on a screen of its own, and what a speaker sees."""
