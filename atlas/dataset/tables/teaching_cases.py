"""Teaching cases: what was found, and where the source places the lesion."""

from __future__ import annotations

from atlas.dataset.cells import Id, Listed, Words
from atlas.dataset.rows import Claim


class TeachingCase(Claim):
    """A published case, told in our own words.

    grades: `muscle:grade` on the MRC scale, for weak muscles where the source gives one. `clues` were found, `denied`
    looked for and not found. `sites`: where the source places the lesion, then what explains the findings as well.
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
    title: Words
    story: Words
    weak: Listed = ()
    grades: Listed = ()
    normal: Listed = ()
    numb: Listed = ()
    intact: Listed = ()
    reduced_reflex: Listed = ()
    normal_reflex: Listed = ()
    pain: Listed = ()
    clues: Listed = ()
    denied: Listed = ()
    sites: Listed
    stated: Words
    teaches: Words
