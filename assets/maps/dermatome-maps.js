// Dermatome maps held together: what each says of every patch of skin, how two stand to each other, how far all differ.
const STANDINGS = { d: "differ", s: "same", a: "only-a", b: "only-b", n: "neither" };
const TURNED = { "only-a": "only-b", "only-b": "only-a" };

export const ALL = "all";

export class Maps {
  constructor(payload, raw) {
    Object.assign(this, raw);
    this.payload = payload;
    this.chosen = Object.keys(raw.choices);
  }

  // The two maps that an address names, or null.
  two(text) {
    const found = text.split(",");
    return found.length === 2 && found[0] !== found[1] && found.every((id) => this.chosen.includes(id)) ? found : null;
  }

  name(id) {
    return this.names[this.ids.indexOf(id)];
  }

  after(id) {
    return this.chosen[(this.chosen.indexOf(id) + 1) % this.chosen.length];
  }

  // How two maps stand to each other on each patch, in the order of the payload's skin.
  standings([a, b]) {
    const kept = this.pairs[`${a} ${b}`];
    const found = [...(kept ?? this.pairs[`${b} ${a}`])].map((letter) => STANDINGS[letter]);
    return kept ? found : found.map((how) => TURNED[how] ?? how);
  }

  mark(map, patch) {
    return this.payload.layers[map][patch][2];
  }

  nameOf(patch) {
    return this.payload.names[this.payload.place.get(this.payload.skin[patch])];
  }

  // [maps, answers, degree, step] of a patch, by the entries that were read or by all.
  tally(patch, counted) {
    return this.told[patch][counted];
  }

  ranked(counted) {
    const degree = (patch) => this.tally(patch, counted)[2] ?? -1;
    return [...this.order].sort((one, other) => degree(other) - degree(one));
  }
}

export async function fetchMaps(page) {
  const response = await fetch(page.answers.maps);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Maps(page.payload, await response.json());
}
