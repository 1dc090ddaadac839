"""Makes assets/data/yeast.npz from the table in the wheel of river 0.26.1.

    pip download --no-deps river==0.26.1
    python tools/make_yeast.py river-0.26.1-*.whl

The file is the same byte for byte each time; assets/data/yeast.md says where the table is from.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from zipfile import ZipFile

import numpy as np

HERE = Path(__file__).parents[1] / "assets" / "data" / "yeast.npz"
TABLE = "river/datasets/yeast.csv.gz"
FEATURES, LABELS = 103, 14


def main(wheel: Path) -> None:
    """Write features as float32 and labels as 0 or 1, in the order of the table."""
    with ZipFile(wheel) as archive:
        lines = gzip.decompress(archive.read(TABLE)).decode("ascii").splitlines()
    names = lines[0].split(",")
    table = np.array([line.split(",") for line in lines[1:]], dtype=np.float64)
    if table.shape[1] != FEATURES + LABELS:
        sys.exit(f"{wheel.name}: {TABLE} has {table.shape[1]} columns, not {FEATURES} + {LABELS}")
    features, labels = table[:, :FEATURES], table[:, FEATURES:]
    if not np.isin(labels, (0, 1)).all():
        sys.exit(f"{wheel.name}: {TABLE} has labels that are neither 0 nor 1")
    HERE.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        HERE,
        features=features.astype(np.float32),
        labels=labels.astype(np.uint8),
        classes=np.array(names[FEATURES:]),
    )
    print(f"{HERE.name}: {len(table):,} rows, {HERE.stat().st_size:,} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_yeast.py WHEEL")
    main(Path(sys.argv[1]))
