"""The result file: an .npz that NumPy alone reads, with a JSON header.

Arrays: `header` (one JSON text), `updates` (records,), `diverged` (cells, seeds), `refused` (cells,), for
each metric `NAME` (records, cells, seeds) and `ribbons/NAME` (records, cells, 5), for each coordinate of the
cells `cells/NAME` (cells,), and where it was asked for `raw`, the logits (records, cells, seeds, rows, n).
All are stored unpacked, so that one record is read from its place without the rest.
"""

from typing import Final

from explorer.training.result_file.reading import ResultFailure, ResultFile
from explorer.training.result_file.writing import write
from explorer.training.result_file.xarrays import missing_package, to_netcdf, to_xarray

RESERVED: Final = ("header", "updates", "diverged", "refused", "raw")
"""Names that no metric may have."""

__all__ = ["RESERVED", "ResultFailure", "ResultFile", "missing_package", "to_netcdf", "to_xarray", "write"]
