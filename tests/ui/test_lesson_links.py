"""The way from a figure to its lesson: a button on the enlarged card, and a row in its menus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.ui.cards.menu import card_menu


def test_an_enlarged_figure_leads_to_its_lesson(make_window) -> None:
    window = make_window()
    window.actions_by_id["enlarge.balance"].trigger()
    card = window.desk.cards["balance"]
    assert card.lesson_button.isVisible()
    assert card.lesson_button.toolTip() == "Lesson: Who gets the gradient"
    assert not card.lesson_button.geometry().intersects(card.menu_button.geometry())
    QTest.mouseClick(card.lesson_button, Qt.MouseButton.LeftButton)
    assert window.session.state.study.title == "Who gets the gradient"


def test_menus_name_the_lesson(make_window) -> None:
    window = make_window()
    window.actions_by_id["enlarge.check"].trigger()
    card = window.desk.cards["check"]
    card.menu.aboutToShow.emit()
    words = "Lesson: Two labels in cross entropy"
    assert words in [action.text() for action in card.menu.actions()]
    menu = card_menu(card.canvas, None)
    next(action for action in menu.actions() if action.text() == words).trigger()
    assert window.commands.lessons.lesson.key == "multi-hot-cross-entropy"


def test_a_figure_without_a_lesson_has_no_button(make_window) -> None:
    window = make_window()
    window.actions_by_id["enlarge.slice"].trigger()
    assert window.desk.cards["slice"].lesson_button.isHidden()
