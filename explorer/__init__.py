"""The loss explorer: edit logits and label sets, see multi-label losses answer at once."""

__version__ = "0.1.0"
