// What each nerve study shows after a lesion at each site, from the bundle of nerve studies.
const NEEDLE = "emg ";
const PARASPINAL = "paraspinal";
const LIMB = "needle";
// Of two lesions at once, the result that comes later here is expected.
const STRENGTH = ["normal", "uncertain", "slowed", "reduced", "absent", "abnormal"];

/** @typedef {import("../nerve-studies/predictions.js").StudyData} StudyData */

/** Studies are known by their key: the id, or `emg ` and the id of a needle muscle. */
export class StudyPredictions {
  /**
   * @param {Pick<StudyData, "studies" | "needle" | "injuries" | "expected" | "courses" | "sentences" | "rows" | "row_of"
   *   | "usual_day">} data
   * @param {(site: string) => number | undefined} placeOf  the index of a site among all nodes
   */
  constructor(data, placeOf) {
    this.data = data;
    this.placeOf = placeOf;
    this.injuries = data.injuries;
    this.usualDay = data.usual_day;
    const muscles = data.needle.map(({ id, root }) => [NEEDLE + id, root ? PARASPINAL : LIMB]);
    const all = [...data.studies.map(({ id, kind }) => [id, kind]), ...muscles];
    /** @type {Map<string, string>} study → its kind, in the order of the tables */
    this.kind = new Map(/** @type {[string, string][]} */ (all));
    this.position = new Map([...this.kind.keys()].map((key, at) => [key, at]));
    this.names = [...data.studies, ...data.needle].map(({ name }) => name);
  }

  /**
   * What a study is expected to show on a day after lesions at sites: of several, what changes the result most.
   * @param {string} study
   * @param {{id: string}[]} sites
   * @param {string} injury
   * @param {number} day
   * @returns {{expected: string, why: string}}
   */
  stage(study, sites, injury, day) {
    const { data } = this;
    const stages = sites.map(({ id }) => {
      const row = data.rows[data.row_of[this.placeOf(id)]][data.injuries.indexOf(injury)];
      const [, expected, , sentence] = data.courses[row[this.position.get(study)]].findLast(([from]) => from <= day);
      return { expected: data.expected[expected], why: data.sentences[sentence] };
    });
    const strength = ({ expected }) => STRENGTH.indexOf(expected);
    return stages.reduce((strongest, stage) => (strength(stage) > strength(strongest) ? stage : strongest));
  }

  /**
   * The name of a study or of a needle muscle.
   * @param {string} study
   */
  nameOf(study) {
    return this.names[this.position.get(study)];
  }
}

/** Whether a study is needle EMG of a muscle. @param {string} study */
export const isNeedle = (study) => study.startsWith(NEEDLE);
