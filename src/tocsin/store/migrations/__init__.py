"""How the tables came to be, step by step: run by ``tocsin.store.migrate``, never by hand."""
