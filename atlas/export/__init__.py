"""The whole data set in formats for other programs and for paper: tables, graph, linked data, deck, handout."""
