"""The memory of a process."""

from __future__ import annotations

from pathlib import Path


def rss_anon(pid: int) -> float:
    """Return the megabytes that a process has for itself, without files; 0 of one that ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon")), 0.0)
