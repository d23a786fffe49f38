"""How readings are shown to people: in words, with their quotes marked, without colours; and as HTML for a notebook.

The command line adds the terminal to it. Nothing here is loaded before it is used: import from the modules.
"""
