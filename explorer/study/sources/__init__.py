"""Tables too large for memory: read in place from NPY and NPZ files, row by row."""

from explorer.study.sources.again import edits_only, reloaded
from explorer.study.sources.cache import Cancelled
from explorer.study.sources.file_source import FileSource
from explorer.study.sources.opening import in_memory, read_arrays, read_targets
from explorer.study.sources.unpack import Unpacking, needs_unpacking, unpack

__all__ = [
    "Cancelled",
    "FileSource",
    "Unpacking",
    "edits_only",
    "in_memory",
    "needs_unpacking",
    "read_arrays",
    "read_targets",
    "reloaded",
    "unpack",
]
