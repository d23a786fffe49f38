"""How well and how fast tocsin reads, measured by commands that anyone can run: ``python -m benchmarks``. See ``docs/benchmarks.md``."""
