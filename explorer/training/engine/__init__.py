"""The engine of `simulate`: waves, blocks and turns of runs, what is recorded, and how it is kept."""
