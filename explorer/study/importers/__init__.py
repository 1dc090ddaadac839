"""Reading tables of numbers: one file a format, none ever runs anything that it reads."""

from explorer.study.failures import ImportFailure
from explorer.study.importers.reading import read, read_text

__all__ = ["ImportFailure", "read", "read_text"]
