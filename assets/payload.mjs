// The answers: fetched once, looked up by id and dermatome map, never computed here.
export function summed(differences) {
  let total = 0;
  return differences.map((step) => (total += step));
}

class Payload {
  constructor(raw) {
    Object.assign(this, raw);
    this.place = new Map(raw.ids.map((id, at) => [id, at]));
    this.answers = new Map();
    // each source in full, which comes later
    this.origins = raw.sources.map(() => ({ namespace: "dash_html_components", type: "Li", props: { children: [""] } }));
  }

  has(id) {
    return this.place.has(id);
  }

  // What a selection lights: sets of places of nodes and edges, its chains and sources, the nodes that are chosen.
  pathway(id, map) {
    const key = `${map} ${id}`;
    let answer = this.answers.get(key);
    if (!answer) {
      const at = this.place.get(id);
      const [lit, edges, sources, chains] = this.pathways[this.by_map[map][at]].map((place) => this.lists[place]);
      answer = {
        id,
        at,
        nodes: summed(lit),
        edges: summed(edges),
        sources: summed(sources),
        chains: chains.map((place) => this.lists[place]),
        chosen: [at, ...(this.whole[at] ?? [])],
        seats: this.seats[at] ?? [],
      };
      this.answers.set(key, answer);
    }
    return answer;
  }

  // The lit nodes of one kind, without the chosen one.
  ofKind(answer, kind) {
    return answer.nodes.filter((at) => this.kinds[at] === kind && at !== answer.at);
  }
}

export async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Payload(await response.json());
}
