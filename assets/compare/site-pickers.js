// Choosing two: a pair or three that sources tell apart, or any two places.
import { element } from "../app/dom.js";

function chooser(id, label, options, take) {
  const listed = element("select", { id, on: { change: () => take(listed.value) } }, options);
  return { listed, labelled: element("label", { htmlFor: id }, element("span", {}, label), listed) };
}

// `take(pair)` is called with ids joined by commas. Gives { show(ats) } to keep all lists in step.
export function choosing(tools, comparing, take) {
  const { words, lesions, payload } = comparing;
  const idsOf = (ats) => ats.map((at) => payload.ids[at]).join();
  const option = (ats) => element("option", { value: idsOf(ats) }, ats.map((at) => payload.names[at]).join(" · "));
  const none = () => element("option", { value: "" }, words["apart.none"]);
  const group = (label, all) => element("optgroup", { label }, all.map(option));
  const { pairs, triples, off } = comparing;
  const listed = [none(), group(words["apart.pair"], pairs), group(words["apart.three"], triples)];
  const known = chooser("apart-pair", words["apart.pair"], listed, take);

  // conditions of several places are no place for one lesion, but they can be one of two
  const conditions = Object.keys(lesions.sits)
    .map(Number)
    .filter((at) => lesions.place(payload.ids[at]) === undefined);
  const places = () => [
    none(),
    ...lesions.groups.map(([heading, ids]) =>
      group(
        heading,
        ids.map((id) => [payload.place.get(id)]),
      ),
    ),
    group(
      lesions.words["lesion.conditions"],
      [...conditions, ...off].map((at) => [at]),
    ),
  ];
  const free = () => {
    const chosen = both.map(({ listed: list }) => list.value);
    if (chosen.every(Boolean)) take(chosen.join());
  };
  const both = ["a", "b"].map((side) => chooser(`apart-${side}`, words[`apart.${side}`], places(), free));
  const label = { className: "choosing", role: "group", ariaLabel: words["apart.any"] };
  tools.append(
    known.labelled,
    element(
      "div",
      label,
      both.map(({ labelled }) => labelled),
    ),
  );

  const same = (ats) => (one) => one.length === ats.length && ats.every((at) => one.includes(at));
  return {
    show(ats) {
      const found = ats && (pairs.find(same(ats)) ?? triples.find(same(ats)));
      known.listed.value = found ? idsOf(found) : "";
      if (ats) both.forEach(({ listed: list }, n) => (list.value = payload.ids[ats[n]]));
    },
  };
}
