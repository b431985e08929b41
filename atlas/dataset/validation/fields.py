"""The fields of nerves: their shares make sense, and nerves have the same roots as what they supply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.rows import Key
from atlas.dataset.segment_graph import nerve_roots, proximal_to_distal, reaching_roots, root_bits, segment_parents
from atlas.dataset.validation import rule

FIELDS, NERVES = table_file("fields"), table_file("nerves")


@rule
def the_shares_of_a_patch_make_sense(dataset: Dataset) -> Iterator[Problem]:
    shares: dict[str, Counter[str]] = {territory: Counter() for territory in dataset.territories}
    for row in dataset.fields.values():
        shares.setdefault(row.territory, Counter())[row.share] += 1
    for territory, count in shares.items():
        if territory not in dataset.territories:  # `references_resolve` reports it
            continue
        partial = count["most"] + count["part"]
        if (count["all"] == 1 and not partial) or (not count["all"] and partial >= 2 and count["most"] <= 1):
            continue
        found = ", ".join(f"{number} × {share}" for share, number in count.items()) or "none"
        right = f"in {FIELDS}, one branch has 'all', or several have 'part' and at most one of them 'most'"
        wrong = f"the shares of the nerves of '{territory}' do not add up: {found}"
        yield dataset.records["territories"][territory].problem("id", wrong, right)


def _rows_with_roots(dataset: Dataset) -> Iterator[tuple[str, Key, str, tuple[str, ...]]]:
    """Table, key, segment and named roots of every row that lets roots arrive."""
    for key, innervation in dataset.innervation.items():
        yield "innervation", key, innervation.branch, innervation.roots
    for key, field in dataset.fields.items():
        yield "fields", key, field.segment, field.roots


@rule
def roots_arrive_by_their_nerve(dataset: Dataset) -> Iterator[Problem]:
    parents, bits = segment_parents(dataset), root_bits(dataset)
    if proximal_to_distal(parents) is None:  # `no_cycle` reports it
        return
    reach = reaching_roots(parents, bits, nerve_roots(dataset))
    for table, key, segment, roots in _rows_with_roots(dataset):
        for root in roots:
            if segment in reach and root in bits and not reach[segment] & bits[root]:
                nerve = dataset.nerves.get(dataset.segments[segment].nerve)
                own = ", ".join(nerve.roots) if nerve else "unknown"
                wrong = f"{root} does not arrive by '{segment}': the roots of its nerve are {own}"
                right = f"correct the roots here, or those of the nerve and of the nerves proximal to it in {NERVES}"
                yield dataset.records[table][key].problem("roots", wrong, right)


@rule
def a_nerve_has_the_roots_of_what_it_supplies(dataset: Dataset) -> Iterator[Problem]:
    """Each root of a nerve comes from somewhere and arrives somewhere. `roots_arrive_by_their_nerve` is the reverse."""
    parents, bits = segment_parents(dataset), root_bits(dataset)
    order = proximal_to_distal(parents)
    if order is None:
        return
    reach = reaching_roots(parents, bits, nerve_roots(dataset))
    roots_of = {id_: muscle.roots for id_, muscle in dataset.muscles.items()}
    roots_of |= {id_: reflex.roots for id_, reflex in dataset.reflexes.items()}
    supplied = dict.fromkeys(parents, 0)
    for row in dataset.innervation.values():
        if row.branch in supplied:
            supplied[row.branch] |= _mask(bits, row.roots or roots_of.get(row.target, ()))
    for field in dataset.fields.values():
        if field.segment in supplied and field.share != "sometimes":
            supplied[field.segment] |= _mask(bits, field.roots) or reach[field.segment]
    for node in reversed(order):
        supplied[node] &= reach[node]
        for parent in parents[node]:
            supplied[parent] |= supplied[node]
    reached_of, supplied_of = _by_nerve(dataset, reach), _by_nerve(dataset, supplied)
    for id_, nerve in dataset.nerves.items():
        for root in nerve.roots:
            bit = bits.get(root, 0)
            if bit and not reached_of.get(id_, 0) & bit:
                right = (
                    f"correct the roots here, or those of the nerves proximal to it; see also {table_file('segments')}"
                )
                yield dataset.records["nerves"][id_].problem("roots", f"no fibre of {root} can reach '{id_}'", right)
            elif bit and not supplied_of.get(id_, 0) & bit:
                right = f"correct the roots here, in {FIELDS} or of its muscles"
                wrong = f"nothing that '{id_}' supplies receives {root}"
                yield dataset.records["nerves"][id_].problem("roots", wrong, right)


def _by_nerve(dataset: Dataset, by_segment: dict[str, int]) -> dict[str, int]:
    """Each nerve → the union over its segments and those of the nerves that are part of it."""
    found: dict[str, int] = {}
    for segment in dataset.segments.values():
        nerve, seen = segment.nerve, set[str]()
        while nerve in dataset.nerves and nerve not in seen:
            seen.add(nerve)
            found[nerve] = found.get(nerve, 0) | by_segment[segment.id]
            nerve = dataset.nerves[nerve].part_of
    return found


@rule
def contributions_agree_with_nerves(dataset: Dataset) -> Iterator[Problem]:
    by_nerve: dict[str, dict[str, str]] = {}
    for row in dataset.contributions.values():
        by_nerve.setdefault(row.nerve, {})[row.root] = row.share
    for nerve_id, shares in by_nerve.items():
        nerve = dataset.nerves.get(nerve_id)
        if nerve is None:
            continue
        record, main = dataset.records["nerves"][nerve_id], {root for root, share in shares.items() if share == "main"}
        if set(shares) != set(nerve.roots):
            wrong = f"{table_file('contributions')} gives it {', '.join(shares)}"
            yield record.problem("roots", wrong, "the roots must be the same in both tables")
        elif main != set(nerve.main_roots):
            wrong = f"{table_file('contributions')} calls {', '.join(sorted(main)) or 'none'} main"
            yield record.problem("main_roots", wrong, "the main roots must be the same in both tables")


def _mask(bits: dict[str, int], roots: tuple[str, ...]) -> int:
    mask = 0
    for root in roots:
        mask |= bits.get(root, 0)
    return mask
