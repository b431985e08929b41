"""The main paths of the page in Chromium, Firefox and WebKit: `python -m tests.browsers`, or `make browsers`."""
