from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.losses.samples import completed

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.catalogue import Loss


@pytest.fixture(params=list(LOSSES))
def loss(request: pytest.FixtureRequest) -> Loss:
    return completed(LOSSES[request.param])


@pytest.fixture
def torch() -> Any:
    return pytest.importorskip("torch")


@pytest.fixture(params=["numpy", "torch", "array_api_strict"])
def make(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """make(values, "float32") in each namespace."""
    module = pytest.importorskip(request.param)

    def array(values: Any, dtype: str = "float64") -> Any:
        return module.asarray(np.asarray(values, dtype=dtype), dtype=getattr(module, dtype))

    array.module = module  # type: ignore[attr-defined]
    return array


def plain(array: Any) -> np.ndarray:
    """Any array as NumPy float64."""
    return np.asarray(array.tolist() if hasattr(array, "tolist") else np.from_dlpack(array), dtype=float)
