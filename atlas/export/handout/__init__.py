"""A page to give away: one thing of the atlas on one sheet of paper."""
