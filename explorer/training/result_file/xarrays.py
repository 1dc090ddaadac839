"""A result as an xarray Dataset, and as netCDF: for those who have xarray and h5netcdf (extra `data`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    import os

    from explorer.training.result_file.reading import ResultFile


def to_xarray(result: ResultFile) -> Any:
    """Return an xarray.Dataset: each metric over (update, cell, seed), with the coordinates of the cells.

    `data.set_index(cell=["loss", "rate"]).unstack("cell")` makes axes of the grid of them. Everything is read
    into memory. Raises ModuleNotFoundError where xarray is not installed.
    """
    import xarray  # type: ignore[import-not-found, unused-ignore]  # no part of the development's packages

    header = result.header
    seeds = numpy.arange(header["seed"], header["seed"] + header["seeds"])
    cells = {_free(name): ("cell", values) for name, values in result.coordinates().items()}
    variables: dict[str, Any] = {
        name: (("update", "cell", "seed"), result.array(name)) for name in result.metrics
    }
    variables["diverged"] = (("cell", "seed"), result.diverged)
    if result.has_raw:
        variables["raw"] = (("update", "cell", "seed", "row", "class"), result.array("raw"))
    return xarray.Dataset(variables, {"update": result.updates, "seed": seeds, **cells}, _attributes(header))


def _free(name: str) -> str:
    """Return the name of a cell's coordinate beside those of the dimensions, which a setting may share."""
    return f"task_{name}" if name in ("update", "cell", "seed", "row", "class") else name


def to_netcdf(result: ResultFile, path: str | os.PathLike[str]) -> None:
    """Write the result as netCDF 4. Raises ModuleNotFoundError without xarray and h5netcdf, and OSError."""
    to_xarray(result).to_netcdf(path, engine="h5netcdf")


def _attributes(header: dict[str, Any]) -> dict[str, str | float]:
    """Return the header as texts and numbers, which is what netCDF has room for."""
    return {
        name: value if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)
        for name, value in header.items()
    }
