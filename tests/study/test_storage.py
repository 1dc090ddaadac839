# ruff: noqa: E501 - one case a line
import json
import os
import stat
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.study import examples
from explorer.study.document import document_of
from explorer.study.json_text import written
from explorer.study.opening import default_study, open_any
from explorer.study.storage import StorageFailure, load, save
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from tests.study.strategies import looks, same, studies

OLD = Path(__file__).parent.parent / "data" / "format-1.study.json"
NAN, INF = float("nan"), float("inf")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.study.json"


@pytest.fixture
def study():
    return default_study(Table.of([[1.0, 2.0]], [[0.0, 1.0]], ["a", "b"]), "mine")


def tried(path):
    """What opens, or the failure that is raised; any other exception fails the test."""
    try:
        return load(path)
    except StorageFailure as failure:
        return failure


def edited(path, change):
    """Change the parsed file by hand and write it back."""
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")


@settings(max_examples=150)
@given(studies(), looks())
def test_what_is_saved_is_opened(tmp_path_factory, study, look):
    path = tmp_path_factory.getbasetemp() / "any.study.json"
    save(path, study, look)
    opened = load(path)
    assert opened.study == study
    assert opened.look == look.within(study)
    assert (opened.read_only, opened.message, opened.path) == (False, None, path)
    for index, sample in enumerate(study.table):
        again = opened.study.table.sample(index)
        assert (again.name, again.classes) == (sample.name, sample.classes)
        assert again.logits.tobytes() == sample.logits.tobytes()
        assert again.targets.tobytes() == sample.targets.tobytes()
        assert opened.study.table.is_edited(index) == study.table.is_edited(index)
    before = path.read_bytes()
    save(path, opened.study, opened.look)
    assert json.loads(path.read_bytes())["table"] == json.loads(before)["table"]


def test_the_first_format_opens_for_ever():
    opened = load(OLD)
    study, table = opened.study, opened.study.table
    assert study.title == "Format 1 · 格式"
    assert table.classes == ("owl", "dog", "fox")
    assert [sample.name for sample in table] == ["erste", "第二"]
    assert same(table.arrays()[0], np.array([[-1.0, NAN, -0.0], [-1.0, -2.25, 9.0]]))
    assert same(table.arrays()[1], np.array([[0.75, 0.0, 0.3], [NAN, 1.0, 2.5]]))
    assert (table.origin, table.notes) == ("animals.csv", ("No targets for class 'x': all are 0.",))
    assert same(table.source.arrays()[0], np.array([[1.5, NAN, -0.0], [0.1, INF, 1e-300]]))
    assert [loss.key for loss in study.shown] == ["zlpr", "bce", "smoothed_bce"]
    assert study.shown[1].settings == (("pos_weight", (1.0, 2.0, 3.0)), ("weight", 0.5))
    assert study.shown[2] == ShownLoss("smoothed_bce", (("epsilon", 0.25),), on=False)
    assert (study.pin.sample, study.pin.name) == (1, "第二")
    assert same(study.pin.logits, np.array([-1.0, -2.25, 1e-300]))
    assert opened.look == Look(1, 2, 1, (2, 0), 2, 5.0, "slice")
    assert opened.message == "Not known here and not shown, but kept in the file: loss_of_tomorrow."
    assert not opened.read_only


def test_what_is_unknown_is_written_back_at_every_level(path):
    opened = load(OLD)
    save(path, opened.study, opened.look)
    before, after = (json.loads(file.read_text(encoding="utf-8")) for file in (OLD, path))
    before["program"] = after["program"]
    assert before == after
    changed = replace(opened.study, shown=opened.study.shown[::-1], pin=None, title="other")
    save(path, changed, opened.look)
    after = json.loads(path.read_text(encoding="utf-8"))
    assert after["pin"] is None
    assert after["shown"][2]["later"] == "s"
    assert after["later"] == {"colour": [1, {"deep": None}]}
    again = load(path).study
    assert (again.title, again.table, again.shown, again.set_aside) == (
        "other", changed.table, changed.shown, changed.set_aside
    )  # fmt: skip


FUTURE = {
    "key": "loss_of_tomorrow",
    "later": 1,
    "on": False,
    "settings": {"depth": 3.0, "mode": "wide", "w": {"a": [1]}},
}
BEYOND = {"key": "smoothed_bce", "on": True, "settings": {"epsilon": 0.25, "shape": ["round"]}}


