"""Quotes to values, room by room; import the module that is needed.

``times``, ``places``, ``entities`` and ``counts`` turn the words of a quote into a value, each usable alone. ``grammar``, ``sources``, ``roles`` and
``acts`` go over what the reader found in a text: who plays which part in a clause, whose word it is, which quotes are missing or another
act's, how an act stands. ``claims`` puts everything together.
"""
