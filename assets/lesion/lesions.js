// What a lesion at each place takes away, looked up by place and dermatome map. Python worked it all out.
import { runningSums } from "../app/payload.js";

const WHOLE = 10_000;
export const ENDINGS = ["territory", "muscle", "reflex"];

export class Lesions {
  constructor(raw, payload) {
    Object.assign(this, raw);
    this.payload = payload;
    this.row = new Map(raw.places.map((at, row) => [at, row]));
    this.targets = payload.ids.map((_, at) => at).filter((at) => ENDINGS.includes(payload.kinds[at]));
    this.found = new Map();
  }

  // The number of what goes by this id, if a lesion can be put there.
  place(id) {
    const at = this.payload.place.get(id);
    return this.row.has(at) ? at : undefined;
  }

  // The nodes that a lesion at a place removes.
  nodes(at) {
    return this.on[this.row.get(at)];
  }

  // The ids of a place and of the sites that take just the same.
  alike(at) {
    const own = [...this.nodes(at)].sort().join();
    const same = (other) => this.payload.kinds[other] === "site" && [...this.nodes(other)].sort().join() === own;
    return [at, ...this.places.filter((other) => other !== at && same(other))].map((one) => this.payload.ids[one]);
  }

  // The places where a thing can sit: itself, or the sites of a condition.
  seats(at) {
    return this.sits[at] ?? (this.row.has(at) ? [at] : []);
  }

  of(at, map) {
    const row = this.by_map[map][this.row.get(at)];
    let lesion = this.found.get(row);
    if (!lesion) {
      const [lost, reduced, cut, thinned, cutEdges, thinnedEdges, couldNot, flags] = this.lesions[row].map(
        (list) => this.lists[list],
      );
      lesion = {
        lost: runningSums(lost),
        reduced: new Map(reduced.map((part) => [this.parts[part][0], this.parts[part].slice(1).map((n) => n / WHOLE)])),
        cut: runningSums(cut),
        thinned: runningSums(thinned),
        cutEdges: runningSums(cutEdges),
        thinnedEdges: runningSums(thinnedEdges),
        couldNot: couldNot.map((text) => this.deficits[text]),
        flags: flags.map((flag) => this.flags[flag]),
      };
      lesion.spared = this.targets.filter((at) => !lesion.lost.includes(at) && !lesion.reduced.has(at));
      this.found.set(row, lesion);
    }
    return lesion;
  }

  // The share of a target that a lesion takes, from 0 to 1.
  share(lesion, target) {
    return lesion.lost.includes(target) ? 1 : (lesion.reduced.get(target)?.[0] ?? 0);
  }

  // lost, reduced or spared.
  state(lesion, target) {
    return lesion.lost.includes(target) ? "lost" : lesion.reduced.has(target) ? "reduced" : "spared";
  }

  // The sites that take a target, those that take least of everything first; `parts` where only a part.
  takers(target, map) {
    const sites = this.places.filter((at) => this.payload.kinds[at] === "site");
    return sites
      .map((at) => ({ at, lesion: this.of(at, map) }))
      .filter(({ lesion }) => this.state(lesion, target) !== "spared")
      .sort((a, b) => a.lesion.lost.length + a.lesion.reduced.size - b.lesion.lost.length - b.lesion.reduced.size)
      .map(({ at, lesion }) => ({ at, parts: lesion.reduced.get(target) }));
  }

  // What fares better or worse with one lesion than with another.
  between(before, after) {
    const step = (at) => this.share(after, at) - this.share(before, at);
    return { back: this.targets.filter((at) => step(at) < 0), gone: this.targets.filter((at) => step(at) > 0) };
  }
}

// Fetched once, for all modes that need it.
let fetched = null;

export function fetchLesions({ answers, payload }) {
  fetched ??= fetch(answers.lesions).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status}`);
    return new Lesions(await response.json(), payload);
  });
  return fetched;
}
