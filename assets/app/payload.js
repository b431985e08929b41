// The answers: fetched once, looked up by id and dermatome map, never computed here.
const NEWLINE = 10;

export function summed(differences) {
  let total = 0;
  return differences.map((step) => (total += step));
}

class Payload {
  constructor(raw) {
    Object.assign(this, raw, { line: null, learning: null });
    this.place = new Map(raw.ids.map((id, at) => [id, at]));
    this.answers = new Map();
    // each source in full, which comes later
    this.origins = raw.sources.map(() => ({
      namespace: "dash_html_components",
      type: "Li",
      props: { children: [""] },
    }));
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

  // What the panel tells comes after what the figures show.
  get tells() {
    return this.line !== null;
  }

  // Fetched once; where that failed, the next choice tries again.
  learn(url) {
    this.learning ??= got(url)
      .then((response) => response.arrayBuffer())
      .then((sent) => (this.line = lines(new Uint8Array(sent))))
      .catch((error) => {
        this.learning = null;
        throw error;
      });
    return this.learning;
  }

  // Heads and cards of all nodes follow each other.
  head(at) {
    return this.line(at);
  }

  card(at) {
    return this.line(this.ids.length + at);
  }

  // The lit nodes of one kind, without the chosen one.
  ofKind(answer, kind) {
    return answer.nodes.filter((at) => this.kinds[at] === kind && at !== answer.at);
  }
}

async function got(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}`);
  return response;
}

// A list with each thing on a line of its own, as bytes: all together are long, so each is read when it is asked for.
function lines(bytes) {
  const ends = [0];
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) ends.push(at);
  const decoder = new TextDecoder();
  const [after, comma] = [1, 1]; // the bracket before the first, the end of the line before each other
  return (at) => JSON.parse(decoder.decode(bytes.subarray(ends[at] + after, ends[at + 1] - comma)));
}

export async function load(url) {
  return new Payload(await (await got(url)).json());
}
