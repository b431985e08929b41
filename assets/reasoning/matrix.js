// The expected deficits of each lesion site, and the rest of the bundle with which findings are localised.
const TEN_THOUSANDTHS = 1e4;

function unpack(pairs, length, scale) {
  const row = new Float64Array(length);
  for (let n = 0; n < pairs.length; n += 2) row[pairs[n]] = pairs[n + 1] / scale;
  return row;
}

/**
 * A possible site of a lesion.
 * @typedef {object} Site
 * @property {number} at  its position
 * @property {string} id
 * @property {string} key
 * @property {string} name
 * @property {number} place  its rank among sites of equal cost
 * @property {"focal" | "off-graph" | string} standing
 * @property {number} expected  the part of its loss that counts against it where it is not found, from 0 to 1
 * @property {number} deficit  its cost for each kind of deficit that is found
 * @property {boolean} below_roots  whether it lies on a nerve, where autonomous skin counts
 * @property {string[]} spares  kinds of targets that a cause off the nerves leaves alone
 * @property {number} fixed  its cost whatever is found
 * @property {number} mass  of everything that a lesion there removes
 * @property {number[]} hurts  the targets near its place, where it hurts although the nerve does not supply them
 * @property {Float64Array} further  by target: the further share that its cause may explain, although it is not expected
 * @property {Float64Array} shareLost  by target: the share of its innervation that a lesion there removes, from 0 to 1
 */

/**
 * What lesions take in people with a variant of the anatomy.
 * @typedef {object} Variant
 * @property {string} id
 * @property {string} text  its name and how often people have it
 * @property {number} cost  what it costs to assume it
 * @property {Set<number>} touches  the targets whose supply differs
 * @property {Map<number, {mass: number, shareLost: Float64Array}>} bySite  by site, only where it differs
 */

/**
 * A clue: a sign or circumstance that speaks for or against sites.
 * @typedef {object} ClueRow
 * @property {string} id
 * @property {string} name
 * @property {string[]} phrases  other words for it
 * @property {boolean} whole  whether it is a name, whose phrases must match whole words
 * @property {string} strength  a key of `parameters.clue_weight`
 * @property {string[]} softens  kinds of targets whose findings count less
 * @property {Float64Array} fits  by site: how far it speaks for the site, or against it
 */

/**
 * Findings and clues that speak for or against sites only together.
 * @typedef {object} CombinationRow
 * @property {string} id
 * @property {string} name
 * @property {string[]} clues  clues that must all be present
 * @property {string[]} signs  signs that must all be found
 * @property {string[]} targets  where each of them must be found; empty means anywhere
 * @property {string[]} without  signs that must not be found
 * @property {string} strength  a key of `parameters.clue_weight`
 * @property {number} says  the same number in combinations that say the same of the same findings
 * @property {string[]} softens  always empty
 * @property {true} combines
 * @property {Float64Array} fits  by site: how far it speaks for the site, or against it
 */

/**
 * How results of nerve studies are weighed, and what can be found.
 * @typedef {object} StudyRules
 * @property {[key: string, name: string][]} all  each study and needle muscle (`emg ` and its id)
 * @property {{study: string[], needle: string[]}} results  what they can show
 * @property {string[]} injuries
 * @property {number} usual_day
 * @property {number} last_day
 * @property {Record<string, any>} parameters
 * @property {Record<string, string>} tests  kind of study → kind of target whose fibres it tests
 * @property {Record<string, number>} sureness  kind of study → how far it can be trusted
 * @property {[degree: number, otherChange: number]} gaps  how far two abnormal results are apart
 */

