# ruff: noqa: E501 - one case a line
import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explorer.resources import asset
from explorer.study.importers import ImportFailure, read, read_text
from explorer.study.importers.grid import NO_TARGETS
from explorer.study.table import Table
from tests.study.strategies import floats, names, same

NAN, INF = float("nan"), float("inf")


def refusal(text, name="x.csv"):
    with pytest.raises(ImportFailure) as caught:
        read_text(text, name)
    message = str(caught.value)
    assert message.isprintable(), "one line"
    return message


def tried(act, *given):
    """What comes back, or the failure that is raised; any other exception fails the test."""
    try:
        return act(*given)
    except ImportFailure as failure:
        return failure


def test_the_shipped_table():
    table = read(asset("five-samples.csv"))
    assert (len(table), table.classes, table.origin) == (5, tuple("abcde"), "five-samples.csv")
    assert table.sample(0).logits.tolist() == [1.4397182, -0.7993438, 4.113389, 3.2199187, 4.5777845]
    assert table.sample(3).targets.tolist() == [0, 0, 1, 0, 1]
    assert table.sample(2).name == "sample 3"
    assert table.notes == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1,2\n3,4\n", [[1, 2], [3, 4]]),
        ("1,2\r\n3,4\r\n", [[1, 2], [3, 4]]),
        ("\r1,2\n3,4", [[1, 2], [3, 4]]),
        ("1;2\n3;4", [[1, 2], [3, 4]]),
        ("1\t2\n3\t4", [[1, 2], [3, 4]]),
        ("1,5;2,25\n3;4,0", [[1.5, 2.25], [3, 4]]),
        ("1,5\t-,5\n", [[1.5, -0.5]]),
        ("\n\n1,2\n\n3,4\n\n", [[1, 2], [3, 4]]),
        ("a,b\n.5,5.\n+1,-1E-3\n", [[0.5, 5], [1, -0.001]]),
        ("a,b,c\n nan , inf,-inf\n NaN,+Infinity,1e5\n", [[NAN, INF, -INF], [NAN, INF, 1e5]]),
        ('"a","b"\n"1","2"\n', [[1, 2]]),
        ("a,b\n−0.5,2\n", [[-0.5, 2]]),
        ("1e999,-1e999", [[INF, -INF]]),
        ("7", [[7]]),
        ("sample,a,b\nx,1,2", [[1, 2]]),
        (",a,b\n0,1,2", [[1, 2]]),
        ("[[1, 2], [3, 4.5]]", [[1, 2], [3, 4.5]]),
        ("[1, NaN, -Infinity]", [[1, NAN, -INF]]),
        ('{"logits": [1, "NaN", "-Infinity", "inf"]}', [[1, NAN, -INF, INF]]),
        (' [{"logits": [1]}, {"logits": [2], "name": "b"}]'.replace("}, {", ', "name": "a"}, {'), [[1], [2]]),
        ("[" + "9" * 400 + "]", [[INF]]),
        ("[" + "9" * 5000 + "]", [[INF]]),
    ],
)
def test_what_is_read(text, wanted):
    table = read_text(text)
    assert same(table.arrays()[0], np.array(wanted, dtype=float))
    assert table.notes == (NO_TARGETS,)
    assert table.origin == "clipboard"


def test_names_in_any_script_and_quoted():
    table = read_text(
        'sample;logit:猫;"logit: a;""b"";\nc";target:猫;target: a;"b"; c'.replace(
            'target: a;"b"; c', '"target:a;""b""; c"'
        )
        + "\n甲;1;2;0,5;2"
    )
    assert table.classes == ("猫", 'a;"b"; c')
    assert (table.sample(0).name, table.sample(0).targets.tolist()) == ("甲", [0.5, 2.0])


def test_a_name_over_two_lines_in_the_header():
    table = read_text('"logit:a\nb","target:a\nb"\n1,2')
    assert (table.classes, table.sample(0).targets.tolist()) == (("a b",), [2])
    assert "line 4, column 1" in refusal('"logit:a\nb","target:a\nb"\ndog,2')


def test_targets_are_matched_by_name():
    table = read_text("target:b,logit:a,sample,target:a,logit:b\n1,2,x,3,4")
    assert table.classes == ("a", "b")
    assert (table.sample(0).logits.tolist(), table.sample(0).targets.tolist()) == ([2, 4], [3, 1])


def test_a_class_without_targets_is_said():
    table = read_text("logit:a,logit:b,target:b\n1,2,3")
    assert table.sample(0).targets.tolist() == [0, 3]
    assert table.notes == ("No targets for class 'a': all are 0.",)


