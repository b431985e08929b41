"""What is drawn: the skin figures made ready for the page, the nerve graph, and the classes that colour both."""
