"""The questions of the quiz as files that learning platforms import.

`wording` writes a question in words, `choices` picks its choices, `marker_questions` the names that are dragged to
skin, `outlines` and `body_picture` the skin and the picture below it; `moodle_xml`, `gift` and `qti` write the files.
`seeded_run` draws a run of the quiz from a seed as the page does, and `sheet` prints it.
"""
