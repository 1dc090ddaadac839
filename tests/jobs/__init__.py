"""Tests of `explorer.analysis`."""
