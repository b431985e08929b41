"""Search: from what a person types to an id of the atlas.

1. `similarity` normalises text (case, accents, punctuation) and counts the slips between two words.
2. `canonical_words` reads a text as the words that matter, each in one form: "the lateral side of the foot" and "outer
   foot" have the same words. `data/ui/equivalents.csv` lists what means the same.
3. `word_index` compares a query with spellings. Every word of the query must occur in a spelling, exactly, begun or
   misspelt; otherwise there is no match, and at most something near. The search box of the page does the same
   (`assets/search/`), and a test compares the two.
4. `names` knows every selectable thing (roots, nerves, segments, muscles, reflexes, patches of skin, sites and
   conditions) by its id, official name, synonyms, Latin name and plain words. `Names.resolve` needs a name, or words
   that mean the same, and otherwise raises `UnknownName` or `AmbiguousName`; `Names.search` accepts misspellings.
5. `lesion_places` answers where a lesion can be placed: it resolves a name to a site, segment, nerve or root and to the
   nodes of the graph that the lesion removes.
6. `site_search` adds what the tables say about things, the pages of the atlas, its tours and the words of its glossary.
"""
