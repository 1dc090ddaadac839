"""Run benchmarks: `python -m tests.benchmarks [NAME ...]` prints one JSON object, results by name.

What follows the first option is for the benchmark: `python -m tests.benchmarks fuzz --inputs 100000`.
`--help` lists the benchmarks, after a name it says what that one does.

A benchmark is a module of this package with `run() -> dict`, every value of which JSON can say.
"""

from __future__ import annotations

import ast
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


def told(name: str) -> str:
    """Return what a benchmark says of itself, without importing what it measures."""
    text = (HERE / f"{name}.py").read_text(encoding="utf-8")
    return ast.get_docstring(ast.parse(text)) or ""


def helped(wanted: list[str]) -> str:
    """Return what `--help` prints: the whole of the wanted benchmarks, else a line for each there is."""
    if wanted:
        return "\n\n".join(told(name) for name in wanted)
    lines = (f"{name:12}  {told(name).splitlines()[0]}" for name in names())
    return "\n".join([str(__doc__), *lines])


def main(words: list[str]) -> int:
    """Run the wanted benchmarks, or all; exit status 2 where one is not known."""
    known = names()
    wanted = list(takewhile(lambda word: not word.startswith("-"), words))
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    if {"-h", "--help"} & set(words):
        print(helped(wanted))
        return 0
    results = {}
    for name in wanted or known:
        print(f"benchmark {name} ...", file=sys.stderr, flush=True)
        results[name] = importlib.import_module(f"tests.benchmarks.{name}").run()
    print(json.dumps(results, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
