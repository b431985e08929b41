// The responses of the chosen study as a Plotly chart: healthy beside predicted, one row for each place of stimulation.
import { fetchPlotly, themeColour } from "../charts/plotly.js";
import { traces } from "./response-curves.js";

/** @import { Prediction, Study } from "./predictions.js" */

const SETTINGS = { displayModeBar: false, staticPlot: true, responsive: false };
const ROW = 92; // pixels, of which the name of the place takes the upper ones
const NAME = 22;
const HEAD = 8;
const FOOT = 40;

/** Plotly reads text as markup. @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export class ResponseChart {
  /**
   * @param {HTMLElement} panel  whose element with the class `responses` gets the chart, whenever there is one
   * @param {string} address  of Plotly
   * @param {Record<string, string>} words
   */
  constructor(panel, address, words) {
    this.panel = panel;
    this.address = address;
    this.words = words;
    /** @type {[Study, Prediction[]] | null} */
    this.wanted = null;
    new MutationObserver(() => this.#update()).observe(panel, { childList: true, subtree: true });
  }

  /**
   * @param {Study} study
   * @param {Prediction[]} predictions  of one lesion, or of two
   */
  show(study, predictions) {
    this.wanted = [study, predictions];
    this.#update();
  }

  hide() {
    this.wanted = null;
  }

  /** Draws the same again, in the present theme and width. */
  again() {
    const place = this.#place();
    if (place) delete place.dataset.drawn;
    this.#update();
  }

  #place() {
    return /** @type {HTMLElement | null} */ (this.panel.querySelector(".responses"));
  }

  async #update() {
    const place = this.#place();
    if (!place || !this.wanted) return;
    const [study, predictions] = this.wanted;
    const key = [study.id, ...predictions.flatMap(({ expected, whole }) => [expected, whole])].join(" ");
    if (place.dataset.study !== study.id || place.dataset.drawn === key) return;
    place.dataset.drawn = key;
    try {
      const Plotly = await fetchPlotly(this.address);
      if (!place.isConnected || place.dataset.drawn !== key) return;
      const { data, layout } = this.#chart(place, study, predictions);
      await Plotly.react(place, data, layout, SETTINGS);
    } catch {
      place.textContent = this.words["studies.chart.failed"];
    }
  }

  /**
   * @param {HTMLElement} place
   * @param {Study} study
   * @param {Prediction[]} predictions
   */
  #chart(place, study, [prediction, other = null]) {
    const all = traces(study, prediction, other);
    const style = getComputedStyle(place);
    const font = { family: style.fontFamily, size: 12.5, color: themeColour("soft") };
    const [ink, first, second, line] = ["soft", "alarm", "accent", "line"].map(themeColour);
    // of two lesions the dashes tell the second from the first
    const isOpen = !other && prediction.expected === "uncertain";
    const data = all.flatMap(({ times, healthy, predicted, second: ofOther }, n) => {
      const axes = {
        x: times,
        type: "scatter",
        mode: "lines",
        xaxis: "x",
        yaxis: n ? `y${n + 1}` : "y",
        hoverinfo: "skip",
      };
      return [
        { ...axes, y: healthy, line: { color: ink, width: 1.5, dash: "dot" } },
        { ...axes, y: predicted, line: { color: first, width: 2.6, dash: isOpen ? "dash" : "solid" } },
        ...(ofOther ? [{ ...axes, y: ofOther, line: { color: second, width: 2.6, dash: "longdash" } }] : []),
      ];
    });
    const rows = all.map((_, n) => [
      n ? `yaxis${n + 1}` : "yaxis",
      {
        domain: [1 - (n + 1) / all.length, 1 - (n + NAME / ROW) / all.length],
        range: [-0.6, 1.1],
        visible: false,
        fixedrange: true,
      },
    ]);
    const annotations = all.map(({ name }, n) => ({
      text: escaped(name),
      xref: "paper",
      x: 0,
      xanchor: "left",
      yref: "paper",
      y: 1 - n / all.length,
      yanchor: "top",
      showarrow: false,
      font: { ...font, size: 13 },
    }));
    const xaxis = {
      range: [0, all[0].end],
      title: { text: this.words["studies.chart.time"], standoff: 6 },
      gridcolor: line,
      zeroline: false,
      fixedrange: true,
      anchor: all.length > 1 ? `y${all.length}` : "y",
    };
    const layout = {
      width: place.clientWidth,
      height: HEAD + FOOT + ROW * all.length,
      margin: { l: 4, r: 8, t: HEAD, b: FOOT },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      showlegend: false,
      font,
      xaxis,
      annotations,
      ...Object.fromEntries(rows),
    };
    return { data, layout };
  }
}
