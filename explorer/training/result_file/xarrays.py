"""A result as an xarray Dataset, and as netCDF: for those who have xarray and h5netcdf (extra `data`)."""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import numpy

if TYPE_CHECKING:
    import os
    from collections.abc import Collection

    from explorer.training.result_file.reading import ResultFile

DIMENSIONS: Final = ("update", "cell", "seed", "row", "class")


PACKAGES: Final = ("xarray", "h5netcdf", "h5py")
"""What is needed to write netCDF; the extra `data` brings them."""


def missing_package() -> str:
    """Return the first of PACKAGES that is not installed, "" where all are."""
    return next((name for name in PACKAGES if find_spec(name) is None), "")


def to_xarray(result: ResultFile) -> Any:
    """Return an xarray.Dataset: each metric over (update, cell, seed), with the coordinates of the cells.

    `data.set_index(cell=["cell_loss", "rate"]).unstack("cell")` makes axes of the grid of them. Everything is
    read into memory. Raises ImportError where xarray is not installed.
    """
    import xarray  # type: ignore[import-not-found, unused-ignore]  # no part of the development's packages

    header = result.header
    seeds = numpy.arange(header["seed"], header["seed"] + header["seeds"])
    taken = (*DIMENSIONS, *result.metrics)
    cells = {_free(name, taken): ("cell", values) for name, values in result.coordinates().items()}
    variables: dict[str, Any] = {name: (DIMENSIONS[:3], result.array(name)) for name in result.metrics}
    variables["diverged"] = (DIMENSIONS[1:3], result.diverged)
    if result.has_raw:
        variables["raw"] = (DIMENSIONS, result.array("raw"))
    return xarray.Dataset(variables, {"update": result.updates, "seed": seeds, **cells}, _attributes(header))


def _free(name: str, taken: Collection[str]) -> str:
    """Return the name of a cell's coordinate; "cell_loss", as "loss" is the metric."""
    return f"cell_{name}" if name in taken else name


def to_netcdf(result: ResultFile, path: str | os.PathLike[str]) -> None:
    """Write the result as netCDF 4. Raises ImportError without xarray, h5netcdf and h5py; OSError."""
    to_xarray(result).to_netcdf(path, engine="h5netcdf")


def _attributes(header: dict[str, Any]) -> dict[str, str | float]:
    """Return the header as texts and numbers, which is what netCDF has room for."""
    return {
        name: value if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)
        for name, value in header.items()
    }
