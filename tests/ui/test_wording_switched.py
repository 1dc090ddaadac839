"""After the language has changed nothing that is seen is in the language it was made in.

The window of English texts is followed by one in the language that puts what is said in ⟦ ⟧.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from explorer import wording
from explorer.catalogue.smoothing import CONVENTIONS
from explorer.losses import LOSSES
from explorer.paint.theme import LIGHT
from explorer.plots import mixing, moves, selection
from explorer.study import examples
from explorer.study.study import ShownLoss
from explorer.ui.panels import changes
from explorer.ui.panels.history import HistoryModel
from explorer.ui.session import Session
from explorer.ui.stage.presenter import Presenter
from explorer.ui.stage.speaker import Speaker
from explorer.ui.stage.stage import Stage
from tests.ui.test_language import switched
from tests.ui.test_wording_shown import (
    Wrapped,
    _forget,
    names_of,
    texts_of_widgets,
    unsaid,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.window import Window


@pytest.fixture
def bracketed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the language that is switched to be the one in brackets."""
    monkeypatch.setitem(wording._known, "zh", Wrapped())
    _forget()
    yield
    _forget()


def edited(session: Session) -> None:
    """Make a step of every kind of sentence: names, numbers, lists, losses, settings."""
    for move in (
        lambda state: moves.set_logit(state, 0, 1.5),
        lambda state: moves.set_target(state, 1, 0.5),
        lambda state: mixing.smoothed(state, 0.1, CONVENTIONS[0]),
        lambda state: mixing.mixed(state, 2, 0.25),
        mixing.exchanged,
        lambda state: selection.select(state, (0, 1, 2)),
        lambda state: selection.shift(state, 0.5),
        lambda state: selection.scale(state, 2.0),
        selection.flip,
    ):
        session.perform(move(session.state))
    epsilon = next(each for each in LOSSES["smoothed_bce"].parameters if each.name == "epsilon")
    for change in (
        lambda study: changes.added(study, ShownLoss("smoothed_bce")),
        lambda study: changes.with_setting(study, len(study.shown) - 1, epsilon, 0.2),
        lambda study: changes.switched(study, 0, on=False),
        lambda study: changes.swapped(study, 0, "soft_zlpr"),
        lambda study: changes.removed(study, 1),
    ):
        made = change(session.state.study)
        session.apply(made.label, made.study)


def close(window: Window) -> None:
    window.close_anyway()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_steps_of_the_history_and_the_study_follow(bracketed: None, make_window) -> None:
    window = make_window()
    edited(window.session)
    window.commands.classes.add("newt")
    window.commands.classes.sort("logit")
    window.commands.toggle_pin()
    window.session.undo()
    steps = [entry.label for entry in window.session.history.entries]
    assert len(steps) >= 14
    assert not any("⟦" in step for step in steps)
    after = switched(window)
    try:
        model = HistoryModel(after.session)
        model.refresh()
        shown = [model.text(row) for row in range(model.rowCount())]
        assert len(shown) == len(steps) + 1
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the window before goes
        names = names_of(after.session.state) - {after.session.state.study.title}
        seen = [
            *texts_of_widgets(after),
            ("title", after.windowTitle()),
            *(("history", step) for step in shown),
        ]
        stays = {"loss", "explorer"}  # the program's name
        still = [text for _, text in seen if set(unsaid(text, names)) - stays]
        assert still == []
        assert any("⟦Undo: ⟦" in text or "⟦Undo: {step}⟧" in text for _, text in seen)
    finally:
        close(after)


def test_the_stage_of_a_study_follows(bracketed: None, make_window) -> None:
    window = make_window()
    presenter = Presenter("en", session=window.session, cards=("gradient", "slice"), is_still=True)
    stage = Stage(presenter, LIGHT)
    speaker = Speaker(stage, LIGHT)
    stage.show()
    speaker.show()
    stage._toggle_keys()
    assert presenter.title == "Five samples: sample 1"
    presenter.next_language()
    stage.grab()  # figures are made as they are painted
    names = names_of(window.session.state) - {window.session.state.study.title}
    own = [part for part in (stage, speaker) for part in texts_within(part)]
    rows = [text for row in stage.key_list._rows for text in row]
    figures = [text for canvas in stage.canvases for text in (canvas.figure.title, canvas.figure.subtitle)]
    seen = [presenter.title, stage.windowTitle(), speaker.windowTitle(), stage.page.title]
    still = [text for text in (*seen, *own, *rows, *figures) if unsaid(text, names)]
    assert still == []
    assert "⟦" in presenter.title
    stage.close()
    speaker.close()


def texts_within(part: QWidget) -> list[str]:
    widgets = part.findChildren(QWidget)
    texts = [text for each in widgets for text in (each.toolTip(), each.accessibleName())]
    return texts + [each.text() for each in widgets if isinstance(each, QLabel | QAbstractButton)]


def test_the_title_on_stage_is_chinese() -> None:
    opened = examples.opening()
    presenter = Presenter("en", session=Session(opened.study, opened.look), cards=("gradient",))
    presenter.speak("zh")
    assert presenter.title == "五个样本：样本 1"
    presenter.session.look(sample=1)
    assert presenter.title == "五个样本：样本 2"