def test_a_data_frame_of_titled_columns_has_an_index_without_title():
    table = read_text(",logit:a,logit:b,target:a,target:b\n0,1.5,2,0,1\n1,3,4,1,0\n")
    assert [part.tolist() for part in table.arrays()] == [[[1.5, 2], [3, 4]], [[0, 1], [1, 0]]]
    assert [sample.name for sample in table] == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "logits", "note"),
    [
        ("a,b\n1,\n", [[1, NAN]], "1 empty cell is read as NaN, in line 2."),
        (
            "a,b\n1,2\n\n,4\n5, \n",
            [[1, 2], [NAN, 4], [5, NAN]],
            "2 empty cells are read as NaN, the first in line 4.",
        ),
        (
            "a\tb\tc\n1\t\t\n4\t5\t\n",
            [[1, NAN, NAN], [4, 5, NAN]],
            "3 empty cells are read as NaN, the first in line 2.",
        ),
        ("1,,3\n4,5,6\n", [[1, NAN, 3], [4, 5, 6]], "1 empty cell is read as NaN, in line 1."),
        ("sample,logit:b,logit:a\nx,,-2\n", [[NAN, -2]], "1 empty cell is read as NaN, in line 2."),
        ("a;b\n1,5;\n", [[1.5, NAN]], "1 empty cell is read as NaN, in line 2."),
    ],
)
def test_an_empty_cell_is_nan_and_said(text, logits, note):
    table = read_text(text)
    assert repr(table.arrays()[0].tolist()) == repr(np.array(logits, float).tolist())
    assert note in table.notes


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("a,b\n1,2\n,\n3,4\n,\n,\n", ["1 row of empty cells is left out, line 3."]),
        ("a,b\n,\n1,2\n , \n3,4\n", ["2 rows of empty cells are left out, the first is line 2."]),
        ("a,b\n1,2\n\n3,4\n,\n", []),
        ("1,2\n , \n3,4\n", ["1 row of empty cells is left out, line 2."]),
    ],
)
def test_rows_of_empty_cells_are_left_out_and_said(text, note):
    table = read_text(text)
    assert table.arrays()[0].tolist() == [[1, 2], [3, 4]]
    assert table.notes == (*note, NO_TARGETS)


def test_an_empty_target_is_nan_and_an_empty_list_of_labels_is_none():
    table = read_text("logit:a,logit:b,target:b,target:a\n1,2,,1\n")
    assert repr(table.sample(0).targets.tolist()) == "[1.0, nan]"
    assert table.notes == ("1 empty cell is read as NaN, in line 2.",)
    assert read_text("a,b,labels\n1,2,\n3,4,b\n").arrays()[1].tolist() == [[0, 0], [0, 1]]


def test_json_object_with_everything():
    parts = {"logits": [[1, 2]], "targets": [0.5, 7], "classes": ["猫", "b"], "samples": ["first"], "x": 1}
    table = read_text(json.dumps(parts))
    assert (table.classes, table.sample(0).name) == (("猫", "b"), "first")
    assert table.sample(0).targets.tolist() == [0.5, 7]
    assert table.notes == ("Not read: 'x'.",)


