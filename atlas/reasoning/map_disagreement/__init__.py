"""Map disagreement: where dermatome maps disagree, and by how much.

1. `distance` measures how far sets of roots differ: 0 when they are equal, 1 when they share no root (the Jaccard
   distance). The degree of disagreement of several answers is the mean over all pairs of them.
2. `disagreement` collects, for one patch of skin, the roots that each map gives it. Maps that agree are grouped. Maps
   of pain answer another question, so they are listed separately. The degree is given twice: for the maps whose row was
   read at its source, and for all maps.
3. `map_pairs` compares two maps patch by patch, and counts how many rows of each map were read.

Our own consensus map, the default map, is derived from the others, so it does not count here.
"""