def of_tomorrow(document):
    """What a newer program may have written: a loss, a setting and a key of the pin that are not known."""
    document["shown"].append(dict(BEYOND))
    document["shown"].append(dict(FUTURE))
    document["pin"] = {"sample": 0, "name": "p", "logits": [1.0, 2.0], "targets": [0.0, 1.0], "why": {"x": 1},
                       "shown": [dict(BEYOND), dict(FUTURE)]}  # fmt: skip


def test_what_is_unknown_of_losses_and_of_a_pin_is_written_back(path, study):
    save(path, study, Look())
    edited(path, of_tomorrow)
    before, opened = json.loads(path.read_text(encoding="utf-8")), load(path)
    assert [loss.key for loss in opened.study.pin.shown] == ["smoothed_bce"]
    assert opened.study.pin.shown[0].settings == (("epsilon", 0.25),)
    assert opened.message == (
        "Not known here and not shown, but kept in the file: smoothed_bce.shape, loss_of_tomorrow."
    )
    save(path, opened.study, opened.look)
    assert json.loads(path.read_text(encoding="utf-8")) == before
    changed = opened.study.with_class_renamed(0, "z").with_classes_reordered([1, 0])
    save(path, changed, opened.look)
    pin = json.loads(path.read_text(encoding="utf-8"))["pin"]
    assert (pin["logits"], pin["why"], pin["shown"]) == ([2.0, 1.0], {"x": 1}, [BEYOND, FUTURE])


def test_a_pin_set_anew_has_nothing_of_the_one_before(path, study):
    save(path, study, Look())
    edited(path, of_tomorrow)
    opened = load(path).study
    anew = replace(opened, pin=Pin.of(opened.table.sample(0), opened.shown[:1]))
    save(path, anew, Look())
    pin = json.loads(path.read_text(encoding="utf-8"))["pin"]
    assert "why" not in pin
    assert [loss["key"] for loss in pin["shown"]] == [opened.shown[0].key]


def test_options_of_figures_are_saved(path, study):
    look = (
        Look().with_option("dtypes.loss", "2").with_option("check.loss", "1").with_option("dtypes.loss", "0")
    )
    assert look.option("dtypes.loss") == "0"
    assert look.option("nothing", "usual") == "usual"
    save(path, study, look)
    assert load(path).look.options == look.options


def test_how_many_classes_are_listed_is_saved_where_it_was_chosen(path, study):
    save(path, study, Look())
    assert not {"order", "only"} & json.loads(path.read_text(encoding="utf-8"))["look"].keys()
    save(path, study, Look(order="gradient", only="top"))
    assert (load(path).look.order, load(path).look.only) == ("gradient", "top")


def test_the_file_is_made_for_diffs(path, study):
    save(path, study, Look())
    first = path.read_text(encoding="utf-8").splitlines()
    save(path, study.with_table(study.table.with_logit(0, 1, 2.5)), Look())
    second = path.read_text(encoding="utf-8").splitlines()
    keys = [line.split(":")[0].strip(' "') for line in first if line.startswith(' "')]
    assert keys == sorted(keys)
    assert max(map(len, first)) < 80
    assert set(first) - set(second) == {'  "edits": {},'}
    assert "     2.5" in set(second) - set(first)
    text = written([0.1, 1e-300, -0.0, NAN, INF, -INF, "狗", "\ud800"])
    assert text == '[\n 0.1,\n 1e-300,\n -0.0,\n "NaN",\n "Infinity",\n "-Infinity",\n "狗",\n "\\ud800"\n]\n'


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_what_is_written_is_json(value):
    assert json.loads(written(value)) == value


def test_a_newer_format_opens_read_only(path, study):
    save(path, study, Look())
    edited(path, lambda document: document.update(format=2, chapters=["x"]))
    opened = load(path)
    assert opened.read_only
    assert (
        opened.message
        == "x.study.json is of format 2, newer than 1: opened read-only; what is unknown is not shown."
    )
    assert opened.study.table == study.table


def test_settings_that_are_not_allowed_fall_back(path, study):
    save(path, study, Look())
    settings_of = {"epsilon": 7, "gamma": 1.0}
    edited(path, lambda document: document["shown"][3].update(settings=settings_of))
    opened = load(path)
    assert (opened.study.shown[3].key, opened.study.shown[3].settings) == ("smoothed_bce", ())
    assert "epsilon=7" in opened.message
    assert "gamma" in opened.message


def drop(*keys):
    def change(document):
        for key in keys[:-1]:
            document = document[key]
        del document[keys[-1]]

    return change


