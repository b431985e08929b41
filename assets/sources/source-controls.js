// Beside the list of sources: search and filter, the numbers, the files to take along, licence and how to cite.
import { element, filled } from "../app/dom.js";

const ACCESS = ["read", "excerpt", "second-hand", "memory"];
const CHECKED = ["read", "second-hand", "memory"];
const FORMS = ["csv", "graphml", "jsonld", "bibtex"];
const whole = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");

function finding({ words, sources }, changed) {
  const asked = { query: "", access: "" };
  const input = element("input", { type: "search", id: "source-search", autocomplete: "off", spellcheck: false });
  input.addEventListener("input", () => changed(Object.assign(asked, { query: input.value })));
  const counts = Object.fromEntries(ACCESS.map((one) => [one, sources.filter(({ access }) => access === one).length]));
  const buttons = ["", ...ACCESS].map((one) => {
    const text = one ? `${words[`access.${one}`]} (${counts[one]})` : `${words["sources.all"]} (${sources.length})`;
    const button = element("button", { ariaPressed: String(!one), title: one && words[`access.${one}.title`] }, text);
    button.addEventListener("click", () => {
      for (const other of buttons) other.ariaPressed = String(other === button);
      changed(Object.assign(asked, { access: one }));
    });
    return button;
  });
  const label = element("label", { htmlFor: input.id }, words["sources.find"]);
  const group = element("div", { className: "ways", role: "group", ariaLabel: words["sources.read"] }, buttons);
  return [label, input, group];
}

function numbers({ words, claims, sources }) {
  const all = claims.size;
  const rows = CHECKED.map((one) => {
    const n = [...claims.values()].filter(({ checked }) => checked === one).length;
    const share = `${Math.round((100 * n) / all)} %`;
    const bar = element("span", {
      className: `bar ${one}`,
      ariaHidden: "true",
      style: `inline-size: ${(100 * n) / all}%`,
    });
    return element("li", {}, element("b", {}, `${share} `), `${words[`sources.numbers.${one}`]} (${whole(n)})`, bar);
  });
  const told = filled(words["sources.numbers.claims"], { n: whole(all), m: sources.length });
  return [
    element("h3", {}, words["sources.numbers"]),
    element("p", {}, told),
    element("ul", { className: "shares" }, rows),
  ];
}

function files({ words, edition, cite }, answers) {
  const links = FORMS.map((form) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: answers[`data-${form}`], download: "", title: words[`sources.${form}.title`], className: "file" },
        words[`sources.${form}`],
      ),
    ),
  );
  const licence = edition.licence ? [element("p", {}, filled(words["sources.licence"], edition))] : [];
  const version = edition.version ? [element("p", {}, filled(words["claims.version"], edition), ". ")] : [];
  return [
    element("h3", {}, words["sources.data"]),
    element("ul", { className: "files" }, links),
    ...version,
    ...licence,
    element("h3", {}, words["sources.cite"]),
    element("p", { className: "citation" }, cite),
  ];
}

const stood = (facts, name, children) =>
  element(
    "section",
    { className: `panel source-tools ${name}`, ariaLabel: facts.words[`sources.${name}`], "data-in-mode": "sources" },
    children,
  );

// What stands before the list and what stands behind it.
export function tools(facts, answers, changed) {
  const { words } = facts;
  const lead = [element("h2", {}, words["sources.title"]), element("p", { className: "lead" }, words["sources.lead"])];
  const before = stood(facts, "find", [...lead, ...finding(facts, changed)]);
  return [before, stood(facts, "data", [...numbers(facts), ...files(facts, answers)])];
}
