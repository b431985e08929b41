"""`python -m tests.golden`: accept the current pictures."""

from atlas import Atlas
from tests.golden import accept

changed = accept(Atlas.load())
print("Accepted:", ", ".join(changed) if changed else "nothing; no picture differs")