def put(value, *keys):
    def change(document):
        for key in keys[:-1]:
            document = document[key]
        document[keys[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (drop("format"), '"format" is missing; allowed is 1'),
        (put("1", "format"), "\"format\" is '\"1\"'; allowed is a whole number from 1"),
        (put(True, "format"), "\"format\" is 'true'; allowed is a whole number from 1"),
        (drop("title"), '"title" is missing; allowed is text'),
        (put([], "title"), "\"title\" is '[...]'; allowed is text"),
        (put(3, "table"), "\"table\" is '3'; allowed is an object { }"),
        (drop("table", "source", "logits"), '"table.source.logits" is missing; allowed is a list of rows of numbers'),
        (put("dog", "table", "source", "logits", 0, 1),
         '"table.source.logits.0.1" is \'"dog"\'; allowed is a number, "NaN", "Infinity" or "-Infinity"'),
        (put([1.0], "table", "source", "logits", 0),
         "\"table.source.logits.0\" is '[...]'; allowed is a list of 2 numbers, one a class"),
        (put([], "table", "source", "logits"),
         '"table.source": logits have shape (0, 2); allowed is (rows, classes) with 1 or more of each'),
        (put(["a", "a"], "table", "source", "classes"),
         "\"table.source\": class name 'a' is there twice; allowed are names that differ"),
        (put(["a", "a"], "table", "columns", "names"),
         "\"table.columns.names\": class name 'a' is there twice; allowed are names that differ"),
        (put([0, 5], "table", "columns", "slots"), "\"table.columns.slots.1\" is '5'; allowed is a whole number from 0 to 1"),
        (put([0, 0], "table", "columns", "slots"),
         '"table.columns" has 2 names, 1 different slots, 2 logits and 2 targets; allowed is the same count of each'),
        (put({"7": {}}, "table", "edits"), "\"table.edits\" has the key '7'; allowed are rows from 0 to 0"),
        (put({"0": {"logits": [1.0], "targets": [1.0]}}, "table", "edits"),
         "\"table.edits.0.logits\" is '[...]'; allowed is a list of 2 numbers, not 1"),
        (put([{}], "shown"), '"shown.0.key" is missing; allowed is the key of a loss'),
        (put(1, "shown", 0, "on"), "\"shown.0.on\" is '1'; allowed is true or false"),
        (put({"sample": 0, "name": "", "logits": [1], "targets": []}, "pin"),
         "\"pin.logits\" is '[...]'; allowed is a list of 2 numbers, not 1"),
        (put({"landscape": [1]}, "look"), "\"look.landscape\" is '[...]'; allowed is a list of two classes"),
        (put({"held": 1.5}, "look"), "\"look.held\" is '1.5'; allowed is a whole number from 0"),
        (put(10**400, "look", "alpha"), None),
    ],
)  # fmt: skip
def test_malformed_files_are_refused_in_one_line(path, study, change, message):
    save(path, study, Look())
    edited(path, change)
    with pytest.raises(StorageFailure) as caught:
        load(path)
    assert str(caught.value).isprintable()
    if message is not None:
        assert str(caught.value) == f"x.study.json: {message}"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.study.json: line 1, column 1: Expecting value at the end; allowed is JSON"),
        (b"{\n \"a\": dog}", "x.study.json: line 2, column 7: Expecting value at 'dog}'; allowed is JSON"),
        (b"\xff{}", "x.study.json: byte 1 is not UTF-8; allowed is a study in UTF-8"),
        (b"[]", "x.study.json: the document is '[...]'; allowed is an object { }"),
        (b"[" * 100_000, "x.study.json: maximum recursion depth exceeded"),
        (b"9" * 5000, "x.study.json: Exceeds the limit"),
    ],
)  # fmt: skip
def test_what_is_no_study(path, data, message):
    path.write_bytes(data)
    with pytest.raises(StorageFailure) as caught:
        load(path)
    assert str(caught.value).startswith(message)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("count", [2**32, 10**18, 1_000_006])
def test_columns_that_no_memory_holds_are_refused(path, count):
    document = json.loads(OLD.read_text(encoding="utf-8"))
    document["table"]["columns"]["slot_count"] = count
    path.write_text(json.dumps(document), encoding="utf-8")
    failure = tried(path)
    assert isinstance(failure, StorageFailure), "it opened"
    assert "slot_count" in str(failure)


