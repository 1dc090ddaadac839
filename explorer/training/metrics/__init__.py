"""Metrics: what is recorded of a run, one file each."""
