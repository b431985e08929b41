"""Comparison: two places or conditions, what each lesion removes, and what distinguishes them.

The steps are, in order:

1. **Find both lesions** (`comparisons.Comparisons`). Each name is resolved to a site, nerve, segment, root or condition
   and to all places where it can be. A place off the nerves has none.
2. **Compute what each removes**, with the same lesions as everywhere else. A condition with several sites removes
   between the least and the most that any of them does, so each loss is a range.
3. **Split the targets** into those that both remove and those that only one removes.
4. **Look up cited discriminators**: rows of the data set that say what each side shows. If the pair has none, the rows
   of equivalent places apply, such as those of the L5 root for a disc that compresses it.
5. **Check each discriminator against the graph**. Where the source and the graph disagree, the answer says so and keeps
   both; neither is corrected silently.
6. **Order the discriminators**: the strongest first, then those that agree with the graph, then those that need the
   fewest tools.

`result` holds the answer as frozen values.
"""
