"""`make bench`: every timing of the atlas, printed."""

from tests.bench.cases import in_browser
from tests.bench.clicks import clicks
from tests.bench.queries import grown, real
from tests.bench.reasoning import reasoning

real()
grown()
reasoning()
in_browser()
clicks()
