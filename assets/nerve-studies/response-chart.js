// The responses of the chosen study as a Plotly chart: healthy beside predicted, one row for each place of stimulation.
import { fetchPlotly, themeColour } from "../charts/plotly.js";
import { traces } from "./response-curves.js";

/** @import { Prediction, Study } from "./predictions.js" */

const SETTINGS = { displayModeBar: false, staticPlot: true, responsive: false };
const ROW = 92; // pixels
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
    /** @type {[Study, Prediction] | null} */
    this.wanted = null;
    new MutationObserver(() => this.#update()).observe(panel, { childList: true, subtree: true });
  }

  /**
   * @param {Study} study
   * @param {Prediction} prediction
   */
  show(study, prediction) {
    this.wanted = [study, prediction];
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
    const [study, prediction] = this.wanted;
    const key = [study.id, prediction.expected, prediction.whole].join(" ");
    if (place.dataset.study !== study.id || place.dataset.drawn === key) return;
    place.dataset.drawn = key;
    try {
      const Plotly = await fetchPlotly(this.address);
      if (!place.isConnected || place.dataset.drawn !== key) return;
      const { data, layout } = this.#chart(place, study, prediction);
      await Plotly.react(place, data, layout, SETTINGS);
    } catch {
      place.textContent = this.words["studies.chart.failed"];
    }
  }

  /**
   * @param {HTMLElement} place
   * @param {Study} study
   * @param {Prediction} prediction
   */
  #chart(place, study, prediction) {
    const all = traces(study, prediction);
    const style = getComputedStyle(place);
    const font = { family: style.fontFamily, size: 12.5, color: themeColour("soft") };
    const [ink, accent, line] = ["soft", "alarm", "line"].map(themeColour);
    const isOpen = prediction.expected === "uncertain";
    const data = all.flatMap(({ times, healthy, predicted }, n) => {
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
        { ...axes, y: predicted, line: { color: accent, width: 2.6, dash: isOpen ? "dash" : "solid" } },
      ];
    });
    const rows = all.map((_, n) => [
      n ? `yaxis${n + 1}` : "yaxis",
      {
        domain: [1 - (n + 1) / all.length, 1 - n / all.length],
        range: [-0.75, 1.3],
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
