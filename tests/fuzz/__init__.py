"""Much that makes no sense, sent to the server and put into the data: what comes back is a refusal with its reason.

Everything is drawn from a seed, so that what was found can be found again. `make fuzz` sends the large numbers.
"""