def test_json_objects_of_samples():
    table = read_text('[{"name": "a", "logits": [1, 2], "targets": [0, 1]}]')
    assert (table.sample(0).name, table.sample(0).targets.tolist()) == ("a", [0, 1])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n\n3,dog\n", "x.csv: line 4, column 2 'b': 'dog' is not a number; allowed are numbers, nan, inf and -inf"),
        ("1,2\n1,dog\n", "x.csv: line 2, column 2: 'dog' is not a number; allowed are numbers, nan, inf and -inf"),
        ("a,b\n1_0,2\n", "x.csv: line 2, column 1 'a': '1_0' is not a number; allowed are numbers, nan, inf and -inf"),
        ("a,b\n٣,2\n", "x.csv: line 2, column 1 'a': '٣' is not a number; allowed are numbers, nan, inf and -inf"),
        ("a\n" + "w" * 99, "x.csv: line 2, column 1 'a': '" + "w" * 39 + "…' is not a number; allowed are numbers, nan, inf and -inf"),
        ('a,b\n"1\n",2\n1,"x\ny"', "x.csv: line 4, column 2 'b': 'x y' is not a number; allowed are numbers, nan, inf and -inf"),
        ("a,b\n1\n", "x.csv: line 2, column 2 'b' is missing: '1' has 1 fields; allowed are 2, as in line 1"),
        ("1,2\n1,2,3\n", "x.csv: line 2, column 3 '3' is too many: '1,2,3' has 3 fields; allowed are 2, as in line 1"),
        ("logit:a,logit: a\n1,2", "x.csv: line 1, column 2 'logit: a': 'a' is also line 1, column 1 'logit:a'; allowed are names that differ"),
        ("sample,sample,a\n1,2,3", "x.csv: line 1, column 2 'sample' is there twice; allowed is one"),
        ("logit:a,target:b\n1,2", "x.csv: line 1, column 2 'target:b' has no column 'logit:b'; allowed are targets of classes that have logits"),
        ("logit:a,comment\n1,2", "x.csv: line 1, column 2 'comment' is not known; allowed are sample, logit:NAME, target:NAME and labels"),
        ("sample,logit:a,\nx,1,2", "x.csv: line 1, column 3 has an empty title; allowed are sample, logit:NAME, target:NAME and labels"),
        ("a,b,\n1,2,\n", "x.csv: line 1, column 3: '' is no name; allowed is text that is not empty"),
        ("1,2,\n3,4,\n", "x.csv: line 1, column 3: '' is no name; allowed is text that is not empty"),
        ("a,b\n1,2,\n", "x.csv: line 2, column 3 '' is too many: '1,2,' has 3 fields; allowed are 2, as in line 1"),
        (",sample,logit:a\nx,y,1", "x.csv: line 1, column 2 'sample' is there twice; allowed is one"),
        ("logit:,target:\n1,2", "x.csv: line 1, column 1 'logit:': '' is no name; allowed is text that is not empty"),
        ("target:a\n1", "x.csv: no logits; allowed are columns named logit:NAME, or give targets apart"),
        ("sample\nx", "x.csv: line 1: only 'sample'; allowed are columns of numbers beside it"),
        ("", "x.csv: no rows; allowed is 1 or more"),
        (" \n\n", "x.csv: no rows; allowed is 1 or more"),
        ("a,b\n", "x.csv: no rows after the header in line 1; allowed is 1 or more"),
        ('a,b\n1,"2\n', "x.csv: line 2: '1,\"2': unexpected end of data; allowed are fields, quoted as in CSV"),
        ("a\0b", "x.csv: line 1: a zero byte; allowed is text; read are CSV, TSV, JSON, NPY and NPZ"),
        ("[[1, 2], [3]]", "x.csv: row 2 of the list has 1 numbers; allowed are 2, as in row 1"),
        ('[[1, "dog"]]', "x.csv: row 1, column 2 of the list: 'dog' is not a number; allowed are numbers, nan, inf and -inf"),
        ("[[1, null]]", "x.csv: row 1, column 2 of the list: 'null' is not a number; allowed are numbers, nan, inf and -inf"),
        ("[1, [2]]", "x.csv: row 1 of the list: '1' cannot be read; allowed is a list of numbers"),
        ('{"logits": [[1]], "targets": [[1, 2]]}', 'x.csv: "targets" are 1 rows of 2; allowed are 1 rows of 1, as "logits"'),
        ('{"logits": [[1]], "classes": ["a", "b"]}', 'x.csv: "classes" has 2 names; allowed are 1'),
        ('{"logits": [[1, 2]], "classes": ["a", "a"]}', "x.csv: \"classes\", place 2: 'a' is also \"classes\", place 1; allowed are names that differ"),
        ('{"logits": [[1]], "samples": [3]}', "x.csv: \"samples\", place 1: '3' cannot be read; allowed is text"),
        ('{"logits": 3}', "x.csv: \"logits\": '3' cannot be read; allowed is a list of rows of numbers"),
        ('[{"name": "a"}]', "x.csv: row 1: no key \"logits\"; allowed is 'name', 'logits', 'targets'"),
        ('[{"logits": [1], "targets": [1]}, {"logits": [1]}]', "x.csv: row 2 of \"targets\": 'null' cannot be read; allowed are numbers and label names"),
        ("[]", "x.csv: the list has no rows; allowed is 1 or more, with 1 or more numbers each"),
        ("[[]]", "x.csv: the list has no rows; allowed is 1 or more, with 1 or more numbers each"),
        ("[1,\n 2", "x.csv: line 1, column 1: '[' is not closed; allowed are brackets in pairs"),
        ("[1, dog]", "x.csv: line 1, column 5: 'dog' cannot be read; allowed are numbers, texts, lists, tensor(...) and array(...)"),
    ],
)  # fmt: skip
def test_what_is_refused_and_how_it_is_said(text, message):
    assert refusal(text) == message


