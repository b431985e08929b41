// The mode of teaching cases: findings from the address, the answer reasoned back from them, shown in page and panel.
import { Marks, key } from "./finding-marks.js";
import { Telling } from "./case-panel.js";
import { Tools } from "./case-controls.js";
import { element } from "../app/dom.js";
import { report, registerModePanel } from "../panel/panel.js";
import { Findings, targetFinder, parseFindings } from "../reasoning/findings.js";
import { Localiser } from "../reasoning/localise.js";
import { Matrix } from "../reasoning/matrix.js";
import { showLine, showNotice } from "../app/status.js";

const MODE = "cases";
const REVEALED = "revealed";
const KINDS = ["muscle", "territory", "reflex"];
const FAINT = 0.15;

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Matrix(await response.json());
}

// The pathway of one place or two, without the targets that a lesion there would hardly touch.
function lit(payload, matrix, one, map) {
  const ways = one.sites.map((site) => payload.pathway(site.id, map));
  const joined = (name) => [...new Set(ways.flatMap((way) => way[name]))];
  const kept = (at) => {
    const target = matrix.target(payload.ids[at]);
    return target < 0 || one.taken[target] >= FAINT;
  };
  return {
    nodes: joined("nodes").filter(kept),
    edges: joined("edges"),
    seats: joined("seats"),
    chosen: ways.map((way) => way.at),
  };
}

class Cases {
  constructor(page, matrix) {
    Object.assign(this, { page, matrix, words: matrix.words });
    this.localising = new Localiser(matrix);
    this.find = targetFinder(matrix);
    this.examples = new Map(matrix.examples.map((example) => [example.id, example]));
    this.telling = new Telling(matrix, page.payload);
    this.marks = new Marks(page.highlighter.byId, ({ sign }) => this.words[`state.${sign}`]);
    this.read = { text: null };
    this.tools = new Tools(document.getElementById("case-tools"), matrix, {
      change: (findings) => this.change(findings),
      turn: (id, revealed, guess) => this.turn(id, revealed, guess),
    });
    this.key = key(element, this.words);
    document.getElementById("figures").after(this.key);
    registerModePanel(MODE, () => this.telling.panel(this.view));
    document.getElementById("told").addEventListener("click", (event) => this.pressed(event));
  }

  // Findings that the reader changes are a case composed anew: its answer is not hidden.
  edited(findings) {
    return { findings: findings.toText(), case: "", lesion: "" };
  }

  change(findings) {
    this.page.go(this.edited(findings));
  }

  // In the address a case is its id, then whether its answer is revealed, then the reader's guess.
  turn(id, revealed, guess) {
    const example = this.examples.get(id);
    const parts = [id, revealed ? REVEALED : "", guess];
    const lesion = revealed && example ? example.sites[0] : "";
    this.page.go({ case: parts.join(",").replace(/,+$/, ""), findings: example?.findings ?? "", lesion });
  }

  pressed(event) {
    const { candidate, record } = event.target.closest("button")?.dataset ?? {};
    if (candidate) this.page.go({ lesion: candidate === this.view.chosen ? "" : candidate }, event);
    if (!record) return;
    const [sign, id] = record.split(" ");
    this.page.go(this.edited(this.view.findings.with(id, sign)), event);
  }

  // Findings and answer of a text are worked out once. Gives what is wrong in it: [the item, what is wrong with it].
  understand(text) {
    if (this.read.text === text) return [];
    const { findings, wrong } = parseFindings(text, this.find);
    this.read = { text, findings, answer: this.localising.localise(findings.plain()) };
    return wrong;
  }

  // What the address asks for and does not exist is named once, however often that address is drawn, and dropped.
  settle(wrong, change, address) {
    if (this.settled === address) return;
    this.settled = address;
    if (wrong.length)
      showNotice(wrong.map(([item, what]) => this.words[`problem.${what}`].replace("{item}", () => item)));
    if (Object.keys(change).length) setTimeout(() => this.page.go(change, null, "replace"));
  }

  example(asked) {
    const [id, revealed, guess = ""] = asked.split(",");
    const example = this.examples.get(id) ?? null;
    const known = this.matrix.sites.some((site) => site.id === guess);
    return {
      example,
      hidden: Boolean(example) && revealed !== REVEALED,
      guess: known ? guess : "",
      unknown: example ? "" : id,
    };
  }

  show(state) {
    const told = this.example(state.case ?? "");
    const { example, hidden } = told;
    const wrong = this.understand(example ? example.findings : state.findings);
    const { findings, answer } = this.read;
    const address = `${state.case} ${state.findings}`;
    this.settle(
      [...(told.unknown ? [[told.unknown, "case"]] : []), ...wrong],
      {
        ...(told.unknown ? { case: "" } : {}),
        ...(wrong.length || (example && state.findings !== example.findings)
          ? { findings: example?.findings ?? findings.toText() }
          : {}),
      },
      address,
    );
    const chosen = hidden
      ? undefined
      : answer.leading.find((one) => one.sites.map((site) => site.id).join(",") === state.lesion);
    this.view = { ...told, findings, answer, chosen: chosen ? state.lesion : "" };
    const { highlighter, payload } = this.page;
    highlighter.show(payload, chosen ? lit(payload, this.matrix, chosen, state.map) : null, "on");
    const foreseen = chosen ? this.matrix.targets.map((id, at) => [id, chosen.taken[at]]) : [];
    this.marks.show(findings, foreseen);
    this.key.hidden = false;
    this.tools.show(findings, told, answer.red_flags);
    for (const button of document.querySelectorAll(".clear")) button.disabled = !chosen;
    showLine(this.telling.line(this.view), example?.title ?? this.words.heading);
    report(payload, state);
  }

  choose(id) {
    const kind = this.page.payload.kinds[this.page.payload.place.get(id)];
    return KINDS.includes(kind) && this.view ? this.edited(this.view.findings.cycled(id, kind)) : null;
  }

  says(id) {
    const signs = (this.view?.findings ?? new Findings()).all.filter((one) => one.id === id).map((one) => one.sign);
    return signs.map((sign) => this.words[`state.${sign}`]).join(", ");
  }

  clear() {
    return this.view?.chosen ? { lesion: "" } : null;
  }

  leave() {
    this.key.hidden = true;
    this.marks.clear();
    this.page.highlighter.show(this.page.payload, null, "on");
  }
}

export async function enter(page) {
  const cases = new Cases(page, await fetched(page.answers.cases));
  return {
    choose: (id) => cases.choose(id),
    show: (state) => cases.show(state),
    note: (id) => cases.says(id),
    clear: () => cases.clear(),
    leave: () => cases.leave(),
  };
}
