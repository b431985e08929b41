// The data of the teaching cases, and what the mode hands to its parts.
import type { Findings } from "../reasoning/findings.js";
import type { StudyRules } from "../reasoning/matrix.js";
import type { Words } from "../lesion/types";

/** A finding as the reader entered it; `grade` is the strength of a weak muscle, 0 to 4. */
export interface Finding {
  id: string;
  sign: string;
  grade?: number;
}

export interface Example {
  id: string;
  title: string;
  story: string;
  /** as in the address */
  findings: string;
  /** ids of the sites that the source names */
  sites: string[];
  /** the diagnosis, in the words of the source */
  stated: string;
  teaches: string;
  note: string;
  sources: number[];
  /** of a pack that an educator made */
  isOwn?: boolean;
}

export interface CaseSite {
  id: string;
  key: string;
  name: string;
  /** position from proximal to distal */
  place: number;
  standing: string;
}

export interface Clue {
  id: string;
  name: string;
  phrases: string[];
}

/** The part of the case bundle (atlas/web/bundles/cases.py) that the page shows. Parallel arrays describe targets. */
export interface CaseMatrix {
  targets: string[];
  names: string[];
  kindOf: string[];
  /** other words for each target */
  known: string[];
  roots: string[];
  /** target id → roots that other textbooks give */
  rivals: Record<string, string[]>;
  sites: CaseSite[];
  /** `whole`: it is a name, which is not offered as a clue */
  clues: (Clue & { whole: boolean })[];
  /** what `Emergencies` is made of; `own` is false if a clue has the same meaning */
  emergencies: { signs: (Clue & { own: boolean })[] };
  examples: Example[];
  studies: StudyRules;
  words: Words;
  /** the index of a target; -1 if there is none */
  target(id: string): number;
}

/** One or two sites that may explain the findings. */
export interface Explanation {
  sites: CaseSite[];
  /** for each target, the share that lesions there remove */
  shareLost: ArrayLike<number>;
  /** the variant of the anatomy that it needs, with its name and how often people have it */
  variant: { id: string; text: string } | null;
}

/** An explanation with its verdict on each finding. */
export interface Candidate {
  site_key: string;
  explained: string[];
  unexplained: string[];
  contradicted: string[];
  would_also_predict: string[];
  /** keys of the candidates that these findings cannot distinguish from this one */
  alike: string[];
  /** the kind of injury that its studies were compared with */
  injury: string | null;
  studies: ComparedStudy[];
}

/** A result of a nerve study beside what a candidate predicts; `fits` is null where nothing certain is expected. */
export interface ComparedStudy {
  study: string;
  result: string;
  expected: string;
  fits: boolean | null;
  why: string;
}

export interface NextStudy {
  id: string;
  name: string;
  kind: string;
  /** key of a leading candidate → what the study is expected to show */
  expected: Record<string, string>;
  /** one sentence */
  why: string;
}

export interface NextExamination {
  id: string;
  name: string;
  kind: string;
  how: string;
  /** key of a leading candidate → the share of the target that it removes */
  expected: Record<string, number>;
}

/** An emergency that the findings may mean. */
export interface RedFlag {
  id: string;
  urgency: "now" | "soon";
  /** the words and targets that show it */
  clue: string;
  name: string;
  text: string;
}

/** Parallel arrays: `candidates` are the verdicts of `leading`. */
export interface Answer {
  red_flags: RedFlag[];
  unrecognised: string[];
  candidates: Candidate[];
  next_examination: NextExamination | null;
  /** undefined as long as the predictions of studies are not loaded */
  next_study?: NextStudy | null;
  /** whether the first candidate explains enough */
  fits: boolean;
  leading: Explanation[];
}

/** The case in the address: `example` is null for a case that the reader composes. */
export interface ChosenCase {
  example: Example | null;
  isHidden: boolean;
  /** id of the site that the reader guessed, or "" */
  guess: string;
  /** an id that no case has, or "" */
  unknown: string;
}

export interface View extends ChosenCase {
  findings: Findings;
  answer: Answer;
  /** ids of the shown candidate's sites, joined by commas, or "" */
  chosen: string;
}
