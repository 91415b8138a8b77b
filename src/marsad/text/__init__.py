"""Stage *text*: folding with an offset map, sentences, tokens and clitics."""
