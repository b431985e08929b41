// A pack, as atlas/packs/pack.py describes it. Optional fields may be missing.

export interface Step {
  title: string;
  text: string;
  notes?: string;
  /** what the atlas shows, as in its address: ?select=L5 */
  state?: string;
}
export interface Tour {
  title: string;
  about?: string;
  steps: Step[];
}
export interface Case {
  title: string;
  story: string;
  findings: string[];
  place: string;
  explanation: string;
}
export interface Question {
  ask?: string;
  text?: string;
  choices?: string[];
  right?: number[];
  explanation?: string;
  state?: string;
}
export interface Quiz {
  title: string;
  about?: string;
  questions: Question[];
}
export interface Pack {
  format: string;
  version: number;
  title: string;
  author?: string;
  language?: string;
  licence?: string;
  tours?: Tour[];
  cases?: Case[];
  quizzes?: Quiz[];
}
export type Kind = "tours" | "cases" | "quizzes";

/** What the bundle of packs holds (atlas/web/bundles/packs.py). */
export interface PackData {
  words: Record<string, string>;
  schema: any;
  known: Given;
  most_bytes: number;
}
export interface Given {
  state: Record<string, string | string[]>;
  signs: Record<string, string>;
  reflex: string[];
  clues: string[];
  studies: string[];
  study_results: string[];
  needle_results: string[];
  injuries: string[];
  last_day: number;
  sites: string[];
}

/** What the atlas knows. */
export interface Knowledge {
  given: Given;
  /** node → its kind */
  kinds: Map<string, string>;
  /** ids of the questions of the atlas; null while nobody needs them: then each id counts as known */
  questions: Set<string> | null;
}

/** A problem: its place, as in JSON, the end of a `packs.problem.` string, and what fills it. */
export interface PackProblem {
  path: (string | number)[];
  code: string;
  values: Record<string, string | number>;
}
