// The answer in the panel: red flags before all else, then places in order of what they explain, then what to examine.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { DENIED } from "../reasoning/findings.js";

const SHOWN = 3;
const FOLDED = "expected";
const FEW = 8;
const [FAINT, HALF] = [0.15, 0.5];
const KINDS = ["muscle", "territory", "reflex"];
const listed = (items) => part("Ul", { children: items });

export class Telling {
  constructor(matrix, payload) {
    Object.assign(this, { matrix, payload, words: matrix.words });
  }

  say(key, values) {
    return filled(this.words[key], values ?? {});
  }

  // The name of a target, or of a clue; what was said in other words is told as it was said.
  name(said) {
    const at = this.matrix.target(said);
    if (at >= 0) return this.matrix.names[at];
    const denied = said.startsWith(DENIED);
    const row = this.matrix.clues.find(({ id }) => id === (denied ? said.slice(DENIED.length) : said));
    if (!row) return said.replaceAll("_", " ");
    return denied ? `${row.name}: ${this.say("state.denied")}` : row.name;
  }

  site(one) {
    return one.sites.map((site) => site.name).join(" + ");
  }

  // What a candidate explains and leaves, in one line.
  verdict({ explained, unexplained, contradicted }) {
    const against = contradicted.length;
    return [
      this.say("explains", { n: explained.length, all: explained.length + unexplained.length }),
      unexplained.length ? this.say("leaves", { n: unexplained.length }) : this.say("leaves.none"),
      this.say(against > 1 ? "against.many" : against ? "against.one" : "against.none", { n: against }),
    ].join(", ");
  }

  flags({ red_flags: flags }) {
    if (!flags.length) return [];
    const item = ({ name, says }) => part("Li", { children: [part("B", { children: name }), ". ", says] });
    const children = [part("H2", { children: this.say("flags"), tabIndex: -1 }), listed(flags.map(item))];
    return [part("Section", { className: "flags alarm", children })];
  }

  list(key, said, sign) {
    const { kindOf } = this.matrix;
    const kind = (id) => KINDS.indexOf(kindOf[this.matrix.target(id)]);
    const names = [...said].sort((a, b) => kind(a) - kind(b)).map((id) => this.name(id));
    const label = part("Dt", { children: this.say(`list.${key}`) });
    const text = names.length ? `${sign} ${names.join("; ")}` : this.say("list.nothing");
    const fold = [part("Summary", { children: this.say("list.many", { n: names.length }) }), text];
    const told = key === FOLDED && names.length > FEW ? part("Details", { children: fold }) : text;
    return part("Div", { className: `verdict ${key}`, children: [label, part("Dd", { children: told })] });
  }

  lists(candidate) {
    const rest = candidate.would_also_predict.length ? [this.list("expected", candidate.would_also_predict, "○")] : [];
    return part("Dl", {
      className: "verdicts",
      children: [
        this.list("explained", candidate.explained, "✓"),
        ...(candidate.unexplained.length ? [this.list("unexplained", candidate.unexplained, "?")] : []),
        ...(candidate.contradicted.length ? [this.list("contradicted", candidate.contradicted, "✕")] : []),
        ...rest,
      ],
    });
  }

  candidate(one, candidate, chosen, open) {
    const key = one.sites.map((site) => site.id).join(",");
    const [off, two] = [one.sites[0].standing === "off-graph", one.sites.length > 1];
    const pressed = key === chosen;
    const show = part("Button", {
      children: this.say(pressed ? "shown" : "show"),
      "data-candidate": key,
      "aria-pressed": pressed,
      "aria-label": `${this.say("show")}: ${this.site(one)}`,
      className: "plain show",
    });
    const lesion = { children: this.say("lesion"), "data-lesion": one.sites[0].id, className: "plain" };
    const by = part("Button", { ...lesion, "aria-label": `${this.say("lesion")}: ${this.site(one)}` });
    const chip = two ? [" ", part("Span", { className: "chip", children: this.say("two") })] : [];
    if (off) chip.push(" ", part("Span", { className: "chip", children: this.say("off") }));
    const head = [
      part("B", { children: this.site(one) }),
      ...chip,
      part("Span", { className: "weighed", children: this.verdict(candidate) }),
    ];
    const body = [
      this.lists(candidate),
      part("P", { className: "acts", children: off ? [] : two ? [show] : [show, by] }),
    ];
    if (open)
      return part("Li", {
        className: "candidate",
        children: [part("P", { className: "called", children: head }), ...body],
      });
    const fold = part("Details", { children: [part("Summary", { children: head }), ...body] });
    return part("Li", { className: "candidate", children: fold });
  }

  // The candidates: those at the head that the findings cannot tell apart together, then the others.
  candidates({ candidates, leading }, chosen) {
    const first = candidates[0];
    let together = 1;
    while (together < candidates.length && first.alike.includes(candidates[together].site_key)) together++;
    const made = leading.map((one, at) => this.candidate(one, candidates[at], chosen, at === 0));
    const pairs = leading.some((one) => one.sites.length > 1) && first.unexplained.length;
    const more = made.slice(together);
    const children = [
      part("H2", { children: this.say("leading"), tabIndex: -1 }),
      part("P", { className: "lead", children: this.say("order") }),
      ...(pairs ? [part("P", { className: "lead", children: this.say("pairs") })] : []),
      ...(together > 1 ? [part("H3", { children: this.say("leading.alike") })] : []),
      part("Ol", { className: together > 1 ? "candidates alike" : "candidates", children: made.slice(0, together) }),
    ];
    if (more.length) {
      children.push(part("H3", { children: this.say("others") }));
      children.push(part("Ol", { className: "candidates", start: together + 1, children: more.slice(0, SHOWN) }));
    }
    if (more.length > SHOWN) {
      const rest = part("Ol", { className: "candidates", start: together + SHOWN + 1, children: more.slice(SHOWN) });
      const count = this.say("more", { n: more.length - SHOWN });
      children.push(part("Details", { className: "more", children: [part("Summary", { children: count }), rest] }));
    }
    return part("Section", { className: "leading", children });
  }

