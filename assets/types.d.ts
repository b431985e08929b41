// Shapes that the whole page shares. `at` is always a position in one of the payload's lists.

/** What the page shows. Every value is a string, as the address has it; "" is the default of most. */
interface State {
  mode: string;
  /** id of the selected node */
  select: string;
  /** id of the node that is shown with it */
  with: string;
  /** id of the dermatome map */
  map: string;
  layer: string;
  plate: string;
  /** of the body: right or left */
  side: string;
  /** overlays, separated by commas */
  show: string;
  /** the figure that the reader opened, or "-" to keep it closed; empty: it appears with its skin */
  inset: string;
  theme: string;
  voice: string;
  lesion: string;
  severity: string;
  /** in nerve studies: what the lesion does to the fibres; empty: it destroys axons */
  injury: string;
  /** in nerve studies: days since the onset; empty: 21 */
  days: string;
  findings: string;
  case: string;
  pair: string;
  maps: string;
  part: string;
  tour: string;
  step: string;
  /** "off" turns the keyboard shortcuts off */
  keys: string;
  embed: string;
  /** "on" shows the figures alone, for a lecture */
  stage: string;
  /** key of the region that the stage enlarges; empty: all */
  zoom: string;
  /** where the eye is in the view in three dimensions, and what it looks at; empty: a standard view */
  camera: string;
  pose: string;
  layers: string;
  seed: string;
  level: string;
  asked: string;
  length: string;
  n: string;
  /** "on" shows no answers of the quiz before its end */
  exam: string;
  /** of an exam; empty: no time is shown */
  minutes: string;
  /** code of the classroom */
  room: string;
  /** "on" while an educator chooses what a step of a tour shows, "steps" while a tour gets one step after the other */
  making: string;
}

/** What a selection highlights by one dermatome map. */
interface Pathway {
  id: string;
  at: number;
  /** positions of the highlighted nodes, in ascending order */
  nodes: number[];
  /** positions of the highlighted edges, in ascending order */
  edges: number[];
  /** positions of the sources */
  sources: number[];
  /** each chain is the positions of its nodes from the root to a target */
  chains: number[][];
  /** the selected node and the parts of which it consists */
  chosen: number[];
  /** nodes on which a site or condition is located */
  locations: number[];
  /** of two pathways as one: the nodes that only the second has */
  added?: number[];
  /** of two pathways as one: both of them */
  parts?: Pathway[];
}

/** A node of a component tree as Dash writes it. */
interface Component {
  namespace: string;
  type: string;
  props: { children?: Tree; className?: string; [name: string]: any };
}
type Tree = Component | string | number | null | Tree[];

type Payload = import("./app/payload.js").Payload;
type Highlighter = import("./figures/highlight.js").Highlighter;

/** The place of the body in three dimensions. It has these functions once the body was opened. */
interface SolidScene extends HTMLElement {
  /** a PNG as a `data:` URI, with so many pixels for a pixel of the page */
  picture?: (scale: number) => string;
  /** a GLB file of the body as it is shown, and what it says of itself */
  model?: (about: { copyright: string; extras: Record<string, string> }) => Promise<ArrayBuffer>;
}

/** A point in pixels of the window. */
interface Point {
  x: number;
  y: number;
}

/** What the page offers to its modes and features. */
interface Page {
  payload: Payload;
  /** URLs of the JSON bundles, and of Plotly, the quiz's style sheet, decks and data files, by name */
  answers: Record<string, string>;
  /** the default of each value of the state */
  defaults: State;
  /** the mode that the address named when the page opened */
  initialMode: string;
  main: HTMLElement;
  figures: HTMLElement;
  graph: HTMLElement;
  highlighter: Highlighter;
  /** changes the state; `history` says what becomes of the present history entry */
  go(
    change: Partial<State>,
    event?: { target?: EventTarget; timeStamp?: number } | null,
    history?: "push" | "replace",
  ): void;
  choose(id: string, event?: Event | null): void;
  /** names a node in the tooltip; null hides it */
  name(id: string | null, point?: Point): void;
}

/** A mode, as the `enter` function of its module returns it. A method that returns null leaves the state unchanged. */
interface Mode {
  choose(id: string, event?: Event): Partial<State> | null;
  clear(): Partial<State> | null;
  show(state: State): unknown;
  /** true if the skin must be coloured again by the layer */
  leave(): boolean | void;
  /** what the tooltip adds to the name of a node */
  note?(id: string): string | undefined;
  /** the pathway along which the pulse runs in this mode */
  pathway?(state: State): Pathway | null;
  /** what the network shows in this mode; without it, the selection */
  network?(state: State): Pathway | null;
  /** called instead of `show` when only the theme has changed */
  themeChanged?(): void;
}

interface NerveAtlasGlobal {
  /** what main.js shares with the other bundles: the names of each module, in the order that the build fixes */
  modules: object[];
  /** features that can be loaded, by name */
  features: Record<string, () => Promise<any>>;
  loadScript: (address: string, inOrder?: boolean) => Promise<HTMLScriptElement>;
}

declare var NerveAtlas: NerveAtlasGlobal;

interface Window {
  DashRenderer: new () => object;
  dash_clientside: {
    set_props(id: string, props: object): void;
    no_update: unknown;
    atlas?: { panel(...props: unknown[]): unknown };
  };
  React: {
    createElement(type: string, props: object, ...children: unknown[]): unknown;
    useEffect(effect: () => void | (() => void), dependencies?: unknown[]): void;
    useLayoutEffect(effect: () => void | (() => void), dependencies?: unknown[]): void;
    useRef(initial: any): { current: any };
  };
  ReactDOM: { createPortal(children: unknown, container: Element): unknown };
  /** the Dash components: those of the page, or of other apps */
  nerve_atlas: object;
  Plotly: any;
  /** in an export: hands over the contents of a JSON script */
  atlas_files: { give(packed: string): void };
  /** in an export of one file: the contents of JSON bundles by file name */
  atlas_held?: Record<string, string>;
  /** in a page of a SCORM package: its version, and how many different questions complete it */
  atlas_scorm?: { version: string; enough: number };
}

interface DocumentEventMap {
  /** a state has been painted */
  "atlas:settled": CustomEvent<{ state: State; page: Page }>;
  "atlas:not-found": CustomEvent<{ asked: import("./app/status.js").Asked[]; place: HTMLElement; close: () => void }>;
  "atlas:selected": CustomEvent<{ select: string }>;
  /** a question of the quiz has been answered */
  "atlas:answered": CustomEvent<{ id: string; isRight: boolean }>;
}

interface Navigator {
  connection?: { saveData: boolean };
}

interface SVGTextElement {
  /** the mark of a patch of skin in full and in brief, as the layer has it */
  mark?: string;
  brief?: string;
}

declare module "meshopt-reference-decoder" {
  export const MeshoptDecoder: typeof import("meshoptimizer").MeshoptDecoder;
}