def test_nested_without_end():
    assert "lists in lists without end" in refusal("[" * 100_000)


def test_a_study_is_no_table():
    assert "this is a study file" in refusal('{"format": 1, "table": {}}')


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("a,b\n1,2".encode("utf-8-sig"), ("a", "b")),
        ("猫,b\n1,2".encode("utf-16"), ("猫", "b")),
        ("猫\tb\r\n1\t2".encode(), ("猫", "b")),
    ],
)
def test_encodings(tmp_path, data, wanted):
    path = tmp_path / "表.csv"
    path.write_bytes(data)
    assert read(path).classes == wanted


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a,b\n1,\xff\n", "x.csv: line 2: byte 0xff is not UTF-8; allowed is text in UTF-8"),
        (b"PK\x03\x04rest", "x.csv: this is a ZIP archive that is damaged; read are CSV, TSV, JSON, NPY and NPZ: get it again"),
        (b"\x80\x04\x95", "x.csv: this is a pickle, which could run code; read are CSV, TSV, JSON, NPY and NPZ: save it with numpy.savez(file, logits=..., targets=...)"),
        (b"\xff\xfea", "x.csv: line 1: byte 0x61 is not UTF-16; allowed is text in UTF-8"),
    ],
)  # fmt: skip
def test_files_that_are_no_text(tmp_path, data, message):
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(ImportFailure) as caught:
        read(path)
    assert str(caught.value) == message


def test_no_file(tmp_path):
    with pytest.raises(ImportFailure, match=r"nowhere\.csv: it cannot be read: No such file or directory"):
        read(tmp_path / "nowhere.csv")
    with pytest.raises(ImportFailure, match="it cannot be read: Is a directory"):
        read(tmp_path)


# Two tables


@pytest.fixture
def pair(tmp_path):
    def made(left, right):
        (tmp_path / "s.csv").write_text(left, encoding="utf-8")
        (tmp_path / "t.csv").write_text(right, encoding="utf-8")
        return read(tmp_path / "s.csv", targets=tmp_path / "t.csv")

    return made


@pytest.mark.parametrize(
    ("left", "right", "classes", "targets"),
    [
        ("1,2\n3,4", "0,1\n1,0", ("class 1", "class 2"), [[0, 1], [1, 0]]),
        ("a,b\n1,2\n3,4", "0,1\n1,0", ("a", "b"), [[0, 1], [1, 0]]),
        ("1,2\n3,4", "a,b\n0,1\n1,0", ("a", "b"), [[0, 1], [1, 0]]),
        ("a,b\n1,2\n3,4", "b,a\n0,1\n1,0", ("a", "b"), [[1, 0], [0, 1]]),
        ("logit:a,logit:b\n1,2", "target:b,target:a\n0,1", ("a", "b"), [[1, 0]]),
        ("sample,a\nx,1\ny,2", "sample,a\nx,3\ny,4", ("a",), [[3], [4]]),
        ("1;2", "[0, 1]", ("class 1", "class 2"), [[0, 1]]),
        ("1,2", '{"targets": [[0, 1]]}', ("class 1", "class 2"), [[0, 1]]),
    ],
)
def test_two_tables(pair, left, right, classes, targets):
    table = pair(left, right)
    assert table.classes == classes
    assert table.arrays()[1].tolist() == targets
    assert table.notes == ()
    assert table.origin == "s.csv"


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ("1,2", "0,1\n1,0", "t.csv: 2 samples; allowed are 1, as in s.csv"),
        ("1,2", "0,1,0", "t.csv: 3 classes; allowed are 2, as in s.csv"),
        ("a,b\n1,2", "a,c\n0,1", "t.csv: target column 'c' has no logits in s.csv; allowed are 'a', 'b'"),
        ("logit:a,target:a\n1,2", "0", "s.csv: it has targets of its own; allowed are logits alone beside t.csv"),
        ("1", "logit:a\n1", "t.csv: no targets; allowed are columns named target:NAME, or a plain table"),
        ("target:a\n1", "1", "s.csv: no logits; allowed are columns named logit:NAME, or give targets apart"),
        (
            "sample,a\nx,1\ny,2", "sample,a\nx,1\nz,2",
            "t.csv: line 3, column 'sample': 'z' is not the sample of that row in s.csv; allowed is 'y'",
        ),
    ],
)  # fmt: skip
def test_two_tables_that_do_not_match(pair, left, right, message):
    with pytest.raises(ImportFailure) as caught:
        pair(left, right)
    assert str(caught.value) == message


