// Splits what people say into clauses and finds which words a denial covers, as atlas/emergencies/clauses.py does.
const [COMMA, AND, OR] = ["comma", "and", "or"];
const MOST_WORDS = 200;
const SHORT_PART = 2; // words of a part after "and", or before it, that belongs to a denied list
// Kinds whose phrases of several words act as one word ("mother had").
const AS_ONE_WORD = ["denies", "denies_list", "denies_before", "negative", "with"];
const NOT_ASCII = /\P{ASCII}/gu;

/**
 * The words of a text in lower case, without accents, with "," and ";" where a part or a clause ends.
 * @param {string} text
 * @returns {string[]}
 */
export function spokenWords(text) {
  const marked = text
    .replace(/#(?=\s*[a-zA-Z])/g, " fracture ") // as in notes: "#NOF", "?CES"
    .replace(/\?(?=[a-zA-Z])/g, " query ")
    .replace(/['’`´]/g, "")
    .replace(/[–—\n]|[.!?](?=\s|$)/g, ";")
    .replace(/[ßẞ]/g, "ss")
    .replace(/[()[\]]/g, ",");
  const plain = marked.normalize("NFKD").replace(NOT_ASCII, "").toLowerCase();
  return (plain.match(/[a-z0-9]+|[,;]/g) ?? []).slice(0, MOST_WORDS);
}

const range = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

/** The words of a language that structure and deny what is said. */
export class Speech {
  /**
   * @param {Record<string, string[]>} words  by kind
   * @param {[first: number, last: number]} [pastYears]  years that are long past
   */
  constructor(words, pastYears = [0, 0]) {
    const phrases = (kind) =>
      (words[kind] ?? []).map((phrase) => spokenWords(phrase.replaceAll("/", " "))).filter((found) => found.length);
    const first = (kind) => new Set(phrases(kind).map((phrase) => phrase.join(" ")));
    this.ignored = phrases("ignored");
    this.denies = first("denies");
    this.deniesList = first("denies_list");
    this.deniesBefore = first("denies_before");
    this.negative = new Set([...first("negative"), ...this.denies, ...this.deniesList]);
    /** @type {Map<string, string>} */
    this.joins = new Map();
    for (const word of first("and")) this.joins.set(word, AND);
    for (const word of first("or")) this.joins.set(word, OR);
    this.breaks = first("breaks");
    this.affirms = first("affirms");
    this.endsDenial = first("ends_denial");
    this.losses = [...first("losses")];
    this.over = phrases("over");
    this.goesOn = first("goes_on");
    this.pastYears = pastYears;
    this.partsWith = first("with");
    this.asOne = AS_ONE_WORD.flatMap(phrases).filter((phrase) => phrase.length > 1);
    this.asOne.sort((a, b) => b.length - a.length);
    /** @type {Map<string, string[]>} */
    this.same = new Map(phrases("same").map((same) => [same[0], same]));
  }

  /**
   * The clauses of a text that have words.
   * @param {string} text
   * @returns {Clause[]}
   */
  clauses(text) {
    const clauses = [];
    let [words, joints, starts] = [[], [""], [0]];
    for (const token of [...this.#joined(this.#withoutIgnored(spokenWords(text))), ";"]) {
      const joint = token === "," ? COMMA : this.joins.get(token);
      if (token === ";" || this.breaks.has(token)) {
        if (words.length) clauses.push(new Clause(words, starts, joints, this));
        [words, joints, starts] = [[], [""], [0]];
      } else if (!joint) words.push(token);
      else if (starts.at(-1) < words.length) {
        starts.push(words.length);
        joints.push(joint);
      } else if (joint !== COMMA && words.length) joints[joints.length - 1] = joint; // the "and" of ", and"
    }
    return clauses;
  }

  /**
   * The words of a phrase, each with its alternatives: those after a slash, and words of the same meaning.
   * @param {string} phrase
   * @returns {string[][]}
   */
  stems(phrase) {
    const isJoining = (word) => this.joins.has(word) || this.breaks.has(word) || word === "," || word === ";";
    return phrase
      .replaceAll("_", " ")
      .split(/\s+/)
      .flatMap((part) => {
        const words = spokenWords(part.replaceAll("/", " "));
        return part.includes("/") ? [words] : words.map((word) => [word]); // a hyphen separates words
      })
      .filter((stem) => !stem.every(isJoining))
      .map((stem) => [...new Set([...stem, ...stem.flatMap((word) => this.same.get(word) ?? [])])]);
  }

  /**
   * Where these words of a part tell of the long past. What goes on may stand only beside them ("in the past month").
   * @param {string[]} words
   * @returns {Set<number>}
   */
  pastWords(words) {
    const [first, last] = this.pastYears;
    const isYear = (word) => /^\d{4}$/.test(word) && Number(word) >= first && Number(word) <= last;
    const told = new Set();
    words.forEach((word, at) => {
      for (const phrase of this.over)
        if (phrase.every((one, n) => words[at + n] === one)) phrase.forEach((_, n) => told.add(at + n));
      if (isYear(word) && !this.endsDenial.has(words[at - 1])) told.add(at);
    });
    return told;
  }

  /** The words, with phrases that act as one word as one. @param {string[]} words */
  #joined(words) {
    for (const phrase of this.asOne)
      for (let at = words.length - phrase.length; at >= 0; at--)
        if (phrase.every((word, n) => words[at + n] === word))
          words = [...words.slice(0, at), phrase.join(" "), ...words.slice(at + phrase.length)];
    return words;
  }

  /** The words without phrases that have another meaning. @param {string[]} words */
  #withoutIgnored(words) {
    for (const phrase of this.ignored)
      for (let at = 0; at + phrase.length <= words.length;)
        if (phrase.every((word, n) => words[at + n] === word))
          words = [...words.slice(0, at), ...words.slice(at + phrase.length)];
        else at++;
    return words;
  }
}

/** A clause: its words, its parts, and which words are denied. */
export class Clause {
  /**
   * @param {string[]} words
   * @param {number[]} starts  of the parts
   * @param {string[]} joints  what stands before each part
   * @param {Speech} speech
   */
  constructor(words, starts, joints, speech) {
    this.words = words;
    this.joints = joints;
    this.speech = speech;
    this.parts = starts.map((start, n) => range(start, starts[n + 1] ?? words.length));
    this.partOf = this.parts.flatMap((part, n) => part.map(() => n));
    this.denials = words.flatMap((_, at) => this.#denials(at));
    this.over = this.#over();
  }

  /**
   * Whether a denial that is not itself among these words covers them, or stands between them in their part.
   * Several denials may cover them together ("no ulcer, no infection"), and a thing that is denied beside its place is
   * not there ("belly soft, no lump").
   * @param {Set<number>} positions
   */
  isDenied(positions) {
    const all = [...positions];
    const others = this.denials.filter(({ at }) => !positions.has(at));
    const oneCovers = ({ covers, beside }) =>
      all.some((one) => covers.has(one)) && all.every((one) => covers.has(one) || beside.has(one));
    const together = all.every((one) => others.some(({ covers }) => covers.has(one)));
    const deniesLater = ({ at, covers }) =>
      [at - 1, at + 1].some((one) => covers.has(one) && positions.has(one)) &&
      all.some((one) => one < this.parts[this.partOf[at]][0]);
    return others.some(oneCovers) || together || others.some(deniesLater);
  }

  /** Whether these words are said of the long past. @param {Set<number>} positions */
  isOver(positions) {
    return [...positions].every((at) => this.over.has(this.partOf[at]));
  }

  /** The parts that tell of the long past. A short one ("resolved") tells it of the part before. */
  #over() {
    const over = new Set();
    const said = this.parts.map((part) => part.map((at) => this.words[at]));
    const goesOn = (words) => words.some((word) => this.speech.goesOn.has(word));
    said.forEach((words, number) => {
      const told = this.speech.pastWords(words);
      if (!told.size || goesOn(words.filter((_, at) => !told.has(at)))) return;
      over.add(number);
      if (number && words.length <= SHORT_PART && !goesOn(said[number - 1])) over.add(number - 1);
    });
    return over;
  }

  /**
   * Whether a word such as "cannot" or "no" belongs to the other words, so that together they are a sign: they are in
   * its part or in a list after it, and what it denies is not a loss ("no loss of bladder control").
   * @param {Set<number>} positions
   */
  holdsTogether(positions) {
    const { joints, partOf, speech, words } = this;
    const isWith = (at, other) =>
      partOf[other] === partOf[at] || (other > at && !joints.slice(partOf[at] + 1, partOf[other] + 1).includes(COMMA));
    const all = [...positions];
    const belongs = (at) => all.every((other) => isWith(at, other)) && !this.#deniesALoss(at, positions);
    return all.every((at) => !speech.negative.has(words[at]) || belongs(at));
  }

  #deniesALoss(at, positions) {
    const { denies, deniesList, losses } = this.speech;
    if (!denies.has(this.words[at]) && !deniesList.has(this.words[at])) return false;
    const rest = this.parts[this.partOf[at]].filter((n) => n > at && !positions.has(n));
    return rest.some((n) => losses.some((start) => this.words[n].startsWith(start)));
  }

  #denials(at) {
    const { words, speech } = this;
    const number = this.partOf[at];
    const part = this.parts[number];
    const [word, start, end] = [words[at], part[0], part.at(-1) + 1];
    const isLast = at === end - 1;
    const found = [];
    if (speech.denies.has(word) || speech.deniesList.has(word)) {
      const until = range(at + 1, end).find((n) => speech.endsDenial.has(words[n])) ?? end;
      const list = speech.deniesList.has(word) && !isLast && until === end ? this.#listAfter(number) : [];
      found.push({ at, covers: new Set([...range(at + 1, until), ...list]), beside: new Set(range(start, at)) });
    }
    const isDeniedItself = range(Math.max(start, at - 2), at).some((n) => speech.denies.has(words[n]));
    if ((speech.deniesBefore.has(word) || (isLast && speech.deniesList.has(word))) && !isDeniedItself) {
      const from = range(start, at).reduce((found, n) => (speech.partsWith.has(words[n]) ? n + 1 : found), start);
      const covers = new Set([...range(from, at), ...(from === start ? this.#listBefore(number) : [])]);
      found.push({ at, covers, beside: new Set(range(at + 1, end)) }); // beside: its other side ("foot not cold")
    }
    return found;
  }

  #listAfter(number) {
    const covered = [];
    for (let next = number + 1; next < this.parts.length && this.#goesOn(next); next++)
      covered.push(...this.parts[next]);
    return covered;
  }

  #goesOn(number) {
    const { affirms, deniesBefore, negative } = this.speech;
    const words = this.parts[number].map((at) => this.words[at]);
    if (words.some((word) => negative.has(word) || affirms.has(word) || deniesBefore.has(word))) return false;
    if (this.joints[number] === AND) return words.length <= SHORT_PART;
    return this.joints.slice(number).find((joint) => joint !== COMMA) === OR;
  }

  #listBefore(number) {
    const covered = [];
    if (["", COMMA].includes(this.joints[number])) return covered;
    for (let earlier = number - 1; earlier >= 0; earlier--) {
      covered.push(...this.parts[earlier]);
      if (this.parts[earlier].length > SHORT_PART || this.joints[earlier] === "") break;
    }
    return covered;
  }
}
