"""Tables and numbers as the terminal shows them."""

import io
import json

import pytest

from explorer.cli.messages import one_line
from explorer.cli.text import aligned, plain, readable, width, write_json


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (6.459073, "6.4591"),
        (0.0, "0.0000"),
        (-0.0, "0.0000"),
        (-1.5, "-1.5000"),
        (13.3601, "13.3601"),
        (0.001, "0.0010"),
        (0.00032, "3.200e-04"),
        (-2e-9, "-2.000e-09"),
        (1e12, "1.000e+12"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (float("-inf"), "-inf"),
    ],
)
def test_readable(number: float, text: str) -> None:
    assert readable(number) == text


def test_chinese_takes_two_columns_and_combining_marks_none() -> None:
    assert width("dog") == 3
    assert width("猫") == 2
    assert width("e\u0301") == 1


def test_columns_align_with_wide_names() -> None:
    text = aligned([("sample", "zlpr"), ("样本一", "6.4591"), ("b", "13.3601")])
    ends = [width(line) for line in text.splitlines()]
    assert ends == [15, 15, 15]
    assert text.splitlines()[1] == "样本一   6.4591"


def test_control_characters_do_not_break_a_row() -> None:
    assert one_line("猫\nb\x1b[31m") == r"猫\nb\x1b[31m"
    assert len(aligned([("a\nb", "1"), ("c", "2")]).splitlines()) == 2


@pytest.mark.parametrize(("number", "held"), [(1.5, 1.5), (float("nan"), "nan"), (float("-inf"), "-inf")])
def test_plain(number: float, held: float | str) -> None:
    assert plain(number) == held


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_json_can_be_written_to_any_terminal(encoding: str) -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding=encoding)
    write_json({"name": "猫"}, stream)
    stream.flush()
    assert json.loads(buffer.getvalue()) == {"name": "猫"}
