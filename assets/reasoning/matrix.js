// What reasoning back looks things up in: a set of answers that Python made, unpacked. Shares run from 0 to 1.
const WHOLE = 1e4;

function unpacked(pairs, length, scale) {
  const row = new Float64Array(length);
  for (let at = 0; at < pairs.length; at += 2) row[pairs[at]] = pairs[at + 1] / scale;
  return row;
}

// sites, targets and clues are known by their places. A site's `taken` holds the share of each target that a lesion
// there takes; `fixed` what it costs whatever is found; a clue's `fits` how far it speaks for each site, or against it.
export class Matrix {
  constructor(raw) {
    Object.assign(this, raw);
    this.kindOf = raw.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
    this.place = new Map(raw.targets.map((id, at) => [id, at]));
    this.groups = raw.profile.reduce((sizes, group) => ((sizes[group] = (sizes[group] ?? 0) + 1), sizes), []);
    this.alike = raw.profile.map((group) => 1 / Math.sqrt(this.groups[group]));
    this.sites = raw.sites.map((site, at) => ({ ...site, at, taken: unpacked(site.taken, raw.targets.length, WHOLE) }));
    this.clues = raw.clues.map((clue) => ({ ...clue, fits: unpacked(clue.fits, raw.sites.length, 1) }));
    this.partners = raw.partners.map((places) => new Set(places));
  }

  target(id) {
    return this.place.get(id) ?? -1;
  }

  kind(id) {
    return this.kindOf[this.target(id)];
  }
}
