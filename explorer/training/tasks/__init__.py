"""Tasks: what is trained, one file each."""
