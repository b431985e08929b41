"""Drills: a plexus or a nerve built from its roots, step by step, with plausible wrong choices.

`nerve_tree` joins the segments of the graph to whole nerves, `build_steps` puts the nerves of a drill in order, and
`wrong_choices` finds what else could be meant.
"""
