"""Who may log in, in a database, and who read what."""
