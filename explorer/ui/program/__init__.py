"""What the program does for its person: settings, shortcuts, autosave, recovery, reports."""
