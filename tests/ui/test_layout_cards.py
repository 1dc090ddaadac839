"""Cards closed, brought back, moved and paged; what is remembered of them; what damaged settings do."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.plots import PLOTS
from explorer.study import examples
from explorer.ui import application
from explorer.ui.actions import ACTIONS
from explorer.ui.cards.layout import CardLayout, known
from explorer.ui.program.settings import Settings

ALL = known()
KEYS = CardLayout.usual().open
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(ALL),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


class TestLayout:
    def test_every_figure_but_the_editor_has_a_card(self):
        assert set(CardLayout.usual().order) == set(PLOTS) - {"logits"}

    @pytest.mark.parametrize(
        ("side", "order"),
        [
            ("swap", ("c", "b", "a", "d")),
            ("before", ("b", "a", "c", "d")),
            ("after", ("b", "c", "a", "d")),
        ],
    )
    def test_dropped(self, side, order):
        assert CardLayout(("a", "b", "c", "d")).dropped("a", "c", side).order == order

    def test_dropped_on_itself_or_on_nothing_known_stays(self):
        layout = CardLayout(("a", "b"))
        assert layout.dropped("a", "a", "swap") is layout
        assert layout.dropped("a", "z", "swap") is layout

    def test_shifted_passes_over_closed_cards(self):
        layout = CardLayout(("a", "b", "c"), frozenset({"b"}))
        assert layout.shifted("a", 1).open == ("c", "a")
        assert layout.shifted("a", -1) is layout
        assert layout.shifted("c", 1) is layout

    @given(st.permutations(ALL), st.sets(st.sampled_from(ALL)), st.integers(0, 5))
    def test_kept_is_read_back(self, order, closed, page):
        layout = CardLayout(tuple(order), frozenset(closed), page)
        assert CardLayout.of(json.loads(json.dumps(layout.kept))) == layout

    @given(st.dictionaries(st.sampled_from(("order", "closed", "page", "more")), ANYTHING))
    def test_damaged_settings_give_a_whole_layout(self, kept):
        layout = CardLayout.of(kept)
        assert sorted(layout.order) == sorted(ALL)
        assert layout.closed <= set(ALL)
        assert layout.page >= 0
        assert sorted(layout.paged) == sorted(layout.open)

    def test_cards_that_are_new_to_the_settings_come_last_as_they_usually_are(self):
        layout = CardLayout.of({"order": ["values", "nonsense", "gradient", "values"], "closed": ["slice"]})
        assert layout.order[:2] == ("values", "gradient")
        assert "nonsense" not in layout.order
        assert layout.closed == CardLayout.usual().closed | {"slice"}
        assert len(layout.order) == len(ALL)

    def test_first_page_is_what_one_needs_together(self):
        usual = CardLayout.usual()
        assert usual.paged[:4] == ("gradient", "slice", "budget", "landscape")
        chosen = usual.dropped("values", "gradient", "swap")
        assert chosen.paged == chosen.open


@pytest.fixture
def window(make_window):
    return make_window()


def trigger(window, name):
    window.actions_by_id[name].trigger()


def shown(window):
    return {key for key, card in window.desk.cards.items() if key in KEYS and card.isVisible()}


def focus(qtbot, window, key):
    canvas = window.desk.cards[key].canvas
    window.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)


class TestClosing:
    def test_a_tick_closes_and_brings_back(self, window):
        assert window.actions_by_id["card.slice"].isChecked()
        trigger(window, "card.slice")
        assert shown(window) == set(KEYS) - {"slice"}
        assert not window.actions_by_id["card.slice"].isChecked()
        trigger(window, "card.slice")
        assert shown(window) == set(KEYS)

    def test_its_button_closes_a_card_and_the_editor_has_none(self, window):
        card = window.desk.cards["budget"]
        card.closer.click()
        assert "budget" not in shown(window)
        assert not window.desk.cards["logits"].closer.isVisibleTo(window.desk.cards["logits"])

    def test_a_card_with_a_menu_is_closed_there(self, window):
        card = window.desk.cards["sharpening"]
        assert not card.closer.isVisibleTo(card)
        card.menu.aboutToShow.emit()
        next(entry for entry in card.menu.actions() if entry.text() == "Close sharpening").trigger()
        assert shown(window) == set(KEYS) - {"sharpening"}

    def test_ctrl_w_closes_the_card_with_the_focus(self, qtbot, window):
        focus(qtbot, window, "values")
        QTest.keyClick(window.desk.cards["values"].canvas, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        assert shown(window) == set(KEYS) - {"values"}
        assert window.isVisible()

    def test_without_a_card_in_focus_it_is_said(self, window):
        window.desk.losses.add_button.setFocus()
        trigger(window, "close_card")
        assert shown(window) == set(KEYS)
        assert "Choose a card" in window.status.said.whole

    def test_all_closed_shows_a_way_back(self, window):
        for key in KEYS:
            trigger(window, f"card.{key}")
        assert shown(window) == set()
        assert window.desk.empty.isVisible()
        window.desk.empty.button.click()
        assert shown(window) == set(KEYS)
        assert not window.desk.empty.isVisible()

    def test_closing_the_enlarged_card_shows_the_others(self, window):
        trigger(window, "enlarge.slice")
        window.desk.cards["slice"].closer.click()
        assert shown(window) == set(KEYS) - {"slice"}
        assert window.session.state.look.enlarged is None

    def test_enlarging_a_closed_card_shows_it_for_as_long(self, window):
        trigger(window, "card.slice")
        trigger(window, "enlarge.slice")
        assert shown(window) == {"slice"}
        trigger(window, "enlarge.slice")
        assert shown(window) == set(KEYS) - {"slice"}


class TestFiguresOnAsking:
    """Figures that have no card from the start: enlarged when asked for, kept on the desk if wanted."""

    def test_they_have_no_card_until_they_are_asked_for(self, window):
        assert not CardLayout.usual().closed & set(window.desk.cards)
        trigger(window, "enlarge.flips")
        assert shown(window) == set()
        assert window.desk.cards["flips"].isVisible()
        trigger(window, "enlarge.flips")
        assert shown(window) == set(KEYS)
        assert not window.desk.cards["flips"].isVisible()

    def test_opening_the_window_imports_none_of_them(self):
        closed = sorted(set(ALL) - set(KEYS))
        code = (
            "import sys; from explorer.ui import application; from explorer.study.examples import opening;"
            "app = application.application(); window = application.window(opening(), 'light');"
            "window.show(); app.processEvents();"
            f"print([key for key in {closed} if f'explorer.plots.{{key}}' in sys.modules])"
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == "[]"

    def test_its_button_keeps_one_on_the_desk(self, window):
        trigger(window, "enlarge.flips")
        card = window.desk.cards["flips"]
        assert card.closer.toolTip() == "Keep label flips on the desk"
        assert card.closer.is_shown
        card.closer.click()
        assert window.session.state.look.enlarged is None
        assert card.isVisible()
        assert shown(window) == set(KEYS)
        assert card.closer.toolTip() == "Close label flips"
        card.closer.click()
        assert not card.isVisible()

    def test_its_menu_keeps_one_on_the_desk(self, window):
        trigger(window, "enlarge.balance")
        card = window.desk.cards["balance"]
        card.menu.aboutToShow.emit()
        words = "Keep who gets the gradient on the desk"
        next(entry for entry in card.menu.actions() if entry.text() == words).trigger()
        assert card.isVisible()
        assert window.actions_by_id["card.balance"].isChecked()

    def test_a_tick_puts_one_on_the_desk_and_the_usual_cards_come_back_alone(self, window):
        trigger(window, "card.thresholds")
        assert window.desk.cards["thresholds"].isVisible()
        assert not window.actions_by_id["open_cards"].isEnabled()
        trigger(window, "card.slice")
        assert window.actions_by_id["open_cards"].isEnabled()
        trigger(window, "open_cards")
        assert "slice" in shown(window)
        trigger(window, "reset_layout")
        assert not window.desk.cards["thresholds"].isVisible()

    def test_menus_are_grouped_and_only_the_first_have_keys(self, window):
        menus = {entry.id: entry.menu for entry in ACTIONS}
        assert menus["enlarge.slice"] == "&View/&Figures"
        assert menus["enlarge.flips"] == "&View/&Figures/Checks"
        assert menus["card.balance"] == "&View/&Cards/Theory"
        with_keys = [key for key in PLOTS if window.actions_by_id[f"enlarge.{key}"].shortcuts()]
        assert with_keys == ["logits", *KEYS]

    def test_one_that_was_closed_costs_nothing_while_the_study_changes(self, window):
        trigger(window, "enlarge.flips")
        trigger(window, "enlarge.flips")
        canvas = window.desk.cards["flips"].canvas
        made = []
        canvas._made = lambda: made.append(1)
        table = window.session.state.study.table.with_logit(0, 0, 2.5)
        window.session.apply("Set", window.session.state.study.with_table(table))
        QApplication.processEvents()
        assert made == []

    def test_the_keyboard_goes_on_from_the_last_card_to_a_new_one(self, window):
        trigger(window, "card.flips")
        before, card = window.desk.cards["landscape"], window.desk.cards["flips"]
        following = before.stops[-1].nextInFocusChain()
        assert following is card.canvas


class TestMoving:
    def test_keys_move_the_card_with_the_focus(self, qtbot, window):
        focus(qtbot, window, "slice")
        trigger(window, "card_left")
        assert window.commands.cards.layout.order[:2] == ("slice", "gradient")
        assert window.desk.cards["slice"].x() < window.desk.cards["gradient"].x()
        trigger(window, "card_right")
        assert window.commands.cards.layout == CardLayout.usual()

    def drag(self, window, key, onto, share, steps=4, release=True):
        canvas, target = window.desk.cards[key].canvas, window.desk.cards[onto].canvas
        start = QPointF(20, 15)
        width = target.width()
        end = QPointF(canvas.mapFromGlobal(target.mapToGlobal(QPoint(round(width * share), 60))))
        self.send(canvas, QEvent.Type.MouseButtonPress, start)
        for step in range(1, steps + 1):
            self.send(canvas, QEvent.Type.MouseMove, start + (end - start) * step / steps)
        if release:
            self.send(canvas, QEvent.Type.MouseButtonRelease, end)

    @staticmethod
    def send(canvas, kind, place):
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        moved, released = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
        event = QMouseEvent(
            kind,
            place,
            canvas.mapToGlobal(place),
            none if moved else left,
            none if released else left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(canvas, event)

    @pytest.mark.parametrize(
        ("share", "first"),
        [
            (0.5, ("values", "slice", "budget", "sharpening", "gradient")),
            (0.1, ("slice", "budget", "sharpening", "gradient", "values")),
            (0.9, ("slice", "budget", "sharpening", "values", "gradient")),
        ],
    )
    def test_a_drag_of_the_title(self, window, share, first):
        self.drag(window, "gradient", "values", share)
        assert window.commands.cards.layout.order[:5] == first
        assert not window.desk.mark.isVisible()

    def test_the_mark_shows_where_and_escape_leaves(self, window):
        self.drag(window, "gradient", "values", 0.5, release=False)
        assert window.desk.mark.geometry() == window.desk.cards["values"].geometry()
        QTest.keyClick(window.desk.cards["gradient"].canvas, Qt.Key.Key_Escape)
        assert not window.desk.mark.isVisible()
        self.send(window.desk.cards["gradient"].canvas, QEvent.Type.MouseButtonRelease, QPointF(900, 600))
        assert window.commands.cards.layout == CardLayout.usual()

    def test_the_pointer_shows_what_can_be_dragged(self, window):
        canvas = window.desk.cards["slice"].canvas
        for place, shape in (
            (QPointF(20, 15), Qt.CursorShape.OpenHandCursor),
            (QPointF(20, 60), Qt.CursorShape.ArrowCursor),
        ):
            event = QMouseEvent(
                QEvent.Type.MouseMove,
                place,
                canvas.mapToGlobal(place),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(canvas, event)
            assert canvas.cursor().shape() == shape

    def test_the_editor_stays(self, window):
        self.drag(window, "logits", "values", 0.5)
        self.drag(window, "gradient", "logits", 0.5)
        assert window.commands.cards.layout == CardLayout.usual()

    def test_a_click_on_the_title_moves_nothing_and_a_double_click_enlarges(self, window):
        canvas = window.desk.cards["slice"].canvas
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
        assert window.commands.cards.layout == CardLayout.usual()
        QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
        assert window.session.state.look.enlarged == "slice"


class TestPages:
    @pytest.fixture
    def small(self, make_window):
        return make_window(size=(1024, 700))

    def test_four_cards_then_two(self, small):
        assert shown(small) == {"gradient", "slice", "budget", "landscape"}
        small.desk.pager.segments[1].click()
        assert shown(small) == {"sharpening", "values"}
        trigger(small, "next_page")
        assert shown(small) == {"gradient", "slice", "budget", "landscape"}
        trigger(small, "previous_page")
        assert shown(small) == {"sharpening", "values"}
        assert small.desk.pager.segments[1].isChecked()

    def test_a_page_names_whole_cards_and_counts_the_rest(self, make_window):
        window = make_window(size=(1440, 900))
        window.commands.cards.zoom_to(1.5)
        for segment in window.desk.pager.segments:
            titles, words = segment.toolTip().split(", "), segment.text().split(", ")
            named, more = (words[:-1], int(words[-1])) if words[-1][0] == "+" else (words, 0)
            assert named == titles[: len(named)]
            assert len(named) + more == len(titles)
        assert any("+" in segment.text() for segment in window.desk.pager.segments)
        window.commands.cards.zoom_to(1.0)

    def test_fewer_cards_need_no_pages(self, small):
        trigger(small, "card.values")
        trigger(small, "card.sharpening")
        assert not small.desk.pager.isVisible()
        assert shown(small) == set(KEYS) - {"values", "sharpening"}

    def test_a_card_brought_back_is_looked_at(self, small):
        for key in ("values", "gradient"):
            trigger(small, f"card.{key}")
        trigger(small, "card.values")
        assert "values" in shown(small)

    def test_moving_goes_by_what_is_seen(self, qtbot, small):
        focus(qtbot, small, "landscape")
        trigger(small, "card_right")
        assert small.commands.cards.layout.order[3:5] == ("sharpening", "landscape")
        assert "landscape" in shown(small)  # its page is turned to

    def test_in_a_large_window_nothing_is_paged(self, window):
        assert not window.desk.pager.isVisible()
        assert not window.actions_by_id["next_page"].isEnabled()


class TestRemembered:
    @pytest.fixture
    def opened(self, qtbot):
        made = []

        def opened(settings):
            window = application.window(examples.opening(), "light", settings)
            made.append(window)
            with qtbot.waitExposed(window):
                window.show()
            return window

        yield opened
        for window in made:
            window.close()
            window.deleteLater()
        qtbot.wait(1)

    def test_layout_and_place(self, opened, tmp_path):
        settings = Settings(tmp_path / "settings.json")
        first = opened(settings)
        trigger(first, "card.slice")
        first.commands.cards.drop("values", "gradient", "swap")
        first.resize(1111, 677)
        first.close()
        second = opened(Settings(tmp_path / "settings.json"))
        assert "slice" not in shown(second)
        assert second.commands.cards.layout.order[0] == "values"
        assert (second.width(), second.height()) == (min(1111, second.screen().size().width()), 677) or (
            second.screen().availableGeometry().width() < 1111
        )

    def test_reset(self, opened):
        settings = Settings()
        window = opened(settings)
        size = window.size()
        trigger(window, "card.slice")
        window.resize(1010, 650)
        trigger(window, "reset_layout")
        assert window.commands.cards.layout == CardLayout.usual()
        assert settings.get("layout", None) is None
        assert window.size() == size

    @pytest.mark.parametrize(
        "kept",
        [
            {"layout": 3, "geometry": "wide", "ui_scale": "large"},
            {"layout": {"order": 7, "closed": {}, "page": -2}, "geometry": {"x": "a"}, "ui_scale": 99},
            {"layout": {"order": [[], None]}, "geometry": {"x": 1, "y": 2, "width": 10**9, "height": 5}},
            {"geometry": {"x": -90000, "y": 0, "width": 1200, "height": 700}, "ui_scale": float("nan")},
        ],
    )
    def test_damaged_settings_never_break_the_start(self, opened, tmp_path, kept):
        path = tmp_path / "settings.json"
        path.write_text(json.dumps(kept))
        window = opened(Settings(path))
        assert shown(window)
        assert window.appearance.scale == 1.0
        assert window.width() >= 1000 or window.width() == window.minimumWidth()
