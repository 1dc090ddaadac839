"""Verbs, help, streams and exit statuses."""

import subprocess
import sys
from pathlib import Path

import pytest

import explorer
from explorer import wording
from explorer.cli.messages import CommandError
from explorer.cli.parser import VERBS, with_verb
from tests.cli.runs import Ran, Run

HEAVY = ("PySide6", "torch", "numpy")


@pytest.mark.parametrize("words", [["--help"], *([verb, "--help"] for verb in VERBS)], ids=" ".join)
def test_help_names_what_can_be_written(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("usage: loss-explorer")
    for verb in VERBS if words == ["--help"] else ():
        assert verb in ran.out


def test_version(run: Run) -> None:
    assert run("--version") == Ran(0, f"loss-explorer {explorer.__version__}\n", "")


@pytest.mark.parametrize(("verb", "near"), [("train", ""), ("render", ""), ("evla", ", perhaps eval")])
def test_an_unknown_verb_is_refused_with_the_verbs_there_are(run: Run, verb: str, near: str) -> None:
    complaint = run(verb, "file.csv").complaint
    assert complaint == f"no such verb or file '{verb}'{near}; the verbs are {', '.join(VERBS)}"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([], ["open"]),
        (["table.csv"], ["open", "table.csv"]),
        (["some/where"], ["open", "some/where"]),
        (["-"], ["open", "-"]),
        (["--theme", "dark", "table.csv"], ["open", "--theme", "dark", "table.csv"]),
        (["open", "eval"], ["open", "eval"]),
        (["eval", "table.csv"], ["eval", "table.csv"]),
        (["--help"], ["--help"]),
    ],
)
def test_open_is_the_default_verb(words: list[str], meant: list[str]) -> None:
    assert with_verb(words) == meant


def test_a_file_without_a_dot_in_its_name_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError):
        with_verb(["numbers"])
    Path("numbers").write_text("1,2\n")
    assert with_verb(["numbers"]) == ["open", "numbers"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["eval", "--nix"], "unrecognized arguments: --nix; see loss-explorer"),
        (["eval", "--grad"], "unrecognized arguments: --grad"),
        (["figure", "-o", "a.png"], "--key"),
        (["figure", "--key", "slice", "-o", "a.png", "--size", "10x10"], "'10x10' is no size"),
        (["figure", "--key", "slice", "-o", "a.png", "--scale", "nan"], "'nan' is no magnification"),
        (["figure", "--key", "slice", "-o", "a.png", "--theme", "pink"], "'pink'"),
    ],
)
def test_bad_use_is_said_in_one_line(run: Run, words: list[str], part: str) -> None:
    assert part in run(*words).complaint


@pytest.mark.parametrize(
    ("words", "free_of"),
    [
        (["--help"], HEAVY),
        (["eval", "--help"], HEAVY),
        *(
            (words, HEAVY[:2])
            for words in (["eval"], ["eval", "--format", "tsv"], ["losses"], ["code"], ["script"])
        ),
    ],
    ids=" ".join,
)
def test_imports_only_what_is_needed(
    words: list[str], free_of: tuple[str, ...], environment: dict[str, str]
) -> None:
    program = (
        "import sys; from explorer.cli import main; status = main(sys.argv[1:]); "
        f"print([name for name in {free_of!r} if name in sys.modules], file=sys.stderr); sys.exit(status)"
    )
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_reader_that_leaves_is_no_traceback(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "explorer", "losses", "--json"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, **pipes) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_said_in_one_line(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "explorer", "losses"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, timeout=240, check=False
        )
    assert (done.returncode, done.stderr) == (2, "loss-explorer: standard output: No space left on device\n")


def test_an_interrupt_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("explorer.cli.program.with_verb", interrupt)
    assert run("eval") == Ran(130, "", "")


def test_a_mistake_in_the_program_is_not_hidden(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_words: object) -> int:
        message = "a mistake"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("explorer.cli.program.with_verb", fail)
    with pytest.raises(ZeroDivisionError):
        run("eval")


def test_the_environment_chooses_the_language_of_every_verb(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setenv(wording.VARIABLE, "zh_CN")
    monkeypatch.setattr("explorer.cli.losses.run", lambda _: seen.append(wording.language()) or 0)
    assert run("losses").status == 0
    assert seen == ["zh"]
    assert wording.language() == "en"
