"""`make bench`: every timing of the atlas, printed."""

from tests.bench.clicks import clicks
from tests.bench.queries import grown, real
from tests.bench.reasoning import reasoning

real()
grown()
reasoning()
clicks()
