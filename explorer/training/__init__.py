"""Training: an experiment in, trajectories out; torch is imported when training begins."""
