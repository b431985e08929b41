// Entry of features.js: everything that is loaded on demand, except charts. A module runs when it is first asked for.
import { shared } from "../app/global.js";

Object.assign(shared.features, {
  "deferred-figures": () => import("../figures/deferred-figures.js"),
  "evidence-dialog": () => import("../evidence/evidence-dialog.js"),
  "skin-cloud": () => import("../panel/skin-cloud.js"),
  handout: () => import("../share/handout.js"),
  "image-export": () => import("../image-export/image-export.js"),
  labels: () => import("../figures/labels.js"),
  network: () => import("../network/network.js"),
  laser: () => import("../stage/laser.js"),
  "plain-text": () => import("../plain-text/plain-text.js"),
  pulse: () => import("../figures/pulse.js"),
  "register-worker": () => import("../offline/register-worker.js"),
  "search-box": () => import("../search/search-box.js"),
  share: () => import("../share/share.js"),
  shortcuts: () => import("../keyboard/shortcuts.js"),
  stage: () => import("../stage/stage.js"),
  together: () => import("../together/together.js"),
  tour: () => import("../tours/tour.js"),

  "mode:apart": () => import("../compare/compare-mode.js"),
  "mode:article": () => import("../article/article-mode.js"),
  "mode:cases": () => import("../cases/case-mode.js"),
  "mode:conditions": () => import("../conditions/condition-mode.js"),
  "mode:examination": () => import("../examination/examination-mode.js"),
  "mode:lesion": () => import("../lesion/lesion-mode.js"),
  "mode:maps": () => import("../maps/map-mode.js"),
  "mode:quiz": () => import("../quiz/quiz-mode.js"),
  "mode:sources": () => import("../sources/source-mode.js"),
  "mode:studies": () => import("../nerve-studies/study-mode.js"),
  "mode:tours": () => import("../tours/tour-mode.js"),
});
