"""The command line: parse, call one function that returns data, show it.

One module a command, and one for its work where that is more than a line (``code`` parses, ``coding`` works). A command imports what it
works with inside its function, against the custom of the rest of tocsin: ``tocsin --help`` needs the signatures of all commands, and
answers in a quarter of a second only if the network runtime, the database and the page reader stay out.
"""

from tocsin.cli.app import app, main

__all__ = ["app", "main"]
