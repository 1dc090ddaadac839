"""Arrays on their way from a script into a window: what is sent, and two ways to send it."""
