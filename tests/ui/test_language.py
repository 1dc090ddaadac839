"""Another language while the program runs: what goes on, what waits, what dies."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
import weakref
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from explorer import wording
from explorer.jobs.events import Cancelled
from explorer.ui import application, language_switch
from explorer.ui.program import keeping, language
from explorer.ui.program.settings import Settings
from explorer.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def followers_close() -> Iterator[None]:
    """Close what followed."""
    yield
    for window in list(language_switch._followers):
        assert isinstance(window, Window)
        window.close_anyway()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def switched(window: Window, to: str = "zh") -> Window:
    """Return the window that follows."""
    followed: list[Window] = []
    window.followed.connect(followed.append)
    window.commands.program.choose_language(to)
    end = time.monotonic() + 60.0
    while not followed and time.monotonic() < end:
        QCoreApplication.processEvents()
    for _ in range(4):
        QCoreApplication.processEvents()
    (found,) = followed
    return found


def test_the_document_goes_on(make_window, tmp_path: Path) -> None:
    window = make_window()
    session = window.session
    path = tmp_path / "kept.study.json"
    window.commands.save_to(path)
    session.apply("Call it another", replace(session.state.study, title="Another"))
    session.look(sample=2, enlarged="slice")
    before, history = session.state, session.history
    window.resize(1300, 820)
    after = switched(window)
    assert wording.language() == "zh"
    assert after.session.history is history
    assert after.session.state.study is before.study
    assert after.session.state.look == before.look
    assert after.commands.path == path
    assert (after.width(), after.height()) == (1300, 820)
    assert after.isVisible()
    assert not after.session.history.is_saved
    after.session.undo()
    assert after.session.history.is_saved


def test_the_old_window_goes_without_asking(make_window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "has_chinese_face", lambda: True)  # where it has none, the bar says so
    window = make_window()
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    window.session.apply("Call it another", replace(window.session.state.study, title="Another"))
    after = switched(window)
    assert closed
    assert not after.notice.isVisible()


def test_results_and_views_go_on(make_window) -> None:
    window = make_window()
    window.session.keep_result("autograd", "an answer")
    views = dict(window.session.views)
    after = switched(window)
    assert after.session.state.results["autograd"] == "an answer"
    assert views.items() <= dict(after.session.views).items()


def test_a_lesson_stays_open(make_window) -> None:
    window = make_window()
    window.commands.open_lesson("peel")
    after = switched(window)
    assert after.commands.lessons.lesson is not None
    assert after.commands.lessons.lesson.key == "peel"
    assert after.desk.lesson is not None
    assert after.desk.lesson.isVisible()


def test_full_screen_and_preferences_stay(make_window, qtbot) -> None:
    window = make_window()
    window.showFullScreen()
    window.show_preferences()
    after = switched(window)
    assert after.isFullScreen()
    assert after.shows_preferences


def test_nothing_happens_for_the_language_in_use(make_window) -> None:
    window = make_window()
    followed: list[Window] = []
    window.followed.connect(followed.append)
    window.commands.program.choose_language("en")
    QCoreApplication.processEvents()
    assert not followed
    assert window.isVisible()


def test_what_is_under_way_is_waited_for(make_window, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window()
    followed: list[Window] = []
    window.followed.connect(followed.append)
    monkeypatch.setattr(type(window.jobs), "asked_for", property(lambda self: "Training"))
    window.commands.program.choose_language("zh")
    QCoreApplication.processEvents()
    assert not followed
    assert "Training" in window.notice.text.text()
    monkeypatch.undo()
    window.jobs.cancelled.emit(Cancelled(99, "read"))
    for _ in range(4):
        QCoreApplication.processEvents()
    assert len(followed) == 1


def test_waiting_can_be_left(make_window, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window()
    monkeypatch.setattr(type(window.jobs), "asked_for", property(lambda self: "Training"))
    window.commands.program.choose_language("zh")
    window.languages._stay()
    assert window.commands.program.language_choice == "en"
    monkeypatch.undo()
    window.jobs.cancelled.emit(Cancelled(99, "read"))
    QCoreApplication.processEvents()
    assert wording.language() == "en"
    assert window.isVisible()


def test_windows_of_twenty_switches_die(make_window) -> None:
    window = make_window()
    dead: list[weakref.ref[Window]] = []
    for turn in range(20):
        window = switched(window, "en" if turn % 2 else "zh")
        dead.append(weakref.ref(window))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in dead[:-1]] == [None] * 19
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]
    assert shown.count(window) == 1
    assert len(language_switch._followers) == 1


def test_what_is_unsaved_is_kept_on(
    make_window, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(keeping, "recovery_folder", lambda: tmp_path)
    window = make_window()
    application._watch_over(window)
    window.session.apply("Call it another", replace(window.session.state.study, title="Another"))
    qtbot.waitUntil(
        lambda: any(path.is_file() and b"Another" in path.read_bytes() for path in tmp_path.rglob("*.json"))
    )
    after = switched(window)
    (watching,) = after.findChildren(keeping.Keeping)
    qtbot.waitUntil(lambda: watching.autosave is not None and watching.autosave.is_idle)
    kept = [path for path in tmp_path.rglob("*.json") if b"Another" in path.read_bytes()]
    assert len(kept) == 1
    after.close_anyway()
    after.deleteLater()
    assert not list(tmp_path.rglob("*.json"))


def test_texts_of_qt_follow(make_window) -> None:
    window = make_window()
    switched(window)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()
    language.speak(application.application(), "en")
    other = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert "Cancel" in other.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_the_palette_finds_both_languages(make_window) -> None:
    window = make_window()
    window.palette_of_commands.open()
    window.palette_of_commands.field.setText("平滑目标")
    assert [entry.id for entry, _ in window.palette_of_commands.model.found][:1] == ["smooth_targets"]
    after = switched(window)
    for query in ("smooth the targets", "平滑目标"):
        after.palette_of_commands.field.setText(query)
        assert [entry.id for entry, _ in after.palette_of_commands.model.found][:1] == ["smooth_targets"]


def test_menus_and_tips_are_in_chinese(make_window) -> None:
    after = switched(make_window())
    assert [action.text() for action in after.menuBar().actions()][:2] == ["文件(&F)", "编辑(&E)"]
    assert after.title_bar.pin.text() == "钉住"
    assert after.actions_by_id["open"].toolTip().startswith("打开… (Ctrl+O)\n")
    assert after.actions_by_id["enlarge.gradient"].text() == "梯度"
    assert after.desk.cards["gradient"].canvas.figure.title == "梯度"


# Which language


def test_a_start_asks_in_this_order(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings()
    monkeypatch.setattr(language, "of_system", lambda: "zh")
    monkeypatch.delenv(wording.VARIABLE, raising=False)
    assert language.at_start(settings) == "zh"
    language.keep(settings, "en")
    assert language.at_start(settings) == "en"
    monkeypatch.setenv(wording.VARIABLE, "zh_CN")
    assert language.at_start(settings) == "zh"
    assert language.at_start(settings, "en") == "en"


@pytest.mark.parametrize(("names", "found"), [(["zh-Hans-CN", "en"], "zh"), (["de-DE"], "en")])
def test_the_system_has_a_language(monkeypatch: pytest.MonkeyPatch, names: list[str], found: str) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: names)
    assert language.of_system() == found


def test_a_damaged_choice_is_the_system(tmp_path: Path) -> None:
    settings = Settings()
    settings.set(language.LANGUAGE, "klingon")
    assert language.chosen(settings) == "system"
    with pytest.raises(ValueError, match="allowed: system, en, zh"):
        language.keep(settings, "klingon")


def test_missing_characters_are_said(make_window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "has_chinese_face", lambda: False)
    window = make_window()
    assert language.missing_face() == ""
    after = switched(window)
    QCoreApplication.processEvents()
    assert "fonts-noto-cjk" in after.notice.text.text()


@pytest.mark.parametrize(
    ("settings", "kept", "found"),
    [
        ({"LANG": "zh_CN.UTF-8"}, None, "zh"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:zh_CN"}, None, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, None, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "en", "en"),
        ({"LANG": "C"}, None, "en"),
        ({"LANG": "C", "LOSS_EXPLORER_LANGUAGE": "zh"}, None, "zh"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has its language from other places")
def test_the_first_start_follows_the_system(
    settings: dict[str, str], kept: str | None, found: str, tmp_path: Path
) -> None:
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE", wording.VARIABLE)
    }
    code = (
        "from explorer.ui import application; from explorer.ui.program.settings import Settings\n"
        "from explorer.ui.program import language\n"
        "application.application(); settings = Settings()\n"
        f"kept = {kept!r}\n"
        "if kept: language.keep(settings, kept)\n"
        "print(language.at_start(settings))"
    )
    homes = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**clean, **homes, **settings, "QT_QPA_PLATFORM": "offscreen"}
    made = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    assert made.stdout.strip() == found