# Properties


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.tuples(
            st.lists(
                names.map(str.strip), min_size=n, max_size=n, unique_by=lambda name: " ".join(name.split())
            ),
            st.lists(st.lists(floats, min_size=2 * n, max_size=2 * n), min_size=1, max_size=4),
        )
    ),
    st.sampled_from([",", ";", "\t"]),
)
def test_what_csv_writes_is_read_back(tmp_path_factory, table, delimiter):
    classes, rows = table
    path = tmp_path_factory.mktemp("csv") / "x.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([f"{kind}:{name}" for kind in ("logit", "target") for name in classes])
        writer.writerows([repr(number) for number in row] for row in rows)
    found = tried(read, path)
    if isinstance(found, ImportFailure):
        assert "\0" in "".join(classes)
        return
    assert found.classes == tuple(" ".join(name.split()) for name in classes)
    assert same(np.hstack(found.arrays()), np.array(rows))


GOOD = [
    asset("five-samples.csv").read_text(encoding="utf-8"),
    "1;2,5\n\n-inf;nan\n",
    'sample\t"logit:a"\ttarget:a\nx\t1e5\t0\n',
    '{"logits": [[1, NaN], [2, 3]], "targets": [[0, 1], [1, 0.5]], "classes": ["a", "b"], "samples": ["x", "y"]}',
    '[{"name": "x", "logits": [1, -Infinity], "targets": [0, 1]}]',
    "[[1.5, 2], [3, 4]]",
]
PIECES = ["", ",", ";", "\t", "\n", "\r", '"', "'", "[", "]", "{", "}", ":", "logit:", "target:", "sample", "nan", "1e999",
          "−", "null", "true", "\\ud800", "\u2028", "٣", "_", "1,5", "\ufeff", "\0", "猫", " "]  # fmt: skip


@st.composite
def mutated(draw):
    """A good file with a few pieces cut out, put in or doubled."""
    text = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        stop = min(len(text), start + draw(st.integers(0, 12)))
        middle = draw(st.sampled_from(PIECES) | st.just(text[start:stop] * 2) | st.text(max_size=3))
        text = text[:start] + middle + text[stop:]
    return text


@settings(max_examples=400)
@given(mutated() | st.text())
@example('{"logits": [[1]], "classes": ["\\ud800"]}')
@example('[{"logits": [[1]]}]')
@example('{"logits": {}}')
def test_anything_is_a_table_or_one_line(text):
    found = tried(read_text, text, "x")
    if isinstance(found, ImportFailure):
        assert str(found).isprintable()
        assert str(found).startswith("x: ")
        assert len(str(found)) < 600
    else:
        assert found.arrays()[0].shape == (len(found), found.class_count)


@settings(max_examples=200)
@given(mutated().map(str.encode) | st.binary(), st.integers(0, 60), st.binary(max_size=3))
def test_any_bytes_are_a_table_or_one_line(tmp_path_factory, data, place, noise):
    path = tmp_path_factory.getbasetemp() / "noise.csv"
    path.write_bytes(data[:place] + noise + data[place:])
    found = tried(read, path)
    assert isinstance(found, Table) or str(found).isprintable()


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="needs a device that never ends")
def test_a_device_is_refused():
    with pytest.raises(ImportFailure, match=r"^/dev/zero: it is a device; allowed are files and pipes$"):
        read(Path("/dev/zero"))


@pytest.mark.parametrize("end", [" ", "\n"])
def test_long_prose_is_refused_by_its_beginning(end) -> None:
    text = f"In 1984 it was a bright cold day and the clocks were striking thirteen.{end}" * 20_000
    with pytest.raises(ImportFailure, match="hardly a number in its first 200,000 letters"):
        read_text(text)


def test_a_long_table_of_names_and_labels_is_no_prose() -> None:
    text = "sample,a,labels\n" + "a rather long name of a sample,0.5,a\n" * 30_000
    assert len(text) > 1_000_000
    assert len(read_text(text)) == 30_000


def test_a_long_header_is_no_prose() -> None:
    names = [f"a class of a rather long name and number {place}" for place in range(30_000)]
    header = "\t".join(names)
    assert len(header) > 1_000_000
    assert read_text(f"{header}\n" + "\t".join(["1.5"] * len(names)) + "\n").classes == tuple(names)
