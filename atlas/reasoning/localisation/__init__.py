"""Localisation: from the findings of a teaching case back to the sites that would explain them.

The answer is an order of explanations. It contains no probabilities and no diagnosis. The steps are, in order:

1. **Read the findings** (`findings_parser` → `findings.Findings`). Names are resolved within their kind, so that a
   reflex and a muscle with the same name are not confused. Unknown names are listed in the answer and are no error.
2. **Recognise clues** (`clues`). Words such as "straight leg raise positive" or "no back pain" are matched with the
   rows of the clues table; each match says whether the words deny the clue. Clues with a red flag come first in the
   answer. `clue_fit` says how far a clue points to each site, or away from it. Some findings and clues point to a place
   only together, such as weakness where feeling is normal (`combinations`).
3. **Compare with the expected deficits** (`expected_deficits`). For each site on the nerves and each target (muscle,
   patch of skin, reflex), a table holds the share of the target that a lesion there is expected to remove. The table
   pools all sources: other authors' roots and dermatome maps count as well as our own row. It is computed once. A site
   off the nerves has no such row: it can affect any target, except the kinds that it spares.
4. **Weigh each finding** (`scoring`). A finding costs more the worse a site explains it. Findings that every site
   removes together carry one piece of information, so they share their weight. All parameters are general; none refers
   to a particular site.
5. **Score each site** (`site_scoring`). The cost of a site is the sum over findings and clues, plus the cost of losses
   that it predicts but that nobody examined, plus the cost of being rare (`site_costs`). A site whose usual lesion is
   partial or comes and goes is held to less of what it predicts.
6. **Rank single sites and pairs** (`ranking`). A pair is tried only when the best single site leaves findings
   unexplained, and it pays for the second lesion. A candidate that explains nothing is not listed.
7. **Suggest the next examination** (`next_examination`): the target, not yet examined, on which the leading candidates
   differ most.
8. **Suggest the next nerve study** (`next_study`) in the same way, when it is asked for.

Results of nerve studies (`study_reader`) are weighed in step 5 (`study_scoring`): each site is compared with what the
studies are expected to show there on that day (`study_predictions`, from `atlas.reasoning.nerve_studies`).

If even the best candidate costs nearly as much as no lesion at all, the answer says that nothing fits, and lists only
the nearest few.

`localiser.Localiser` runs the steps. The page runs the same steps in JavaScript (`assets/reasoning/`), on a matrix and
parameters that `atlas.web.bundles.cases` exports; `tests/fixtures/reasoning_contract.py` compares the two.

Nothing is ever ruled out: anatomy varies, and lesions are rarely complete.
"""
