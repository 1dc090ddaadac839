"""What is done with findings: going to the next, showing the doctor, writing them all to a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from explorer.analysis import browsing, doctor
from explorer.analysis import survey as surveys
from explorer.plots import numbers
from explorer.ui.notice import Way, way_back
from explorer.wording import noted, say, say_count

if TYPE_CHECKING:
    from explorer.analysis.survey import Survey
    from explorer.jobs.events import Event, Finished, Progress
    from explorer.study.study import Study
    from explorer.ui.commands import Commands
    from explorer.ui.jobs import Jobs

FILTER: Final = "CSV (*.csv);;JSON (*.json)"
ENDINGS: Final = (".csv", ".json")
MOST_NUMBERS: Final = 200_000  # logits of a table that is evaluated at once; more are left to the worker
MOST_ROWS: Final = 2_000  # samples whose findings are written at once
NOTHING: Final = noted("Nothing was found in any sample.")
NONE_LISTED: Final = noted("No sample that is listed has a finding.")
FIRST: Final = noted("All samples are evaluated first; then it can be asked for again.")


class DoctorCommands(QObject):
    """Reached as `commands.doctor`; `asked` brings the keyboard to the findings of the sample looked at."""

    asked = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._jobs: Jobs | None = None
        self._writing: dict[int, Path] = {}  # generation -> file

    def use(self, jobs: Jobs) -> None:
        """Leave what takes long to the worker."""
        self._jobs = jobs
        jobs.progressed.connect(self._progressed)
        jobs.finished.connect(self._finished)
        jobs.failed.connect(self._forget)
        jobs.cancelled.connect(self._forget)

    def show(self) -> None:
        """Bring the keyboard to what is said of the sample looked at."""
        self.asked.emit()

    # The next finding

    def step(self, step: int) -> None:
        """Go to the next sample with a finding, or the one before; in the list, in its order."""
        survey = self._survey()
        if survey is None:
            return
        session = self._commands.session
        state, table = session.state, session.state.study.table
        rows = np.arange(len(table))
        if state.look.board == "samples":
            try:
                rows = browsing.listed(survey, table, state.look.browse)
            except browsing.QueryFailure:
                return  # the list says what is wrong with its filter
        found = browsing.next_finding(survey, rows, state.look.sample, step)
        if found is None:
            self._commands.noted.emit(_nothing(survey, state.study))
        else:
            session.look(sample=found)

    def _survey(self) -> Survey | None:
        """Return what is known of all samples, found at once in a small table; else it is asked for."""
        session = self._commands.session
        study = session.state.study
        found = surveys.known(session.state)
        if found is not None and not found.is_current(study):
            found = found.caught_up(study)
        if found is None and len(study.table) * study.table.class_count <= MOST_NUMBERS:
            found = surveys.survey(study)
        if found is None:
            session.look(board="samples")  # which evaluates them
            self._commands.noted.emit(say(FIRST))
        elif found is not surveys.known(session.state):
            session.keep_result("survey", found)
        return found

    # A file of all findings

    def export(self) -> None:
        """Let a file be chosen and write every finding to it."""
        dialog = self._commands.file_dialog(say("Export findings"), FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        title = self._commands.session.state.study.title
        dialog.selectFile(f"{say('{title} findings', title=title)}.csv")
        dialog.fileSelected.connect(lambda name: self.choose(name, dialog.selectedNameFilter()))
        dialog.open()

    def choose(self, name: str, kind: str) -> None:
        """Write to a chosen file; the dialog did not ask about it if the ending was left out."""
        path, ending = Path(name), ".json" if kind.startswith("JSON") else ".csv"
        if path.suffix.lower() in ENDINGS:
            self.export_to(path)
            return
        path = path.with_name(f"{path.name}{ending}")
        if path.exists():
            go = partial(self.export_to, path)
            ways = (Way(say("Replace it"), go), way_back(say("Keep it")))
            self._commands.choice.emit(say("Not written: {name} is there already.", name=path.name), ways)
        else:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write every finding to this file; many are written by the worker."""
        from explorer.analysis import findings  # not needed to show the window

        survey = self._survey()
        if survey is None:
            return
        study = self._commands.session.state.study
        rows, of_table = findings.rows_with_findings(survey), findings.of_table(study, survey)
        if len(rows) > MOST_ROWS and self._jobs is not None:
            request: dict[str, Any] = {"path": path, "study": study, "rows": rows, "of_table": of_table}
            generation = self._jobs.findings(**request, again=partial(self.export_to, path))
            self._writing[generation] = path
            leave = Way(say("Cancel"), partial(self._jobs.cancel, generation))
            self._commands.task_said.emit(str(path), say("Writing {name}…", name=path.name), (leave,))
            return
        try:
            count = findings.write(path, [*of_table, *findings.of_rows(study, rows.tolist())])
        except OSError as problem:
            text = say("{name} was not written: {reason}", name=path.name, reason=problem.strerror)
            self._commands.said.emit(text, "error")
            return
        self._tell(path, count)

    def _tell(self, path: Path, count: int) -> None:
        text = say_count(
            count, "Wrote {count} finding to {name}", "Wrote {count} findings to {name}", name=path.name
        )
        self._commands.noted.emit(text)

    def _progressed(self, event: Progress) -> None:
        path = self._writing.get(event.generation)
        if path is not None:
            text = say(
                "Writing {name}: {done} of {total} samples",
                name=path.name,
                done=numbers.count(event.done),
                total=numbers.count(event.total),
            )
            self._commands.progress_said.emit(str(path), text)

    def _finished(self, event: Finished) -> None:
        path = self._writing.pop(event.generation, None)
        if path is not None:
            self._commands.task_over.emit(str(path), "", "note", ())
            self._tell(path, cast("int", event.result))

    def _forget(self, event: Event) -> None:
        path = self._writing.pop(event.generation, None)
        if path is not None:
            self._commands.task_over.emit(str(path), "", "note", ())


def _nothing(survey: Survey, study: Study) -> str:
    """Say why there is no next finding, and what there is besides."""
    if doctor.severities(survey).any():
        return say(NONE_LISTED)
    if not doctor.table_findings(survey, study):
        return say(NOTHING)
    said = doctor.summary(survey, study)
    return f"{said[0].upper()}{said[1:]}"
