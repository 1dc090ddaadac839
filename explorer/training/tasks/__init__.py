"""Tasks: what is trained, one file each, found here by its `TASK`.

Tasks from outside come by entry points of the group `loss_explorer.tasks` that name a `Task`.
"""

from __future__ import annotations

from explorer.catalogue.records import Records
from explorer.training.tasks.task import Shape, Task, TaskParameter

__all__ = ["ENTRY_POINTS", "TASKS", "Shape", "Task", "TaskParameter"]

ENTRY_POINTS = "loss_explorer.tasks"

TASKS: Records[Task] = Records(__name__, __path__, Task, attribute="TASK", group=ENTRY_POINTS, kind="task")
