"""Search: from what a person types to an id of the atlas.

Three indexes build on one measure of similarity:

1. `similarity` normalises text (case, accents, punctuation) and scores how similar a query is to a known spelling,
   from 0 to 100. It also finds the best-matching ids in a list of spellings. The search box of the page uses the same
   steps (`assets/search/fuzzy.js`), and a test compares the two.
2. `names` indexes every selectable thing (roots, nerves, segments, muscles, reflexes, patches of skin, sites and
   conditions) by its id, official name, synonyms, Latin name and plain words. `Names.resolve` needs an exact name and
   otherwise raises `UnknownName` with suggestions; `Names.search` accepts misspellings.
3. `lesion_places` answers where a lesion can be placed: it resolves a name to a site, segment, nerve or root and to the
   nodes of the graph that the lesion removes.
4. `site_search` adds the pages of the atlas, its tours and the words of its glossary to the things that have names.

The library for fuzzy matching is imported by the first fuzzy search, because exact names, the usual case on the command
line, do not need it.
"""
