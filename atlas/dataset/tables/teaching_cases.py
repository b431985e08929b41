"""Teaching cases: the findings, and where the source places the lesion."""

from __future__ import annotations

from atlas.dataset.cells import Count, Id, Text, TextList
from atlas.dataset.rows import Claim


class TeachingCase(Claim):
    """A published case in our own words.

    `grades`: `muscle:grade` on the MRC scale, for weak muscles that the source grades. `clues`: clues that were found;
    `denied`: clues that were looked for and not found. `studies`: `study:result` or `emg muscle:result`, made
    `days` after the onset (empty: not known). `sites`: first the site that the source gives, then any other site that
    explains the findings equally well.
    """

    REFERS = {
        "weak": ("muscles",),
        "normal": ("muscles",),
        "numb": ("territories",),
        "intact": ("territories",),
        "reduced_reflex": ("reflexes",),
        "normal_reflex": ("reflexes",),
        "pain": ("territories",),
        "clues": ("clues",),
        "denied": ("clues",),
        "sites": ("sites",),
    }
    id: Id
    title: Text
    story: Text
    weak: TextList = ()
    grades: TextList = ()
    normal: TextList = ()
    numb: TextList = ()
    intact: TextList = ()
    reduced_reflex: TextList = ()
    normal_reflex: TextList = ()
    pain: TextList = ()
    clues: TextList = ()
    denied: TextList = ()
    studies: TextList = ()
    days: Count = None
    sites: TextList
    stated: Text
    teaches: Text
