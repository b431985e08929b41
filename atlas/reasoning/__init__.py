"""Reasoning on top of the graph, one package or module per concept.

- `localisation`: from the findings of a teaching case back to the sites that would explain them.
- `comparison`: two places or conditions, and what distinguishes them.
- `map_disagreement`: where dermatome maps disagree, and by how much.
- `myotomes`: which root supplies which muscle, and what each study measured.
- `quiz`: questions for learners, made from facts that were read at their source.

The `__init__` of each package explains its steps in order. Nothing here knows about the page or the command line.
"""
