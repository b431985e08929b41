"""`make bench`: every timing of the atlas, printed."""

from tests.bench.clicks import clicks
from tests.bench.queries import grown, real

real()
grown()
clicks()
