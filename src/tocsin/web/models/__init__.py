"""The shapes of the API's requests and answers, one file a subject. Days are ``YYYY-MM-DD``, times ISO 8601 in UTC.

Offsets count Unicode code points into a document's ``text``, half open, as in :mod:`tocsin.records`.
"""
