"""Groups of controls beside the cards."""
