// The bundle of atlas/figures/pathway_table.py with the strings and layers of the page: each value is a field of Payload.
export {};

declare module "./payload.js" {
  interface Payload {
    /** ids of the nodes */
    ids: string[];
    /** names of the nodes */
    names: string[];
    /** kinds of the nodes */
    kinds: string[];
    /** proximal and distal node of each edge */
    edges: [number, number][];
    /** segment → its nerve */
    nerve_of: Record<number, number>;
    /** nerve → its segments */
    whole: Record<number, number[]>;
    /** site or condition → the nodes on which it is located */
    locations: Record<number, number[]>;
    /** ids of the patches of skin */
    skin: string[];
    /** layer → for each patch its class, its fill and its mark */
    layers: Record<string, [tone: string, fill: string, mark?: string, brief?: string][]>;
    /** pairs of patches, and by layer the kinds of their borders */
    borders: { pairs: string[]; layers: Record<string, string> };
    /** id of a dermatome map */
    default_map: string;
    /** dermatome map → its name */
    maps: Record<string, string>;
    /** dermatome map → how it was made */
    methods: Record<string, string>;
    /** strings of the page */
    words: Record<string, string>;
    /** how many sources there are; they are known by their position */
    source_count: number;
    /** lists of numbers, each stored once */
    lists: (number[] | number[][])[];
    /** each pathway as positions in `lists` */
    pathways: [nodes: number, edges: number, sources: number, chains: number][];
    /** dermatome map → position in `pathways` by node */
    by_map: Record<string, number[]>;
  }
}