/** Sites, targets and clues are known by their position. */
export class Matrix {
  /** @param {Record<string, any>} raw  the bundle of atlas/web/bundles/cases.py */
  constructor(raw) {
    /** @type {Record<string, any>} scoring parameters */
    this.parameters = raw.parameters;
    /** @type {number} share from which a target's deficit is explained by a site */
    this.explains = raw.explains;
    /** @type {number} share from which a site predicts a target's deficit */
    this.predicts = raw.predicts;
    /** @type {[number, number]} share that a site off the nerves takes of an abnormal target, and of a normal one */
    this.off = raw.off;
    /** @type {number} share that a site explains of pain near its place */
    this.hurting = raw.hurting;
    /** @type {number} how many candidates are shown if none fits */
    this.nearest = raw.nearest;
    /** @type {[number, number]} a candidate fits if its cost is at most this part of that without a lesion, or this low */
    this.fitting = raw.fitting;
    /** @type {Set<number>} skin that one nerve supplies alone */
    this.autonomous = new Set(raw.autonomous);
    /** @type {number} difference in cost below which two candidates cannot be distinguished */
    this.indistinct = raw.indistinct;
    /** @type {number} how many candidates are shown */
    this.shown = raw.shown;
    /** @type {number} how many of the best single sites are tried in pairs */
    this.paired = raw.paired;
    /** @type {number} how many leading candidates the next examination compares */
    this.leading = raw.leading;
    /** @type {number} greatest difference in cost from the first of them */
    this.within = raw.within;
    /** @type {number} least difference that makes an examination worth while */
    this.worth = raw.worth;
    /** @type {string[]} ids of the targets */
    this.targets = raw.targets;
    /** @type {string[]} names of the targets */
    this.names = raw.names;
    /** @type {number[]} by target: its group. A lesion at any site removes the same share of all targets of a group. */
    this.profile = raw.profile;
    /** @type {Record<string, number>} kind of target → how sure its examination is */
    this.sureness = raw.sureness;
    /** @type {(number | null)[]} by target: how easy it is to examine; null counts as 1 */
    this.ease = raw.ease;
    /** @type {string[]} by target: how it is examined */
    this.tests = raw.tests;
    /** @type {string[]} by target: other words for it */
    this.known = raw.known;
    /** @type {string[]} by target: its roots */
    this.roots = raw.roots;
    /** @type {Record<string, string[]>} id of a target → roots that other authors give it */
    this.rivals = raw.rivals;
    /** @type {import("./denials.js").DenialWords} words that deny a clue */
    this.denials = raw.denials;
    /** @type {string} the prefix of the id of a clue that was looked for and not found */
    this.denied = raw.denied ?? "";
    /** @type {[string, string[]][]} words of clues, each with the stems of others that can stand for it */
    this.clueWords = raw.clue_words;
    /** @type {Record<string, any>} what `Emergencies` is made of */
    this.emergencies = raw.emergencies;
    /** @type {StudyRules} */
    this.studies = raw.studies;
    /** @type {Record<string, string>} strings of the mode */
    this.words = raw.words;
    /** @type {Record<string, any>[]} teaching cases */
    this.examples = raw.examples;

    /** @type {string[]} kinds of the targets */
    this.kindOf = raw.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
    /** @type {Map<string, number>} position of each target */
    this.indexOf = new Map(raw.targets.map((id, at) => [id, at]));
    const groupSizes = new Map();
    for (const group of raw.profile) groupSizes.set(group, (groupSizes.get(group) ?? 0) + 1);
    const hardly = new Set(raw.hardly);
    /** @type {number[]} by target: its weight in its group; 0 for what can hardly be examined, which nobody misses */
    this.noticed = raw.profile.map((group, at) => (hardly.has(at) ? 0 : 1 / Math.sqrt(groupSizes.get(group))));
    /** @type {Site[]} */
    this.sites = raw.sites.map((site, at) => ({
      ...site,
      at,
      further: unpack(site.further, raw.targets.length, TEN_THOUSANDTHS),
      shareLost: unpack(site.share_lost, raw.targets.length, TEN_THOUSANDTHS),
    }));
    /** @type {ClueRow[]} */
    this.clues = raw.clues.map((clue) => ({ ...clue, fits: unpack(clue.fits, raw.sites.length, 1) }));
    /** @type {CombinationRow[]} */
    this.combinations = raw.combinations.map((row) => ({
      ...row,
      softens: [],
      combines: true,
      fits: unpack(row.fits, raw.sites.length, 1),
    }));
    /** @type {Variant[]} */
    this.variants = raw.variants.map(({ touches, sites, ...variant }) => ({
      ...variant,
      touches: new Set(touches),
      bySite: new Map(
        sites.map(([at, mass, shares]) => [
          at,
          { mass, shareLost: unpack(shares, raw.targets.length, TEN_THOUSANDTHS) },
        ]),
      ),
    }));
    /** @type {Set<number>[]} by site: the sites that may form a pair with it */
    this.partners = raw.partners.map((sites) => new Set(sites));
  }

  /**
   * The position of a target, or -1.
   * @param {string} id
   */
  target(id) {
    return this.indexOf.get(id) ?? -1;
  }

  /**
   * The kind of a target.
   * @param {string} id
   */
  kind(id) {
    return this.kindOf[this.target(id)];
  }
}
