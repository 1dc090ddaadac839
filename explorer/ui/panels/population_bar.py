"""The bar under a population: pause, cancel, how far it is, how long it takes, how many runs are left."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton

from explorer.plots import numbers
from explorer.plots.phrases import stated
from explorer.plots.population.beside import name_of
from explorer.ui.bars import Elided
from explorer.ui.controls.link import LinkButton
from explorer.ui.ground import Ground
from explorer.ui.icons import icon
from explorer.ui.panels.population_menus import fill_stopped
from explorer.ui.population_training import preparing_words, update_words
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.paint.theme import Theme
    from explorer.ui.population_commands import PopulationCommands
    from explorer.ui.population_training import Training

HEIGHT: Final = 52
BUTTON: Final = 32
SIGN: Final = 14
TICK: Final = 1000  # milliseconds
STEPS: Final = 10_000  # of the bar
MINUTE: Final = 60.0
HOUR: Final = 3600.0
NOTHING: Final = noted("Nothing has run yet.")


class PopulationBar(Ground):
    """What is under way or was the last thing to be, in one row."""

    def __init__(self, population: PopulationCommands, theme: Theme) -> None:
        super().__init__(theme)
        self.population = population
        self.pause_button = QPushButton(say("Pause"))
        self.cancel_button = QPushButton(say("Cancel"))
        self.resume_button = QPushButton(say("Resume"))
        self.forget_button = QPushButton(say("Forget…"))
        self.forget_button.setToolTip(say("Let go of the training that was stopped, and of its checkpoint"))
        self.stopped_button = QPushButton()
        self.stopped_button.setToolTip(say("Trainings that were stopped and can go on"))
        self.stopped_menu = QMenu(say("Trainings that were stopped"), self)
        self.stopped_button.clicked.connect(self._open_stopped)
        self.whose = Elided("bar-words")
        self.follow_link = LinkButton(say("Show the newest"), theme)
        self.follow_link.setToolTip(
            say(
                "The figures stay at the update that was chosen: go to the last there is, and along with it "
                "(End, or a double click on the cursor)"
            )
        )
        self.alone_link = LinkButton(say("Show one result alone"), theme)
        self.sides = Elided("bar-words")
        self.update_words = QLabel()
        self.update_words.setObjectName("update")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(say("How far the training is"))
        self.time = Elided("bar-words")
        self.runs = Elided("bar-words")
        self._since = 0.0  # when it began to be prepared, of the clock
        self._clock = QTimer(self)  # nothing is told before the first update: the seconds are seen to pass
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._tick)
        self._layout = QHBoxLayout(self)
        for part in (self.pause_button, self.cancel_button, self.resume_button, self.whose):
            self._layout.addWidget(part)
        self._layout.addWidget(self.update_words)
        self._layout.addWidget(self.bar, 1)
        for words in (self.follow_link, self.sides, self.alone_link):
            self._layout.addWidget(words)
        self._layout.addWidget(self.time)
        self._layout.addWidget(self.runs)
        for part in (self.stopped_button, self.forget_button):
            self._layout.addWidget(part)  # at the right: nothing comes to lie where Cancel was pressed
        self.pause_button.clicked.connect(population.toggle_pause)
        self.cancel_button.clicked.connect(population.cancel)
        self.resume_button.clicked.connect(population.resume)
        self.forget_button.clicked.connect(population.forget)
        self.follow_link.clicked.connect(population.look_at_newest)
        self.alone_link.clicked.connect(population.files.close_beside)
        population.changed.connect(self.refresh)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        super().set_theme(theme)
        self._layout.setContentsMargins(px(12), 0, px(12), 0)
        self._layout.setSpacing(px(12))
        self.setFixedHeight(px(HEIGHT))
        for button in self.buttons:
            button.setFixedHeight(px(BUTTON))
            button.setMinimumWidth(0)
            button.setIconSize(QSize(px(SIGN), px(SIGN)))
        self.resume_button.setIcon(icon("play", theme.colour("ink")))
        self.pause_button.setIcon(icon("pause", theme.colour("ink")))
        for link in (self.follow_link, self.alone_link):
            link.set_theme(theme)
        self.refresh()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All of them, from left to right."""
        ways_on = self.resume_button, self.stopped_button, self.forget_button
        return self.pause_button, self.cancel_button, *ways_on

    def refresh(self) -> None:
        """Show how far it is."""
        training, shown = self.population.training, self.population.population
        running = training is not None and training.is_running
        paused = training is not None and training.paused
        self.pause_button.setText(say("Go on") if paused else say("Pause"))
        self.pause_button.setIcon(icon("play" if paused else "pause", self.theme.colour("ink")))
        self._fit_first()
        for button in (self.pause_button, self.cancel_button):
            button.setVisible(running)
        self.resume_button.setVisible(self.population.can_resume)
        self.forget_button.setVisible(self.population.can_resume)
        self._show_stopped()
        self.follow_link.setVisible(shown is not None and not self.population.is_newest)
        self.alone_link.setVisible(self.population.has_beside)
        self._name_sides()
        self.bar.setVisible(training is not None or shown is not None)
        self._say_whose()
        self._let_time_pass(training)
        if training is not None and not self.population.is_aside:
            self._show_training(training)
        elif shown is not None:
            self._show_result(shown)
        else:
            self._say(say(NOTHING), "", "", 0.0)

    def _fit_first(self) -> None:
        """Give Pause and Resume, which take turns, one width, in which the words of both fit."""
        least = max(button.sizeHint().width() for button in (self.pause_button, self.resume_button))
        for button in (self.pause_button, self.resume_button):
            button.setMinimumWidth(max(least, button.minimumWidth()))

    def _let_time_pass(self, training: Training | None) -> None:
        """Count the seconds while a training is prepared."""
        waits = training is not None and training.is_running and not training.paused
        if training is not None and waits and (training.stage is None or training.is_preparing):
            if not self._clock.isActive():
                self._since = monotonic()
                self._clock.start()
        else:
            self._clock.stop()

    def _tick(self) -> None:
        self.time.say(duration(round(monotonic() - self._since)))

    def _show_stopped(self) -> None:
        """Offer the list of trainings that were stopped, with how many there are."""
        count = 0 if self.population.is_running else self.population.left.count
        self.stopped_button.setText(say("Stopped ({count})", count=numbers.count(count)))
        self.stopped_button.setVisible(count > 0)

    def _open_stopped(self) -> None:
        fill_stopped(self.stopped_menu, self.population)
        self.stopped_menu.popup(self.stopped_button.mapToGlobal(self.stopped_button.rect().topLeft()))

    def _say_whose(self) -> None:
        """Say what Resume goes on with, where it is not what is shown."""
        training = self.population.training
        self.whose.setVisible(self.population.is_aside)
        if training is not None and self.population.is_aside:
            self.whose.say(stopped_words(training))
            self.resume_button.setToolTip(say("Go on with {stopped}", stopped=stopped_words(training)))
        else:
            self.resume_button.setToolTip(say("Go on from the last checkpoint"))

    def _name_sides(self) -> None:
        """Say which of two results is left and which is right, with their folders in the tool tip."""
        both = [(say("left"), self.population.population), (say("right"), self.population.beside)]
        self.sides.setVisible(self.population.has_beside)
        found = [(side, each) for side, each in both if each is not None]
        self.sides.meaning = "\n".join(
            say("{side}: {name}", side=side, name=each.path or name_of(each)) for side, each in found
        )
        self.sides.say(stated(f"{side} {self._name(each)}" for side, each in found))

    def _name(self, population: Population) -> str:
        """Name a result: by its file, else by the training that it is of."""
        training = self.population.training
        if name := name_of(population):
            return name
        is_left = training is not None and training.experiment == population.experiment
        return (
            stopped_words(training) if is_left and training is not None else population.experiment.said_title
        )

    def _show_training(self, training: Training) -> None:
        done = training.done / training.total if training.total else 0.0
        self._say(_update_words(training), time_words(training), _runs_words(training), done)
        if self._clock.isActive():
            self._tick()

    def _show_result(self, shown: Population) -> None:
        """Say what a result is of; of a training that was left and forgotten, how far it came."""
        summary, whole = shown.summary, shown.experiment.updates
        reached = int(summary.updates[summary.reached - 1]) if summary.reached else 0
        failed = numbers.count(int(summary.diverged.sum()))
        runs = say("{runs} runs", runs=numbers.count(shown.experiment.runs))
        if summary.reached:
            count = numbers.count(shown.experiment.runs)
            runs = say("{runs} runs, {failed} diverged", runs=count, failed=failed)
        if shown.path is None and summary.reached < len(summary.updates):
            words = say(
                "update {update} of {total}", update=numbers.count(reached), total=numbers.count(whole)
            )
            time = duration(shown.seconds) if summary.reached and shown.seconds else ""
            self._say(say("{update}, stopped", update=words), time, runs, reached / whole if whole else 0.0)
            return
        updates = say("{updates} updates", updates=numbers.count(whole))
        time = say("took {time}", time=duration(shown.seconds))
        if self.population.has_beside:
            time = say("{side}: {name}", side=say("left"), name=stated((time, runs)))
            runs = ""
        self._say(updates, time, runs, 1.0)

    def _say(self, updates: str, time: str, runs: str, done: float) -> None:
        self.update_words.setText(updates)
        self.time.say(time)
        self.runs.say(runs)
        self.bar.setValue(round(STEPS * done))


