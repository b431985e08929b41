// The style sheet of the stage, of its pen and of the dot, which the first view of the page does not need.
import { styleLoader } from "../app/load-style-sheet.js";

export const loadStageStyle = styleLoader("stage");
