// The feelings that a pain drawing tells apart, as paints.
import { Palette } from "../body-charts/palette.js";

export const FEELINGS = new Palette("felt", {
  pain: "M-2 14L14-2M-2 2L2-2M10 14L14 10",
  burning: "M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5",
  tingling: "M8.8 6a2.8 2.8 0 1 1-5.6 0a2.8 2.8 0 1 1 5.6 0",
  numbness: "M0 3L12 3M0 9L12 9",
  ache: "M1.5 8.5L6 3.5 10.5 8.5",
});
