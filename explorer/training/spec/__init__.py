"""The specification of an experiment: TOML text in and out, every mistake named with its key."""

from explorer.training.spec.places import SpecFailure
from explorer.training.spec.reading import check, read, small_version
from explorer.training.spec.writing import write

__all__ = ["SpecFailure", "check", "read", "small_version", "write"]
