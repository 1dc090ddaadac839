"""The ladder: ways to take the updates of `Rule.update`, from plain to quick, all with the same results."""
