"""Texts written and annotated for tocsin by its codebook: free to train on, to measure with and to share. See ``corpus/README.md``."""
