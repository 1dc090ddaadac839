"""Reading tables of numbers: one file a format, none ever runs anything that it reads."""

from explorer.study.failures import ImportFailure
from explorer.study.importers.pairing import Pairing, pair
from explorer.study.importers.reading import read, read_text
from explorer.study.importers.targets_file import with_targets

__all__ = ["ImportFailure", "Pairing", "pair", "read", "read_text", "with_targets"]
