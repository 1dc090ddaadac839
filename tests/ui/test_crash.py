"""Failures that nobody caught: said once, counted, readable, and the program lives on."""

import sys
import threading

import pytest
from PySide6.QtCore import QtMsgType, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from explorer.ui.program import crash
from explorer.ui.program.crash import CrashReports, ReportPage


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def reports(window, monkeypatch):
    monkeypatch.setattr(crash, "SAID_EVERY", 0.0)
    return CrashReports(window.commands, window)


def fail(words="no such thing"):
    raise KeyError(words)


def caught(run=fail):
    try:
        run()
    except Exception as problem:
        return problem
    raise AssertionError


def edit(window, value=3.25):
    study = window.session.state.study
    window.session.apply("Set logit of cat", study.with_table(study.table.with_logit(0, 1, value)))


def test_a_failure_is_said_with_a_way_to_its_report(window, reports, qtbot):
    edited = window.session.state.study
    reports.take(caught())
    assert window.notice.severity == "error"
    text = window.notice.text.text()
    assert "KeyError: 'no such thing'" in text
    assert "Your work is kept" in text
    assert "\n" not in text
    window.notice.button.click()
    page = window.findChild(ReportPage)
    assert page.isVisible()
    assert "in fail" in page.text.toPlainText()
    assert window.session.state.study is edited
    page.close()


def test_the_report_says_what_was_done_and_on_what(window, reports):
    edit(window)
    reports.note("Pin")
    reports._hear(QtMsgType.QtWarningMsg, None, "QPainter::begin: no")
    report = reports.report(caught())
    for words in (
        "Set logit of cat (step 1)",
        "Pin",
        "5 samples of 5 classes, 1 edited",
        "Python 3",
        "PySide6 6",
        "NumPy",
        "warning: QPainter::begin: no",
        "offscreen",
        "Traceback",
        "test_crash.py",
    ):
        assert words in report, words
    assert "3.25" not in report
    assert "torch" not in report or "torch" in sys.modules


def test_only_the_last_steps_are_named(window, reports):
    for number in range(30):
        reports.note(f"step {number}.")
    report = reports.report(caught())
    assert "step 9." not in report
    assert "step 10." in report
    assert "step 29." in report


def test_the_same_failure_is_counted(window, reports):
    for _ in range(3):
        reports.take(caught())
    assert "(3 times)" in window.notice.text.text()
    reports.take(caught(lambda: 1 / 0))
    assert "times" not in window.notice.text.text()


def test_a_flood_says_no_more_than_once_in_a_while(window, reports, monkeypatch):
    monkeypatch.setattr(crash, "SAID_EVERY", 1000.0)
    said = []
    window.commands.offered.connect(lambda *_: said.append(1))
    for _ in range(50):
        reports.take(caught())
    assert len(said) == 1


def test_a_failure_while_reporting_goes_no_further(window, reports, monkeypatch, capsys):
    def bad(*_):
        reports.take(caught())
        raise RuntimeError("the bar fails too")

    with monkeypatch.context() as patch:
        patch.setattr(reports, "report", bad)
        reports.take(caught())
    assert "the bar fails too" in capsys.readouterr().err
    reports.take(caught())
    assert "(2 times)" in window.notice.text.text()


def test_failures_of_slots_and_threads_arrive(window, reports, qtbot, capsys):
    before = sys.excepthook, threading.excepthook
    reports.install()
    try:
        button = QPushButton(window)
        button.clicked.connect(lambda: fail("in a slot"))
        button.click()
        assert "in a slot" in window.notice.text.text()
        thread = threading.Thread(target=lambda: fail("in a thread"))
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: "in a thread" in window.notice.text.text())
        qWarning("heard")
    finally:
        reports.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
    assert "heard" in reports.report(caught())
    assert "in a slot" in capsys.readouterr().err


def test_ctrl_c_is_no_failure(window, reports, capsys):
    reports._hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not window.notice.isVisible()


def test_a_report_is_copied_and_saved(qtbot, tmp_path):
    page = ReportPage("what failed\nand where")
    qtbot.addWidget(page)
    page.copier.click()
    assert QGuiApplication.clipboard().text() == "what failed\nand where"
    page.save_to(str(tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text() == "what failed\nand where"
    page.save_to(str(tmp_path / "no" / "report.txt"))
    assert page.windowTitle().startswith("Not saved")
