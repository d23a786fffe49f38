"""Who, whom, where, when and how many, where the reader passed over a quote, took it in part or took another act's."""
