// Shapes that the modules of the network beside the body share. Heights are in pixels, downwards.

/** A node of the pathway as the network needs it. */
export interface Part {
  id: string;
  /** root, segment, muscle, territory or reflex */
  kind: string;
  name: string;
  /** ids and names of the nerves that a segment is part of, the smallest first */
  nerves: [id: string, name: string][];
  /** the class that a lesion gives it; "" without one */
  state: string;
  /** where it begins and ends; undefined if the body does not show it */
  top?: number;
  bottom?: number;
}

/** The roots, a nerve or an ending: one node of the tree. */
export interface Branch {
  key: string;
  /** what a click selects */
  node: string;
  kind: string;
  name: string;
  state: string;
  /** ids of the parts that it joins */
  ids: string[];
  top: number;
  bottom: number;
  children: Branch[];
}

/** One row of the network. */
export interface Row {
  /** of the branch, or of the fold */
  key: string;
  node: string;
  /** "root", "nerve", a kind of ending, or "branch" for a folded nerve */
  kind: string;
  state: string;
  name: string;
  /** what it counts or adds, in a second line */
  detail: string;
  /** ids of all parts in it */
  ids: string[];
  /** names of the endings that it joins */
  joined: string[];
  /** key of the fold that a click opens; "" if nothing is folded */
  fold: string;
  /** the height of its level */
  wanted: number;
  /** where a nerve ends */
  end: number;
  level: number;
  parent: Row | null;
  children: Row[];
  /** set by the layout */
  lines: string[];
  /** the detail after the last line of the name, or in lines below it */
  beside: string;
  below: string[];
  /** the height that it needs */
  room: number;
  /** the middle of its first line */
  y: number;
  lane: number;
  /** the height at which its line leaves its parent's */
  attach: number;
}

export interface Words {
  [key: string]: string;
}

/** What `network.json` holds; see atlas/web/bundles/network.py. */
export interface NetworkData {
  views: string[];
  height: number;
  heights: Record<string, [number, number]>;
  bands: [string, number][];
  overlaps: [string, string][];
  words: Words;
}
