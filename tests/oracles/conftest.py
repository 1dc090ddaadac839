"""Losses of other libraries, where those are installed (`start.py oracles`); else their tests are skipped.

Files are loaded by their place: torchvision and timm as packages take seconds to import, and torchvision from
PyPI cannot be imported beside a torch for the CPU alone. Their losses are plain Python and need none of it.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest


def folder_of(package: str) -> Path:
    """Where a package is, without importing it."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        pytest.skip(f"{package} is not installed")
    return Path(next(iter(found.submodule_search_locations)))


def load(path: Path, name: str) -> Any:
    if not path.exists():
        pytest.skip(f"this version has no {path.name}")
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def torch() -> Any:
    return pytest.importorskip("torch")


@pytest.fixture
def timm(torch) -> Any:
    """timm("zlpr_loss") is that file of timm.loss."""
    folder = folder_of("timm") / "loss"
    return lambda name: load(folder / f"{name}.py", f"oracle_{name}")


@pytest.fixture
def focal_of_torchvision(torch, monkeypatch) -> Any:
    """Its file asks a sibling of the package for a counter of uses."""
    parent, utils = ModuleType("oracle_vision"), ModuleType("oracle_vision.utils")
    parent.__path__, utils._log_api_usage_once = [], lambda *_: None
    for module in (parent, utils):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    path = folder_of("torchvision") / "ops" / "focal_loss.py"
    return load(path, "oracle_vision.ops.focal_loss").sigmoid_focal_loss


@pytest.fixture
def optax(monkeypatch) -> Any:
    """optax.losses in float64, on the CPU."""
    if importlib.util.find_spec("optax") is None:
        pytest.skip("optax is not installed")
    monkeypatch.setitem(os.environ, "JAX_PLATFORMS", "cpu")
    import jax
    import optax

    before = jax.config.jax_enable_x64
    jax.config.update("jax_enable_x64", True)
    yield optax.losses
    jax.config.update("jax_enable_x64", before)


class Rows:
    """Twenty samples of six classes."""

    def __init__(self) -> None:
        random = np.random.default_rng(0)
        self.logits = 3.0 * random.standard_normal((20, 6))
        self.places = random.integers(0, 6, 20)
        self.one_hot = np.eye(6)[self.places]
        self.hard = (random.random((20, 6)) < 0.4).astype(float)
        self.soft = random.random((20, 6))
        self.spread = random.dirichlet(np.ones(6), 20)


@pytest.fixture
def rows() -> Rows:
    return Rows()
