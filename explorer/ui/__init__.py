"""The window: widgets, actions, settings."""
