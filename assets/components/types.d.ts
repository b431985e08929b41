// What the components share.
export {};

declare global {
  /** The bundle of atlas/components/figure_data.py. */
  interface FigurePayload extends Payload {
    style: string;
    patterns: string;
    views: Record<string, { name: string; describe: string; ratio: number }>;
    first_views: string[];
    language: { lang: string; dir: string };
  }

  /** The props that the components have in common, and those of each. */
  interface FigureProps {
    id?: string;
    selected?: string;
    hovered?: string;
    lesion?: string;
    camera?: string;
    map?: string;
    theme?: string;
    data?: string;
    layers?: string[];
    views?: string[];
    side?: string;
    part?: string;
    className?: string;
    style?: object;
    setProps?(change: object): void;
  }

  type Reported = "selected" | "hovered" | "lesion" | "camera";
}
