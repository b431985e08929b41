// Types that the feature folders share, above all what the lesion bundle holds.

export type Words = Record<string, string>;

export type StateChange = Partial<State>;

/** Shares of a target's innervation, 0 to 1: the best estimate, and the range that the sources allow. */
export type ShareRange = number[];

/** The effects of one lesion. Numbers are node indexes, except in the `…Edges` fields. */
export interface Lesion {
  severity: Severity;
  /** targets that lose their whole innervation */
  lost: number[];
  /** targets that lose part of it → the share lost */
  reduced: Map<number, ShareRange>;
  /** spared skin that only some people lose */
  sometimes: number[];
  /** targets that keep it */
  spared: number[];
  /** nerve stretches distal to the lesion that no fibre reaches */
  cut: number[];
  /** nerve stretches distal to the lesion that some fibres reach */
  thinned: number[];
  cutEdges: number[];
  thinnedEdges: number[];
  /** movements that become impossible, in words */
  couldNot: string[];
  /** red flags, in words */
  flags: string[];
}

/** How severe a lesion is. Only a complete one loses anything completely. */
export type Severity = "complete" | "partial" | "intermittent";

/** Targets of an intermittent lesion are affected "at-times" and never "reduced". */
export type LossState = "lost" | "reduced" | "at-times" | "spared";

/** The JSON of the lesion bundle (atlas/figures/lesion_table.py). Numbers are node indexes unless described otherwise. */
export interface LesionData {
  places: number[];
  /** the nodes that a lesion at each place removes */
  removed_nodes: number[][];
  /** condition → the sites where it can occur */
  sites_of_condition: Record<string, number[]>;
  /** nerve courses from proximal to distal, along which a lesion can be moved */
  slider_lines: number[][];
  /** lists that `lesions` refers to */
  lists: number[][];
  /** [target, share, least, most] in ten-thousandths */
  parts: number[][];
  /** severity → the share of the fibres at a lesion that do not conduct: value, least and most */
  severities: Record<Severity, ShareRange>;
  /** for each place, the severity of its usual lesion */
  usual: Severity[];
  /** the share above which a reduced target is mostly lost */
  mostly: number;
  edges: [number, number][];
  deficits: string[];
  flags: string[];
  /** rows of nine indexes into `lists`; each is a complete lesion */
  lesions: number[][];
  /** map id → for each place, its row of `lesions` */
  by_map: Record<string, number[]>;
  words: Words;
  /** muscle or reflex id → how it is examined */
  tests: Record<string, string>;
  /** condition id → its red flags */
  red_flags: Record<string, string>;
  /** place id → where it lies, in words */
  where: Record<string, string>;
  /** muscle id → what becomes difficult when it is weak */
  weakness: Record<string, string>;
  /** share of a muscle's innervation from which its loss shows */
  clear: number;
  /** sources of the weights of shared innervation */
  weighed: number[];
  /** [label, id] of every place that can be searched for */
  search: [string, string][];
  /** [heading, ids] of the list of places */
  groups: [string, string[]][];
}