def stopped_words(training: Training) -> str:
    """Name a training that was left, and how far it came: "MULAN yeast, stopped at update 30 of 300"."""
    words = update_words(training)
    return say("{title}, stopped at {update}", title=training.experiment.said_title, update=words)


def _update_words(training: Training) -> str:
    words = update_words(training)
    if not words:
        return say("Starting…")
    if not training.paused and (waits := preparing_words(training)):
        return waits
    if training.stage is not None and training.stage.waves > 1:
        stage = training.stage
        words = say("{update}, part {part} of {parts}", update=words, part=stage.wave, parts=stage.waves)
    if training.paused:
        return say("{update}, paused", update=words)
    return words if training.is_running else say("{update}, stopped", update=words)


def time_words(training: Training) -> str:
    """Say how long it has run, and about how long it will."""
    if training.stage is None:
        return ""
    so_far, left = duration(training.stage.seconds), training.left
    if not training.is_running or not left:
        return so_far
    return say("{so_far}, about {left} left", so_far=so_far, left=duration(left))


def _runs_words(training: Training) -> str:
    if training.stage is None:
        return say("{runs} runs", runs=numbers.count(training.experiment.runs))
    failed = training.stage.diverged
    runs = numbers.count(training.experiment.runs - failed)
    return say(
        "{runs} running, {failed} diverged" if training.is_running else "{runs} runs, {failed} diverged",
        runs=runs,
        failed=numbers.count(failed),
    )


def duration(seconds: float) -> str:
    """Write a time as a person says it: 18 s, 3 min 20 s, 2 h 5 min."""
    if seconds < MINUTE:
        is_short = isinstance(seconds, float) and seconds < 9.95
        return say("{seconds} s", seconds=f"{seconds:.1f}" if is_short else f"{seconds:.0f}")
    minutes, rest = divmod(round(seconds), 60)
    if seconds < HOUR:
        if rest:
            return say("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
        return say("{minutes} min", minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    if minutes:
        return say("{hours} h {minutes} min", hours=hours, minutes=minutes)
    return say("{hours} h", hours=hours)
