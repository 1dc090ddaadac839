"""Run benchmarks: `python -m tests.benchmarks [NAME ...]` prints one JSON object, results by name.

What follows the first option is for the benchmark: `python -m tests.benchmarks fuzz --inputs 100000`.

A benchmark is a module of this package with `run() -> dict`, every value of which JSON can say.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from itertools import takewhile
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """Give the benchmarks that there are."""
    found = (module.name for module in pkgutil.iter_modules([str(HERE)]))
    return sorted(name for name in found if not name.startswith("_"))


def main(wanted: list[str]) -> int:
    """Run the wanted benchmarks, or all; exit status 2 where one is not known."""
    known = names()
    wanted = list(takewhile(lambda word: not word.startswith("--"), wanted))
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    results = {}
    for name in wanted or known:
        print(f"benchmark {name} ...", file=sys.stderr, flush=True)
        results[name] = importlib.import_module(f"tests.benchmarks.{name}").run()
    print(json.dumps(results, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
