"""The desk's server: a documented JSON API over a database, and the page that people see. See ``docs/desk.md``."""
