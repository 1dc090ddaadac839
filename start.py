"""Set up the loss explorer and run it, by nothing but Python itself (3.11 or newer).

    python3 start.py [ARGUMENT ...]         run `loss-explorer ARGUMENT ...`; without arguments, the window
    python3 start.py test [ARGUMENT ...]    run the tests (arguments of pytest)
    python3 start.py oracles [ARGUMENT ...] compare the losses with those of torchvision, timm and optax
    python3 start.py triton [ARGUMENT ...]  test the kernel for graphics cards, interpreted on the processor
    python3 start.py bench [NAME ...]       run the benchmarks: one JSON object on stdout

    --no-torch    do without torch, from now on; populations are then trained by NumPy
    --torch       put torch in again

What is missing is installed once, into .venv beside this file; set-up that was interrupted is made
again from nothing. pip's own environment variables and settings count, so another index, such as
PyTorch's with builds for the CPU alone, is named there.

Debian and Ubuntu also need a few system libraries for Qt. As root they are installed; otherwise one
line says what to install with sudo, and the exit status is 2. Only where there is no display and thus
no window to open is the missing of libraries no error: the losses are printed as a table without them.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from ctypes import CDLL
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

VERSION = ".".join(map(str, sys.version_info[:2]))
if sys.version_info < (3, 11):  # noqa: UP036 - older Pythons do read this file, and this line is for them
    sys.stderr.write("start.py: Python 3.11 or newer is needed; this is Python " + VERSION + "\n")
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up.json"

# Installed before the project, whose `torch>=2.6` would else pull the newest build with all of CUDA.
TORCH = "torch==2.13.0"
TORCH_SWITCHES = {"--torch": True, "--no-torch": False}
EXTRAS = {
    "run": frozenset({"export"}),
    "test": frozenset({"test", "dev", "export"}),
    "oracles": frozenset({"test", "oracles", "torch"}),
    "triton": frozenset({"test", "triton", "torch"}),
    "bench": frozenset({"test"}),
}

# Debian's package -> the library in it that Qt loads. Asking the loader accepts every name of a package
# (Ubuntu 24.04 has libglib2.0-0t64) and libraries that came without one.
QT = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
}
XCB = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
WITHOUT_QT = {"eval", "check", "losses", "lessons", "simulate", "-h", "--help", "--version"}
WITHOUT_SCREEN = {"figure"}


class Request(NamedTuple):
    """What the command line asks for; `torch` is None where it does not say."""

    verb: str  # "run", "test", "oracles", "triton" or "bench"
    arguments: list[str]
    torch: bool | None


class Stamp(NamedTuple):
    """What .venv was made for."""

    fingerprint: str
    extras: frozenset[str]
    complete: bool


class SetUpError(Exception):
    """Set-up cannot go on; the message is one line for the user."""


def parse(arguments: list[str]) -> Request:
    """Take the own switches out, wherever they stand; the rest is passed on as it is."""
    torch = None
    rest = []
    for argument in arguments:
        if argument in TORCH_SWITCHES:
            torch = TORCH_SWITCHES[argument]
        else:
            rest.append(argument)
    if rest and rest[0] in EXTRAS and rest[0] != "run":
        return Request(rest[0], rest[1:], torch)
    return Request("run", rest, torch)


def has_display(environment: dict[str, str]) -> bool:
    """Whether a window could be shown; only on Linux can a session be without a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def environment_of(request: Request, given: dict[str, str]) -> dict[str, str]:
    """Give the environment of the program: tests, and benchmarks without a screen, draw offscreen."""
    if request.verb == "triton":  # Triton reads the variable when it is imported
        given = {"TRITON_INTERPRET": "1", **given}
    if request.verb in ("test", "oracles", "triton") or (request.verb == "bench" and not has_display(given)):
        return {"QT_QPA_PLATFORM": "offscreen", **given}
    return given


def libraries_of(request: Request, environment: dict[str, str]) -> dict[str, str]:
    """Give the packages and libraries that Qt needs for this request."""
    verb = request.arguments[0] if request.verb == "run" and request.arguments else ""
    if verb in WITHOUT_QT:
        return {}
    platform = environment.get("QT_QPA_PLATFORM", "")
    on_screen = platform.startswith("xcb") or (not platform and has_display(environment))
    return {**QT, **XCB} if on_screen and verb not in WITHOUT_SCREEN else QT


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        CDLL(library)
    except OSError:
        return False
    return True


def can_make_venv() -> bool:
    """Whether .venv is there or can be made: Debian keeps ensurepip in a package of its own."""
    return PYTHON.exists() or find_spec("ensurepip") is not None


def missing_packages(request: Request, environment: dict[str, str]) -> list[str]:
    """Name the Debian packages to install; none on other systems, whose names are not known here."""
    if not shutil.which("apt-get"):
        return []
    venv = [] if can_make_venv() else [f"python{VERSION}-venv"]
    libraries = libraries_of(request, environment)
    return venv + [package for package, library in libraries.items() if not loads(library)]


