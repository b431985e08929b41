"""Packs: tours, cases and quizzes that an educator made, in one file.

1. **Describe** (`pack`): the models of a pack, from which its JSON Schema is made.
2. **Know** (`known`): what the views and findings of a pack can name, as plain values that the page gets too.
3. **Check** (`check`): every problem of a file, each with its place and what would be right. `structure` compares it
   with the models, `contents` with what the atlas knows. The page does the same in `assets/packs/`; both use the
   sentences of `data/ui/strings.json`, and one table of tests holds for both.
"""
