"""What can be written on the command line. Imports argparse only, so that --help is quick."""

from __future__ import annotations

import argparse
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from explorer import __version__
from explorer.cli import readers
from explorer.cli.messages import PROGRAM, CommandError, perhaps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FILE_HELP: Final = (
    "a study (*.study.json), a picture exported with its study (PNG, SVG, PDF), a state code (LX1-...), "
    "or a table of logits and targets (CSV, TSV, JSON, NPY, NPZ, printed arrays); "
    "- reads a table or a state code from standard input; without it, the opening study"
)
EPILOGUE: Final = (
    "Data goes to stdout, messages to stderr. "
    "Exit status: 0 fine, 1 a check found an error, 2 bad use or unreadable input."
)

WIDTH: Final = 78  # letters of a line of help that is laid out here
DEVICES: Final = ("auto", "cpu", "cuda", "mps", "numpy")  # as training.device has them, which brings NumPy


class Parser(argparse.ArgumentParser):
    """An argument parser that refuses in one line and takes no abbreviations."""

    def __init__(self, **settings: object) -> None:
        super().__init__(allow_abbrev=False, **settings)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Raise CommandError instead of printing the usage over several lines."""
        text = f"{message}; see {self.prog} --help"
        raise CommandError(text)


def _source(verb: Parser) -> None:
    verb.add_argument("file", nargs="?", metavar="FILE", help=FILE_HELP)
    verb.add_argument("--targets", metavar="FILE", help="the targets, when FILE has only logits")


def _open(verb: Parser) -> None:
    _source(verb)
    verb.add_argument(
        "--theme", choices=("system", "light", "dark"), help="default: as chosen last, at first the system's"
    )
    verb.add_argument(
        "--reset", action="store_true", help="forget all preferences, shortcuts and layouts first"
    )
    verb.add_argument(
        "--language",
        choices=("en", "zh"),
        help="English or Chinese; default: LOSS_EXPLORER_LANGUAGE, else as chosen, at first the system's",
    )
    verb.add_argument("--lesson", metavar="KEY", help="open this lesson (see `lessons`) and no FILE")


def _chosen(verb: Parser) -> None:
    """Add which losses and settings, for verbs that evaluate."""
    verb.add_argument(
        "--loss",
        dest="losses",
        metavar="KEY",
        nargs="+",
        action="extend",
        default=[],
        help="which losses (repeat it, or separate by commas; see `losses`); "
        "default: those that the study shows, else zlpr, smoothed_zlpr, bce, smoothed_bce",
    )
    verb.add_argument(
        "--set",
        dest="settings",
        metavar="KEY.PARAMETER=SETTING",
        nargs="+",
        action="extend",
        default=[],
        help="a parameter of a loss, as smoothed_bce.epsilon=0.2; "
        "one per class: numbers separated by commas, as bce.pos_weight=1,2,3",
    )


def _other(verb: Parser) -> None:
    verb.add_argument(
        "--other",
        metavar="FILE",
        help="a table of the same shape, whose logits losses such as r_drop compare with",
    )


def _sample(verb: Parser) -> None:
    verb.add_argument(
        "--sample", metavar="SAMPLE", help="its name, else its number from 1; default: as the study was left"
    )


def _watched(verb: Parser) -> None:
    """Add which sample of which study is shown under which losses, and how sharp: see `cli.watched`."""
    _source(verb)
    _sample(verb)
    _chosen(verb)
    _other(verb)
    verb.add_argument(
        "--alpha",
        type=readers.alpha,
        metavar="N",
        help="sharpening, from 0.01 to 100; default: as the study was left",
    )


def _eval(verb: Parser) -> None:
    _source(verb)
    _chosen(verb)
    _other(verb)
    verb.add_argument(
        "--gradient",
        action="store_true",
        help="also d value / d logit of every class (--json: and / d learned parameters)",
    )
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object, at full precision")
    form.add_argument(
        "--format",
        choices=("tsv", "latex", "python"),
        help="one table: with tabs or as lists of Python, every digit each, or LaTeX with four digits",
    )


def _code(verb: Parser) -> None:
    _watched(verb)
    _language(verb)
    verb.add_argument("--qr", metavar="OUT", help="also as a QR image, into this file: .png or .svg")


def _script(verb: Parser) -> None:
    _watched(verb)
    _language(verb)
    verb.add_argument(
        "--for",
        dest="framework",
        choices=("torch", "numpy", "keras"),
        default="torch",
        help="what the script is written in; default: %(default)s",
    )


def _check(verb: Parser) -> None:
    _source(verb)
    _chosen(verb)
    verb.add_argument(
        "--most",
        type=readers.count,
        metavar="N",
        help="how many findings of a rule are listed; counts are of all; default: 10, with --json 100",
    )
    verb.add_argument("--json", action="store_true", help="one JSON object: counts by rule, and findings")


def _losses(verb: Parser) -> None:
    verb.add_argument("--json", action="store_true", help="one JSON object, also formulas and references")


def _lessons(verb: Parser) -> None:
    verb.add_argument("key", nargs="?", metavar="KEY", help="which lesson; without it, the list of all")
    verb.add_argument(
        "--language", choices=("en", "zh"), default="en", help="English or Chinese; default: %(default)s"
    )
    verb.add_argument("--json", action="store_true", help="one JSON object, numbers at full precision")


def _language(verb: Parser) -> None:
    verb.add_argument(
        "--language",
        choices=("en", "zh"),
        help="English or Chinese; default: LOSS_EXPLORER_LANGUAGE, else en",
    )


def _figure(verb: Parser) -> None:
    _watched(verb)
    from explorer.plots import PLOTS, POPULATION

    verb.formatter_class = argparse.RawDescriptionHelpFormatter
    lines = [f"  {key:<12}{plot.title}" for key, plot in PLOTS.items()]
    lines += ["", "figures of a population, of a FILE that simulate wrote:"]
    lines += [f"  {key:<18}{plot.title}" for key, plot in POPULATION.items()]
    verb.epilog = "\n".join(("figures:", *lines, "", *textwrap.wrap(EPILOGUE, WIDTH)))
    _language(verb)
    verb.add_argument(
        "--key",
        required=True,
        action="append",
        metavar="KEY",
        help="which figure, by key or title: see below; several make one board, and so does board",
    )
    verb.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="file: .png, .svg or .pdf; .tsv, .tex or .py for the numbers of one figure as a table",
    )
    verb.add_argument(
        "--size",
        type=readers.size,
        metavar="WxH",
        help="in logical pixels, 96 an inch; default: 720x480, of a board 1200x800",
    )
    verb.add_argument("--theme", choices=("light", "dark", "print"), help="default: light")
    dense = verb.add_mutually_exclusive_group()
    dense.add_argument("--scale", type=readers.scale, metavar="N", help="magnification; default: 1")
    dense.add_argument(
        "--dpi", type=readers.dpi, metavar="N", help="dots an inch of a PNG, instead of --scale"
    )
    verb.add_argument(
        "--font-size",
        type=readers.font_size,
        metavar="N",
        help="points of the text in the figure, everything else grows with it; default: 9",
    )
    verb.add_argument(
        "--no-state", action="store_true", help="leave out of the picture the study that opens from it"
    )


def _export(verb: Parser) -> None:
    verb.add_argument(
        "story",
        nargs="?",
        metavar="STORY",
        help="a story (*.story.json), or the key of a shipped one; a study, for its story or for a film "
        "of it; without it, the list of shipped stories",
    )
    verb.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="file: .pdf (a page a step), .gif or .mp4 (a film), .html (a talk pack), .png (one step)",
    )
    verb.add_argument("--story", dest="which", metavar="KEY", help="which story of a study that has several")
    moving = verb.add_mutually_exclusive_group()
    moving.add_argument(
        "--descent", action="store_true", help="a film of a study's sample while its losses train it"
    )
    moving.add_argument(
        "--sweep",
        metavar="WHAT=LOW..HIGH",
        help="a film of a study while one number goes from end to end and back: alpha, KEY.PARAMETER, "
        "logit:CLASS or target:CLASS, as alpha=0.1..10",
    )
    verb.add_argument(
        "--key",
        action="append",
        default=[],
        metavar="KEY",
        help="figures of such a film; default: logits, values",
    )
    verb.add_argument("--sample", metavar="SAMPLE", help="of a study: its name, else its number from 1")
    verb.add_argument(
        "--size",
        type=readers.export_size,
        metavar="WxH",
        help="in pixels; default: 1920x1080, of a GIF 960x540",
    )
    verb.add_argument(
        "--theme", choices=("light", "dark", "print"), default="light", help="default: %(default)s"
    )
    _language(verb)
    verb.add_argument(
        "--fps", type=readers.rate, metavar="N", help="frames a second; default: MP4 60, GIF 25"
    )
    verb.add_argument(
        "--seconds",
        type=readers.seconds,
        metavar="N",
        help="how long the whole film of a descent or a sweep is, with its rests at both ends, or how long "
        "every step of a story stands still; default: 11, 9, and as long as a caption takes to read",
    )
    verb.add_argument(
        "--step", type=readers.count, metavar="N", help="of a .png or .pdf: this step alone, from 1"
    )
    verb.add_argument("--notes", action="store_true", help="of a .pdf: the speaker's notes under each step")
    verb.add_argument(
        "--progress", choices=("auto", "json", "none"), default="auto",
        help="auto draws a bar on a terminal; json prints a line now and then, and stops when standard "
        "input ends; default: %(default)s",
    )  # fmt: skip


def _simulate(verb: Parser) -> None:
    verb.add_argument(
        "spec",
        nargs="?",
        metavar="SPEC",
        help="a specification (*.toml), or the key of a shipped one; without it, the list of these",
    )
    verb.add_argument(
        "-o", "--output", metavar="OUT.npz", help="where the result goes, and a checkpoint while it runs"
    )
    verb.add_argument("--device", choices=DEVICES, default="auto", help="default: the quickest that there is")
    verb.add_argument(
        "--seed", type=readers.seed, metavar="N", help="the first seed; default: the specification's"
    )
    verb.add_argument("--small", action="store_true", help="its small version, a quick look")
    way = verb.add_mutually_exclusive_group()
    way.add_argument("--resume", action="store_true", help="go on from the checkpoint beside OUT.npz")
    way.add_argument(
        "--force", action="store_true", help="begin anew, in place of a checkpoint or a result that is there"
    )
    verb.add_argument("--raw", action="store_true", help="also keep the logits of every run at every record")
    verb.add_argument("--netcdf", metavar="FILE", help="also the result as netCDF (needs the extra data)")
    verb.add_argument("--json", action="store_true", help="one JSON object, every metric at full precision")


# verb: what it does, and what it takes; the module of the same name runs it
VERBS: Final[Mapping[str, tuple[str, Callable[[Parser], None]]]] = {
    "open": ("open the window (the default verb)", _open),
    "eval": ("print values and gradients of every sample", _eval),
    "check": ("look for what is wrong with logits, targets and losses", _check),
    "losses": ("print the catalogue of losses", _losses),
    "lessons": ("print the lessons, or one with its numbers computed", _lessons),
    "simulate": ("train what a specification describes, and judge what came of it", _simulate),
    "code": ("print one sample with its losses as a state code, which opens anywhere", _code),
    "script": ("print a program in torch, NumPy or Keras that computes the same numbers", _script),
    "figure": ("write one figure, or its numbers, into a file, without a display", _figure),
    "export": ("write a story as pages, a film or a talk pack, or a film of a study", _export),
}


def parser() -> Parser:
    """Build the parser of all verbs; the chosen one is `arguments.verb`."""
    top = Parser(
        prog=PROGRAM,
        description="Edit logits and label sets and see multi-label losses answer.",
        epilog=f"{PROGRAM} FILE is {PROGRAM} open FILE. {EPILOGUE}",
    )
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, (summary, fill) in VERBS.items():
        fill(verbs.add_parser(name, help=summary, description=f"{summary.capitalize()}.", epilog=EPILOGUE))
    return top


def with_verb(words: Sequence[str]) -> list[str]:
    """Put `open` in front of words that begin with a file or an option of `open`.

    Raises CommandError when the first word is neither a verb, a file nor a code, nor written like one.
    """
    first = words[0] if words else ""
    if first in VERBS or first in ("-h", "--help", "--version"):
        return list(words)
    bare = first and first != "-" and not first.startswith("--") and not re.search(r"[./\\]", first)
    if bare and not Path(first).exists() and not re.match(r"LX\d+-", first, re.IGNORECASE):
        message = f"no such verb or file {first!r}{perhaps(first, VERBS)}; the verbs are {', '.join(VERBS)}"
        raise CommandError(message)
    return ["open", *words]