  next({ next_examination: next, leading }) {
    const title = part("H3", { children: this.say("next") });
    if (!next)
      return leading.length > 1
        ? [part("Section", { className: "part", children: [title, part("P", { children: this.say("next.none") })] })]
        : [];
    const names = new Map(leading.map((one) => [one.sites.map((site) => site.key).join(" + "), this.site(one)]));
    const share = (part_) => (part_ >= HALF ? "lost" : part_ >= FAINT ? "partly" : "kept");
    const why = Object.entries(next.expected).map(([key, taken]) =>
      part("Li", { children: this.say(`next.${share(taken)}`, { site: names.get(key) ?? key }) }),
    );
    const states = this.states(next.kind).map((sign) =>
      part("Button", {
        children: this.say("next.record", { state: this.say(`state.${sign}`) }),
        "data-record": `${sign} ${next.id}`,
        className: "plain",
      }),
    );
    const how = next.how ? [part("P", { children: next.how })] : [];
    const children = [
      title,
      part("P", { className: "called", children: part("B", { children: next.name }) }),
      ...how,
      part("P", { className: "lead", children: this.say("next.why") }),
      listed(why),
      part("P", { className: "acts", children: states }),
    ];
    return [part("Section", { className: "part next", children })];
  }

  states(kind) {
    return { muscle: ["weak", "normal"], territory: ["numb", "intact"], reflex: ["reduced_reflex", "normal_reflex"] }[
      kind
    ];
  }

  // What is examined here and has other roots elsewhere: said, so that nobody takes the order for more than it is.
  rivals(findings) {
    const { rivals, roots } = this.matrix;
    const ids = [...new Set(findings.all.map((one) => one.id))].filter((id) => rivals[id]);
    if (!ids.length) return [];
    const line = (id) => {
      const own = roots[this.matrix.target(id)];
      const others = rivals[id].filter((other) => other !== own).join("; ");
      return others
        ? part("Li", { children: this.say("rivals.line", { name: this.name(id), own, rivals: others }) })
        : null;
    };
    const lines = ids.map(line).filter(Boolean);
    if (!lines.length) return [];
    const fold = part("Details", {
      children: [part("Summary", { children: `${this.say("rivals")} (${lines.length})` }), listed(lines)],
    });
    return [part("Section", { className: "part rivals", children: fold })];
  }

  unrecognised({ unrecognised: items }) {
    return items.length
      ? [part("P", { className: "remark", children: this.say("unrecognised", { items: items.join("; ") }) })]
      : [];
  }

  // What the source of an example says, and where that place stands in the order.
  stated(example, guess, { candidates, leading }) {
    const place = (id) => leading.findIndex((one) => one.sites.length === 1 && one.sites[0].id === id);
    const name = (id) => this.matrix.sites.find((site) => site.id === id).name;
    const guessed = place(guess);
    const right = place(example.sites[0]);
    const was = () =>
      guessed < 0
        ? this.say("guess.absent", { site: name(guess) })
        : this.say("guess.rank", { site: name(guess), n: guessed + 1, verdict: this.verdict(candidates[guessed]) });
    const also = example.sites.slice(1).map(name);
    const remarks = [
      right < 0 ? this.say("stated.absent") : this.say("stated.rank", { n: right + 1 }),
      ...(also.length ? [this.say("stated.also", { sites: also.join("; ") })] : []),
    ];
    const children = [
      part("H2", { children: this.say("stated"), tabIndex: -1 }),
      part("P", { className: "called", children: part("B", { children: example.stated }) }),
      part("P", { children: remarks.join(" ") }),
      ...(guess ? [part("P", { className: "guess", children: was() })] : []),
      part("P", { children: [part("B", { children: `${this.say("teaches")} ` }), example.teaches] }),
      ...(example.note ? [part("P", { className: "remark", children: example.note })] : []),
      listed(example.sources.map((at) => this.payload.origins[at])),
    ];
    return part("Section", { className: "stated", children });
  }

  // The whole panel for what is shown now.
  panel({ findings, example, hidden, guess, answer, chosen }) {
    const flags = this.flags(answer);
    if (hidden) return [...flags, part("P", { className: "waiting", children: this.say("waiting") })];
    if (!answer.candidates.length) {
      const none = part("P", { className: "lead", children: this.say("nothing") });
      return [...flags, ...this.unrecognised(answer), none];
    }
    return [
      ...flags,
      ...(example ? [this.stated(example, guess, answer)] : []),
      this.candidates(answer, chosen),
      ...this.unrecognised(answer),
      ...this.next(answer),
      ...this.rivals(findings),
    ];
  }

  // The same in one line, for the live region. What leaves the map is said first, and then briefly what explains it.
  line({ findings, example, hidden, answer }) {
    const flags = answer.red_flags.map(({ name }) => name).join("; ");
    const flag = flags ? `${this.say("status.flag", { names: flags })} ` : "";
    if (hidden) return flag + this.say("status.hidden", { title: example.title });
    if (!findings.all.length) return this.say("status.none");
    if (!answer.candidates.length) return flag + this.say("status.unexplained");
    if (flag) return flag + this.say("status.short", { site: this.site(answer.leading[0]) });
    return (
      flag + this.say("status", { site: this.site(answer.leading[0]), verdict: this.verdict(answer.candidates[0]) })
    );
  }
}
