"""`simulate`: train what a specification describes, and say what came of it."""

from __future__ import annotations

import shlex
import signal
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.cli import outcome
from explorer.cli.bar import Bar
from explorer.cli.messages import PROGRAM, CommandError, perhaps, say
from explorer.cli.text import aligned, write_json
from explorer.training import Cancelled, SimulationFailure, result_file, shipped, simulate, spec
from explorer.training.device import wait_asleep
from explorer.training.engine import checkpoints
from explorer.training.estimate import estimate, memory_words
from explorer.training.expectations import judge
from explorer.training.result_file import ResultFile

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from explorer.training.experiment import Experiment

HEADER: Final = ("key", "title")
STOPPED: Final = 130  # what a shell gives for a process that Ctrl+C has ended
ENDING: Final = ".toml"
RESULT: Final = ".npz"


def run(arguments: Namespace) -> int:
    """Run an experiment and write its result, or list those shipped; 1 where an expectation fails."""
    if arguments.spec is None:
        _list(as_json=arguments.json)
        return 0
    output = _output(arguments)  # said before anything else: without it nothing is trained
    experiment = chosen(arguments)
    _check_free(output, arguments)
    say("; ".join(estimate(experiment, arguments.device).words))
    try:
        _trained(experiment, output, arguments)
    except Cancelled:
        say(f"stopped; to go on: {_again(arguments)}")
        return STOPPED
    return _told(ResultFile(output), arguments)


def chosen(arguments: Namespace) -> Experiment:
    """Return the experiment of a file or of a key, changed as the options say. Raises CommandError."""
    try:
        experiment = _read(arguments.spec)
        if arguments.small:
            experiment = spec.small_version(experiment, Path(arguments.spec).name)
    except spec.SpecFailure as failure:
        *before, last = failure.lines
        for line in before:
            say(line)
        raise CommandError(last) from failure
    if arguments.seed is not None:
        experiment = replace(experiment, seed=arguments.seed)
    if arguments.raw:
        experiment = replace(experiment, recording=replace(experiment.recording, raw=True))
    return experiment


def _read(name: str) -> Experiment:
    path = Path(name)
    if name in shipped.paths() and not path.exists():
        return shipped.shipped(name)
    if not path.exists() and path.suffix != ENDING:
        near, known = perhaps(name, shipped.paths()), ", ".join(shipped.paths())
        message = f"no file and no shipped experiment {name!r}{near}; there are {known}"
        raise CommandError(message)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path.name}: byte {error.start + 1} is not UTF-8; allowed is TOML in UTF-8"
        raise CommandError(message) from error
    except OSError as error:
        message = f"{name}: {error.strerror}"
        raise CommandError(message) from error
    return spec.read(text, path.name, path.resolve().parent)


def _output(arguments: Namespace) -> Path:
    """Return where the result goes. Raises CommandError where it cannot go there."""
    if arguments.output is None:
        message = f"-o is missing; it says where the result goes, as -o result{RESULT}"
        raise CommandError(message)
    path = Path(arguments.output)
    if path.suffix.lower() != RESULT:
        message = f"-o {arguments.output}: the ending {path.suffix!r} is no result; allowed is {RESULT}"
        raise CommandError(message)
    for each in (path, *([Path(arguments.netcdf)] if arguments.netcdf else [])):
        if not each.absolute().parent.is_dir():
            message = f"{each}: there is no folder {each.absolute().parent}"
            raise CommandError(message)
        if each.is_dir():
            message = f"{each}: it is a folder; allowed is a file"
            raise CommandError(message)
    if arguments.netcdf:
        _check_netcdf(path, Path(arguments.netcdf))
    return path


