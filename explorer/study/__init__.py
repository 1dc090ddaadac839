"""The document: tables, studies, their history and their files."""
