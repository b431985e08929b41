"""A slide deck for lectures: a tour, one slide for each step, or a few slides about one thing of the atlas."""