def install_packages(packages: list[str]) -> None:
    """Install Debian packages where they are missing, or say in one line how to."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        message = f"system packages are missing; install them with: sudo {' '.join(command)}"
        raise SetUpError(message)
    say(f"installing {' '.join(packages)}")
    without_questions = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*command, "-qq"]):
        done = subprocess.run(step, stdout=subprocess.DEVNULL, env=without_questions, check=False)
        if done.returncode != 0:
            message = f"the system packages cannot be installed: {' '.join(step)} failed"
            raise SetUpError(message)


def prepare_system(request: Request, environment: dict[str, str]) -> None:
    """Have the system's packages, or go on without Qt where no window can be opened anyway."""
    packages = missing_packages(request, environment)
    if not packages:
        return
    try:
        install_packages(packages)
    except SetUpError as error:
        if request.verb != "run" or has_display(environment) or not can_make_venv():
            raise
        say(str(error))


def fingerprint() -> str:
    """Identify what .venv depends on: the requirements, this Python and the folder's place."""
    parts = [(ROOT / "pyproject.toml").read_bytes(), VERSION.encode(), os.fsencode(ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def read_stamp(path: Path) -> Stamp | None:
    """Read the stamp; None where there is none, incomplete where it cannot be read."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Stamp(record["fingerprint"], frozenset(record["extras"]), record["complete"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return Stamp("", frozenset({"torch"}), complete=False)


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Write the stamp in one step, so that it is never read half written."""
    temporary = path.with_suffix(".new")
    record = {**stamp._asdict(), "extras": sorted(stamp.extras)}
    temporary.write_text(json.dumps(record) + "\n", encoding="utf-8")
    temporary.replace(path)


def wanted_extras(request: Request, stamp: Stamp | None) -> frozenset[str]:
    """Add what the request needs to what is there; torch as the request says, else as it was."""
    extras = (stamp.extras if stamp else frozenset({"torch"})) | EXTRAS[request.verb]
    if request.torch is None:
        return extras
    return extras | {"torch"} if request.torch else extras - {"torch"}


def prepare_venv(request: Request) -> None:
    """Make .venv what the request needs; nothing is done where the stamp says that it is."""
    stamp = read_stamp(STAMP)
    wanted = Stamp(fingerprint(), wanted_extras(request, stamp), complete=True)
    if stamp == wanted and PYTHON.exists():
        return
    if not can_be_added_to(stamp, wanted):
        say("making .venv")
        do([sys.executable, "-m", "venv", "--clear", str(VENV)], "no virtual environment can be made")
    write_stamp(STAMP, wanted._replace(complete=False))
    if "torch" in wanted.extras:
        say(f"installing {TORCH}, a large package")
        install(TORCH, failure="torch cannot be installed; --no-torch leaves it out")
    say("installing the loss explorer and what it needs")
    extras = f"[{','.join(sorted(wanted.extras))}]" if wanted.extras else ""
    install("--editable", f".{extras}", failure="the loss explorer cannot be installed")
    write_stamp(STAMP, wanted)


def can_be_added_to(stamp: Stamp | None, wanted: Stamp) -> bool:
    """Whether .venv can stay: its last set-up ended well, nothing has to go, and pip works in it."""
    if stamp and not (stamp.complete and stamp.extras <= wanted.extras):
        return False
    if not PYTHON.exists():
        return False
    check = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return subprocess.run([PYTHON, "-c", check], stderr=subprocess.DEVNULL, check=False).returncode == 0


def install(*what: str, failure: str) -> None:
    """Install by pip, with its progress where somebody watches."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    do([str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *quiet, *what], failure)


def do(command: list[str], failure: str) -> None:
    """Run one step of set-up, here; what it prints goes to stderr: stdout belongs to the program."""
    if subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False).returncode != 0:
        raise SetUpError(failure)


def say(message: str) -> None:
    """Tell the user one line."""
    print(f"start.py: {message}", file=sys.stderr, flush=True)


def program(request: Request) -> list[str]:
    """Give the command that answers the request."""
    # -P: a folder called `explorer` where the user stands must not be taken for this one.
    start = {
        "run": ["-P", "-m", "explorer"],
        "test": ["-m", "pytest", "-n", "auto", "--dist", "worksteal"],
        "oracles": ["-m", "pytest", "tests/oracles"],
        "triton": ["-m", "pytest", "tests/training/test_triton.py"],
        "bench": ["-m", "tests.benchmarks"],
    }
    return [str(PYTHON), *start[request.verb], *request.arguments]


def main(arguments: list[str]) -> int:
    """Set up, then become the program (on Windows: wait for it); give its exit status."""
    request = parse(arguments)
    if request.verb == "run" and request.arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        if not STAMP.exists():  # help is no reason to install a gigabyte
            return 0
    environment = environment_of(request, dict(os.environ))
    try:
        prepare_system(request, environment)
        prepare_venv(request)
    except SetUpError as error:
        say(str(error))
        return 2
    command = program(request)
    if request.verb != "run":
        os.chdir(ROOT)
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
