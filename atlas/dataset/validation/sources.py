"""Every claim cites a source that is listed, every source is cited, and nobody claims more certainty than was read."""

from __future__ import annotations

from atlas.dataset.citations import parse_citations
from atlas.dataset.rows import Claim, WideClaim
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables import TABLES
from atlas.dataset.validation import rule

SEEN = {"read", "excerpt"}
"""How a source was read from which a claim may say that it was."""
LESS = ("second-hand", "memory")


def _claims(dataset):
    for table, kind in TABLES.items():
        if issubclass(kind, Claim):
            for key, row in dataset[table].items():
                yield dataset.records[table][key], row.cites


def _figure_claims(dataset):
    for records in dataset.other.values():
        for record in records:
            if "cites" in record.fields:
                try:
                    yield record, parse_citations(record.fields["cites"])
                except ValueError:
                    yield record, ()


@rule
def every_claim_cites(dataset):
    for record, cites in (*_claims(dataset), *_figure_claims(dataset)):
        if not cites:
            yield record.problem("cites", "no source is cited", "name at least one source, as key or key[where]")
        for cite in cites:
            if cite.key not in dataset["sources"]:
                right = did_you_mean(cite.key, dataset["sources"], "add it to sources/sources.csv")
                yield record.problem("cites", f"'{cite.key}' is not in sources", right)


@rule
def every_source_is_cited(dataset):
    cited = {cite.key for _, cites in (*_claims(dataset), *_figure_claims(dataset)) for cite in cites}
    for key in dataset["sources"]:
        if key not in cited:
            right = "cite it where it is used, or remove the row"
            yield dataset.records["sources"][key].problem("id", f"no row cites '{key}'", right)


@rule
def certainty_was_earned(dataset):
    for table, kind in TABLES.items():
        if not issubclass(kind, Claim):
            continue
        for key, row in dataset[table].items():
            record = dataset.records[table][key]
            if row.confidence == "consensus" and row.checked != "read":
                right = "consensus needs checked=read; otherwise single-source or variable"
                yield record.problem("confidence", f"consensus, but checked is '{row.checked}'", right)
            known = [dataset["sources"][cite.key].access for cite in row.cites if cite.key in dataset["sources"]]
            if row.checked == "read" and known and SEEN.isdisjoint(known):
                wrong = f"read, but no source cited was: {' and '.join(sorted(set(known)))}"
                less = min(known, key=LESS.index)
                yield record.problem("checked", wrong, f"cite a source that was read, or say checked={less}")


@rule
def what_was_not_checked_is_a_column(dataset):
    for table, kind in TABLES.items():
        if not issubclass(kind, WideClaim):
            continue
        for key, row in dataset[table].items():
            for name in row.unchecked:
                if name != "all" and name.removeprefix("part:") not in kind.model_fields:
                    right = did_you_mean(name.removeprefix("part:"), kind.model_fields, "name a column of this table")
                    yield dataset.records[table][key].problem("unchecked", f"'{name}' is no column here", right)
