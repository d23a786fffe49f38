"""How the reader's model is made: everything that needs torch. The package itself never imports this."""
