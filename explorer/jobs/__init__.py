"""Long work in one process of its own: requests, progress, cancelling, death; without Qt."""
