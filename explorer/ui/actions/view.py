"""The View menu: samples, cards, themes, the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from explorer.plots import GROUPS, PLOTS
from explorer.ui.actions.table import Action
from explorer.wording import NAMES, noted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.commands import Commands

Key = QKeySequence.StandardKey
FIGURES = "&View/&Figures"
# who looks for a language may not read the one that is shown
LANGUAGE_WORDS = {
    "system": ("Language", "语言"),
    "en": ("Language", "语言", "英语", "英文"),
    "zh": ("Chinese", "Language", "语言", "汉语", "Zhongwen"),
}


def _cards() -> Iterator[Action]:
    for number, (key, plot) in enumerate(PLOTS.items(), 1):

        def run(commands: Commands, key: str = key) -> None:
            commands.enlarge(key)

        def checked(commands: Commands, key: str = key) -> bool:
            return commands.session.state.look.enlarged == key

        is_usual = plot.group == "desk"
        yield Action(
            id=f"enlarge.{key}",
            text=plot.title,
            menu=FIGURES if is_usual else f"{FIGURES}/{GROUPS[plot.group]}",
            run=run,
            keys=(f"Ctrl+{number}",) if is_usual else (),
            checked=checked,
            hint=plot.about,
        )


def _themes() -> Iterator[Action]:
    for choice, text in (
        ("system", noted("Follow the &system")),
        ("light", noted("&Light")),
        ("dark", noted("&Dark")),
    ):

        def run(commands: Commands, choice: str = choice) -> None:
            commands.choose_theme(choice)

        def checked(commands: Commands, choice: str = choice) -> bool:
            return commands.theme_choice == choice

        yield Action(id=f"theme.{choice}", text=text, menu="&View/&Theme", run=run, checked=checked)


def _languages() -> Iterator[Action]:
    for choice, text in (("system", noted("As the &system")), *NAMES.items()):

        def run(commands: Commands, choice: str = choice) -> None:
            commands.program.choose_language(choice)

        def checked(commands: Commands, choice: str = choice) -> bool:
            return commands.program.language_choice == choice

        yield Action(
            id=f"language.{choice}",
            text=text,
            menu="&View/Lan&guage",
            run=run,
            checked=checked,
            also=LANGUAGE_WORDS[choice],
        )


ACTIONS: tuple[Action, ...] = (
    Action(
        id="palette",
        text="Find a &command…",
        menu="&View",
        run=lambda commands: commands.palette_asked.emit(),
        keys=("Ctrl+Shift+P",),
        hint="Any action, class or sample by a few letters",
    ),
    Action(
        id="find",
        text="&Find…",
        menu="&View",
        run=lambda commands: commands.find_asked.emit(),
        keys=(Key.Find,),
        hint="A class; in the list of all samples, a sample",
    ),
    Action(
        id="samples",
        text="&All samples",
        menu="&View",
        run=lambda commands: commands.toggle_samples(),
        keys=("Ctrl+L",),
        checked=lambda commands: commands.session.state.look.board == "samples",
        hint="Every sample with its losses: sort, filter, go to one",
        rule=True,
    ),
    Action(
        id="population",
        text="Pop&ulation",
        menu="&View",
        run=lambda commands: commands.population.toggle(),
        keys=("Ctrl+Shift+L",),
        checked=lambda commands: commands.session.state.look.board == "population",
        hint="Train many runs of an experiment and watch all of them",
    ),
    Action(
        id="previous_sample",
        text="&Previous sample",
        menu="&View",
        run=lambda commands: commands.step_sample(-1),
        keys=("Ctrl+PgUp", "Alt+Left"),
        enabled=lambda commands: commands.session.state.look.sample > 0,
        of_study=True,
    ),
    Action(
        id="next_sample",
        text="&Next sample",
        menu="&View",
        run=lambda commands: commands.step_sample(1),
        keys=("Ctrl+PgDown", "Alt+Right"),
        enabled=lambda commands: (
            commands.session.state.look.sample < len(commands.session.state.study.table) - 1
        ),
        of_study=True,
    ),
    Action(
        id="fit",
        text="&Reset views",
        menu="&View",
        run=lambda commands: commands.session.fit(),
        keys=("R", "Ctrl+R"),
        rule=True,
        hint="Every card fits its axes to what it shows",
        of_study=True,
    ),
    *_cards(),
    *_themes(),
    *_languages(),
    Action(
        id="full_screen",
        text="&Full screen",
        menu="&View",
        run=lambda commands: commands.full_screen_asked.emit(),
        keys=(Key.FullScreen,),
        checked=lambda commands: commands.is_full_screen,
    ),
)