@settings(max_examples=150)
@given(st.data())
def test_any_change_of_a_file_opens_or_is_refused(tmp_path_factory, data):
    """Put any value at any place of a document: a study or one line, never another exception."""
    path = tmp_path_factory.getbasetemp() / "changed.study.json"
    document = json.loads(OLD.read_text(encoding="utf-8"))
    place = document
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.integers(0, 3)) == 0:
            break
        place = place[key]
    place[key] = data.draw(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from([[], {}, [1], [[1]], 1e308, -1])
    )  # fmt: skip
    path.write_text(json.dumps(document), encoding="utf-8")
    opened = tried(path)
    if isinstance(opened, StorageFailure):
        assert str(opened).isprintable()
        return
    save(path, opened.study, opened.look)
    assert load(path).study == opened.study
    assert all(sample.logits.shape == (opened.study.table.class_count,) for sample in opened.study.table)


# Saving survives what goes wrong


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_failure_leaves_the_old_file(path, study, monkeypatch, step):
    save(path, study, Look())
    before = path.read_bytes()

    def fail(*_):
        raise OSError(28, "No space left on device")

    if step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(os, "open", fail)
    with pytest.raises(StorageFailure) as caught:
        save(path, replace(study, title="other"), Look())
    monkeypatch.undo()
    said = "x.study.json: it cannot be saved: No space left on device; what was in the file is unchanged"
    assert str(caught.value) == said
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path], "nothing is left beside it"


def test_killed_at_any_moment_the_file_is_whole(tmp_path, study):
    """Kill a process that saves two studies in turn: what lies there is one of them."""
    path = tmp_path / "x.study.json"
    one = replace(study, table=Table.of(np.ones((200, 20))), title="one")
    two = replace(one, title="two")
    save(path, one, Look())
    for wait in np.linspace(0.0, 0.03, 8):
        child = os.fork()
        if child == 0:
            while True:
                save(path, two, Look())
                save(path, one, Look())
        time.sleep(float(wait))
        os.kill(child, 9)
        os.waitpid(child, 0)
        assert load(path).study in (one, two)


def test_permissions_and_links_stay(tmp_path, study):
    real, link = tmp_path / "real.study.json", tmp_path / "link.study.json"
    save(real, study, Look())
    assert stat.S_IMODE(real.stat().st_mode) & 0o600 == 0o600
    real.chmod(0o640)
    link.symlink_to(real)
    save(link, replace(study, title="through"), Look())
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert load(real).study.title == "through"


def test_no_folder(tmp_path, study):
    with pytest.raises(StorageFailure, match="it cannot be saved: No such file or directory"):
        save(tmp_path / "nowhere" / "x.study.json", study, Look())
    with pytest.raises(StorageFailure, match="it cannot be read: No such file or directory"):
        load(tmp_path / "x.study.json")


# Opening and examples


def test_open_any(tmp_path, path, study):
    save(path, study, Look(held=1))
    assert open_any(path).study == study
    (tmp_path / "s.csv").write_text("1,2\n", encoding="utf-8")
    opened = open_any(str(tmp_path / "s.csv"))
    assert opened.message == "No targets in this file: all are 0."
    assert [loss.key for loss in opened.study.shown] == ["zlpr", "smoothed_zlpr", "bce", "smoothed_bce"]
    assert (opened.study.title, opened.path) == ("s", tmp_path / "s.csv")
    both = open_any(tmp_path / "s.csv", targets=tmp_path / "s.csv")
    assert both.message is None


@pytest.mark.parametrize("key", examples.EXAMPLES)
def test_examples(path, key):
    example = examples.EXAMPLES[key]
    opened = example.open()
    assert opened.look == opened.look.within(opened.study)
    assert opened.message is None
    assert example.description.endswith(".")
    save(path, opened.study, opened.look)
    assert (load(path).study, load(path).look) == (opened.study, opened.look)


def test_the_examples_are_what_they_say():
    assert examples.opening().study.table.classes == tuple("abcde")
    confident = examples.EXAMPLES["overconfidence"].open()
    assert confident.study.table.sample(0).logits.tolist() == [1.5, 1.2, 1.0]
    assert confident.look.alpha == 5.0
    choose = examples.EXAMPLES["n-choose-k"].open().study.table
    assert choose.class_count == 100
    assert [sample.targets.sum() for sample in choose] == [3.0] * len(choose)


def test_a_look_saved_with_one_class(path):
    one = Study("one", Table.of([1.0]), pin=Pin.of(Table.of([1.0]).sample(0)))
    save(path, one, Look())
    assert load(path).look.landscape == (0, 0)
    assert document_of(one, Look())["shown"] == []
