"""What a window keeps while it is used: nothing that grows with how long it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from explorer.analysis.survey import survey
from explorer.paint.theme import LIGHT
from explorer.study import storage
from explorer.study.state import State
from explorer.study.stories import recorded
from explorer.ui import icons, menus
from explorer.ui.panels import samples_model, stories_pictures
from tests.ui.random_checks import Origin
from tests.ui.random_hand import Hand
from tests.ui.random_studies import drawn, studies

LONG = 30_000  # milliseconds until something that must come is missed


def settled():
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_menu_that_is_filled_anew_keeps_no_menu_of_before(qtbot):
    menu, other = QMenu(), QMenu()
    qtbot.addWidget(menu)
    qtbot.addWidget(other)
    for _ in range(3):
        menus.clear(menu)
        menu.addMenu("one").addMenu("in it").addAction("act")
        menu.addMenu(other)  # of somebody else
        menu.addAction("act")
    settled()
    assert len(menu.findChildren(QMenu)) == 2
    assert [action.text() for action in menu.actions()] == ["one", "", "act"]
    assert other in [action.menu() for action in menu.actions()]


@pytest.mark.parametrize(
    "menu_of",
    [
        lambda window: window.desk.losses.add_menu,
        lambda window: window.desk.cards["landscape"].menu,
        lambda window: window.population.form.fields.add_menu,
        lambda window: window.population.form.more_menu,
    ],
)
def test_opening_a_menu_again_adds_nothing(make_window, menu_of):
    window = make_window()
    window.commands.enlarge("landscape")
    menu = menu_of(window)
    counts = []
    for _ in range(3):
        menu.aboutToShow.emit()
        settled()
        counts.append(len(menu.findChildren(QMenu)))
    assert counts == [counts[0]] * 3


def pictures(card):
    """The bytes of the pictures that a card keeps for itself."""
    kept = (card.canvas._underlay._picture, card.canvas._kept._picture)
    return sum(each.width() * each.height() * 4 for each in kept if isinstance(each, QPixmap))


def test_a_card_that_is_not_seen_keeps_no_picture(make_window, qtbot):
    window = make_window()
    window.commands.enlarge("slice")
    card = window.desk.cards["slice"]
    qtbot.waitUntil(lambda: pictures(card) > 0)
    window.commands.enlarge("slice")
    assert window.session.state.look.enlarged is None
    if card.isVisible():  # on the desk it is small again
        window.commands.toggle_samples()
    qtbot.waitUntil(lambda: not card.isVisible())
    assert pictures(card) == 0
    hidden = [each for each in window.desk.cards.values() if not each.isVisible()]
    assert len(hidden) > 3
    assert sum(map(pictures, hidden)) == 0


def test_pictures_of_steps_that_are_gone_are_few(qtbot, monkeypatch):
    monkeypatch.setattr(stories_pictures, "painted", lambda step, theme: QPixmap(1, 1))
    opened = drawn(3)
    first = recorded(State(opened.study, opened.look), ("logits",))
    pictures = stories_pictures.StepPictures(LIGHT)
    for number in range(stories_pictures.MOST + 20):
        step = replace(first, look=replace(first.look, alpha=1.0 + number / 100))
        assert pictures.picture(step) is None
        qtbot.waitUntil(lambda step=step: pictures.picture(step) is not None, timeout=LONG)
        pictures.keep_only([step])
        assert len(pictures._kept) <= stories_pictures.MOST
    assert pictures.picture(step) is not None


def test_words_of_samples_are_kept_of_some_alone(make_window, monkeypatch):
    monkeypatch.setattr(samples_model, "WORDED", 3)
    window = make_window(drawn(5, samples=20, strange=True))
    model = window.samples.model
    window.session.keep_result("survey", survey(window.session.state.study))
    window.session.look(board="samples")
    told = [model.finding(row) for row in range(20)]
    assert any(told)
    assert 0 < len(model._words) <= 3
    assert [model.finding(row) for row in range(20)] == told


class TestTheHand:
    """The random hand that tests all this: it is its seed alone that decides what it does."""

    @pytest.fixture
    def hand_on(self, make_window):
        def made(seed):
            QApplication.clipboard().setText("left by another test\t1\n")
            window = make_window()
            window._closes_anyway = True
            return Hand(window, studies((5,)), seed)

        return made

    def test_pastes_nothing_that_others_left(self, hand_on):
        hand_on(0)
        assert not QApplication.clipboard().text()

    def test_stays_in_its_window(self, hand_on):
        window = hand_on(0).window
        window.actions_by_id["language.zh"].trigger()
        settled()
        assert isValid(window)
        assert window.isVisible()

    def test_steps_merge_by_its_own_time(self, hand_on):
        hand = hand_on(0)
        session = hand.window.session
        for value in (1.0, 2.0):
            table = session.state.study.table
            session.apply("Set", session.state.study.with_table(table.with_logit(0, 0, value)), "logit:0")
        assert len(session.history.entries) == 1
        hand._seconds += 1.5
        session.apply("Set", session.state.study.with_table(table.with_logit(0, 0, 3.0)), "logit:0")
        assert len(session.history.entries) == 2

    def test_leaves_a_menu_after_the_gesture_and_not_by_the_clock(self, hand_on, qtbot):
        hand = hand_on(0)
        menu = hand.window.menuBar().actions()[0].menu()
        menu.popup(hand.window.mapToGlobal(hand.window.rect().center()))
        before = hand.chance.getstate()
        for _ in range(5):
            hand._warden.timeout.emit()
        assert menu.isVisible()
        assert hand.chance.getstate() == before
        menu.close()


class TestTheOrigin:
    """What the random gestures take for the opened study."""

    def origin_of(self, make_window):
        window = make_window(drawn(5, seed=1))
        window._closes_anyway = True
        return window, Origin(window.session)

    def edited(self, session, value=9.0):
        table = session.state.study.table
        session.apply("Edit", session.state.study.with_table(table.with_logit(0, 0, value)))

    def test_of_a_document_that_is_come_back_to_is_the_one_it_began_with(self, make_window):
        window, origin = self.origin_of(make_window)
        self.edited(window.session)
        left, other = window.session.history, drawn(5, seed=2)
        window.session.open(other.study, other.look)
        window.session.open(left.study, window.session.state.look, left)
        assert list(origin.wrong()) == []

    def test_is_called_as_its_file(self, make_window, tmp_path):
        window, origin = self.origin_of(make_window)
        self.edited(window.session)
        assert window.commands.save_to(tmp_path / f"named{storage.ENDING}")
        assert list(origin.wrong()) == []

    def test_is_missed_where_a_step_fell_into_a_study_as_it_opened(self, make_window):
        window, origin = self.origin_of(make_window)
        session = window.session
        session.replaced.disconnect(origin.note)
        session.replaced.connect(lambda: self.edited(session))  # as a field that the keyboard leaves too late
        session.replaced.connect(origin.note)
        other = drawn(5, seed=2)
        session.open(other.study, other.look)
        assert any("another study than the opened one" in problem for problem in origin.wrong())


def test_icons_that_are_kept_are_few_and_share_their_pictures(qtbot):
    for number in range(icons.KEPT + 20):
        icons._icon("plus", f"#{number:06x}", "", 2.0)
    assert icons._icon.cache_info().currsize == icons.KEPT
    plain, faint = icons._icon("plus", "#000000", "", 1.0), icons._icon("plus", "#000000", "#808080", 1.0)
    assert len(_pictures(plain)) == 1  # a disabled one without a colour of its own is the same picture
    assert len(_pictures(faint)) == 2


def _pictures(icon):
    size, modes = QSize(16, 16), (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    return {icon.pixmap(size, mode).cacheKey() for mode in modes}
