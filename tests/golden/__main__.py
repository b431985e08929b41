"""`python -m tests.golden`: take the pictures as they now are for good."""

from atlas import Atlas
from tests.golden import accept

changed = accept(Atlas.load())
print("Taken for good:", ", ".join(changed) if changed else "nothing, for nothing differs")
