"""According to whom: who speaks in a text, and whose word an act or a number is."""
