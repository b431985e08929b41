"""Nerve studies: what conduction studies and needle EMG show after a lesion, by injury and by day.

The steps are, in order:

1. **Find the tested fibres** (`tested_fibres`): the fibres of a muscle, or of a stretch of a sensory nerve, and which
   of them run through the lesion. Sensory fibres count only where the lesion is distal to the ganglion.
2. **Write the course** (`motor_course`, `sensory_course`, `late_responses`, `needle_course`): the stages from the first
   day to the second year, each with what is expected and why. The days are rows of the data set (`times`).
3. **Read one day** (`studies.Studies`): the stage of every study and muscle on that day.

`course` holds the vocabulary that all share.
"""