def _check_free(output: Path, arguments: Namespace) -> None:
    """Raise CommandError where a checkpoint or a result would be lost without a word."""
    if arguments.force:
        return
    folder = checkpoints.folder_of(output)
    if checkpoints.is_there(folder):
        if not arguments.resume:
            message = (
                f"{folder}: a checkpoint is there; add --resume to go on from it, or --force to begin anew"
            )
            raise CommandError(message)
    elif output.exists():
        message = f"{output}: a result is there; name another output, or add --force to train it anew"
        raise CommandError(message)


def _check_netcdf(output: Path, netcdf: Path) -> None:
    """Raise CommandError where the result cannot be written as netCDF too."""
    missing = result_file.missing_package()
    if missing:
        message = f"--netcdf: {missing} is not installed; it comes with the extra 'data'"
        raise CommandError(message)
    if netcdf.resolve() == output.resolve():
        message = f"--netcdf {netcdf}: the result itself goes there; allowed is another file"
        raise CommandError(message)


def _trained(experiment: Experiment, output: Path, arguments: Namespace) -> None:
    """Train, with a bar and Ctrl+C; the result lies in the file afterwards."""
    wait_asleep()
    bar = Bar(experiment.updates, experiment.runs, getattr(sys.stderr, "encoding", None) or "ascii")
    with _interruptible() as is_stopped:
        try:
            simulate(
                experiment, arguments.device, bar.show, is_stopped, output=output, resume=arguments.resume
            )
        except SimulationFailure as failure:
            said = str(failure).replace(
                checkpoints.ANEW, f"{checkpoints.ANEW} with --force in place of --resume"
            )
            raise CommandError(said) from failure
        except MemoryError as failure:
            raise CommandError(memory_words(experiment, arguments.device, failure)) from failure
        except OSError as failure:
            message = f"{failure.filename or output}: {failure.strerror or failure}{_kept(arguments)}"
            raise CommandError(message) from failure
        finally:
            bar.close()


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Turn the first Ctrl+C into a question's answer; the second ends the program as ever."""
    asked = False

    def ask(_number: int, _frame: object) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def _kept(arguments: Namespace) -> str:
    """Return how to go on, where there is something to go on from."""
    is_kept = checkpoints.is_there(checkpoints.folder_of(arguments.output))
    return f"; to go on: {_again(arguments)}" if is_kept else ""


def _again(arguments: Namespace) -> str:
    """Return the command that goes on."""
    words = [PROGRAM, "simulate", arguments.spec, "--resume", "-o", arguments.output]
    words += ["--device", arguments.device] if arguments.device != "auto" else []
    words += ["--seed", str(arguments.seed)] if arguments.seed is not None else []
    words += [f"--{name}" for name in ("small", "raw", "json") if getattr(arguments, name)]
    words += ["--netcdf", arguments.netcdf] if arguments.netcdf else []
    return shlex.join(words)


def _told(result: ResultFile, arguments: Namespace) -> int:
    """Print what came out; 1 where it is not what is expected."""
    for note in result.notes:
        say(note)
    if arguments.netcdf:
        _as_netcdf(result, arguments.netcdf)
    summary = result.summary()
    verdicts = judge(result.experiment, summary)
    if arguments.json:
        write_json(outcome.as_json(result, summary, verdicts))
    else:
        sys.stdout.write(outcome.as_text(result, summary, verdicts))
    return int(not all(verdict.holds for verdict in verdicts))


def _as_netcdf(result: ResultFile, path: str) -> None:
    try:
        result_file.to_netcdf(result, path)
    except OSError as failure:
        message = f"--netcdf {path}: {failure.strerror or failure}"
        raise CommandError(message) from failure


def _list(*, as_json: bool) -> None:
    experiments = {key: shipped.shipped(key) for key in shipped.paths()}
    if as_json:
        rows = [
            {"key": key, "title": each.title, "about": each.about, "runs": each.runs, "updates": each.updates}
            for key, each in experiments.items()
        ]
        write_json({"experiments": rows})
        return
    titles = [(key, each.title) for key, each in experiments.items()]
    print(aligned([HEADER, *titles], left=len(HEADER)), end="")
