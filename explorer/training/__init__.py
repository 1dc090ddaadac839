"""Training: an experiment in, trajectories out; torch is imported when training begins."""

from __future__ import annotations

from explorer.training.simulate import Cancelled, Moment, SimulationFailure, simulate

__all__ = ["Cancelled", "Moment", "SimulationFailure", "simulate"]
