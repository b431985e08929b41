// The status line, which screen readers announce, the title of the window, and notices.
const COUNTED = ["root", "muscle", "territory", "reflex", "condition"];
const title = document.title;
const [status, notice, noticeText, panel] = ["status", "notice", "notice-text", "told"].map((id) =>
  document.getElementById(id),
);

let titleTimer = 0;

// Unchanged text is not rewritten, so that it is not announced twice.
function write(line) {
  if (status.textContent !== line) status.textContent = line;
}

function counts(payload, pathway) {
  const kind = payload.kinds[pathway.at];
  return COUNTED.filter((counted) => counted !== "root" || kind !== "root")
    .map((counted) => [counted, payload.ofKind(pathway, counted).length])
    .filter(([, count]) => count)
    .map(([counted, n]) => payload.words[`count.${counted}.${n === 1 ? "one" : "many"}`].replace("{n}", n))
    .join(", ");
}

/**
 * Shows the selection and the counts of what it highlights.
 * @param {Payload | null} payload
 * @param {State} state
 */
export function showStatus(payload, { select, map }) {
  if (!payload) return;
  const { words } = payload;
  clearTimeout(titleTimer);
  status.parentElement.classList.toggle("telling", Boolean(select));
  document.title = select ? `${payload.nameOf(select)} · ${title}` : title;
  if (!select) {
    write(words["status.none"]);
    return;
  }
  const pathway = payload.pathway(select, map);
  const counted = counts(payload, pathway);
  const line = words[counted ? "status.selected" : "status.alone"];
  write(line.replace("{name}", payload.names[pathway.at]).replace("{counts}", counted));
}

/** The name of the present mode; empty while exploring. */
const modeName = () => document.querySelector('.modes button[aria-pressed="true"]:not([data-mode=""])')?.textContent;

/**
 * Shows the status of a mode.
 * @param {string} line
 * @param {string} [name]  put before the title of the window
 */
export function showLine(line, name = "") {
  status.parentElement.classList.toggle("telling", Boolean(name));
  write(line);
  // the title may follow a moment later
  clearTimeout(titleTimer);
  titleTimer = setTimeout(() => (document.title = [name || modeName(), title].filter(Boolean).join(" · ")));
}

/**
 * A value of the address that does not exist.
 * @typedef {object} Asked
 * @property {string} key  of the state
 * @property {string} value
 * @property {[id: string, name: string][]} [choices]  what there is, if no control of the page lists it
 * @property {(id: string) => boolean} [accepts]  which nodes may be offered
 */

/**
 * @param {string[]} lines  shown as one notice
 * @param {Asked[]} [asked]  what does not exist; the nearest names are offered
 */
export function showNotice(lines, asked = []) {
  notice.hidden = false;
  notice.classList.remove("passing");
  noticeText.textContent = lines.join(" ");
  const close = () => (notice.hidden = true);
  const detail = { asked, place: noticeText, close };
  if (asked.length) document.dispatchEvent(new CustomEvent("atlas:not-found", { detail }));
}

// The stage gives up the height of a notice, so that it still fits the window.
// One that covers the page takes none.
new ResizeObserver(() => {
  const isCovering = getComputedStyle(notice).position === "fixed";
  const height = isCovering ? 0 : notice.getBoundingClientRect().height;
  document.documentElement.style.setProperty("--notice", `${height}px`);
}).observe(notice);

const BRIEF = 4000; // milliseconds that a notice stays

/**
 * Shows a notice over the page that disappears by itself.
 * @param {string} line
 * @returns {() => void}  hides it early
 */
export function showBriefNotice(line) {
  showNotice([line]);
  notice.classList.add("passing");
  const hide = () => {
    clearTimeout(timer);
    if (notice.classList.contains("passing") && noticeText.textContent === line) notice.hidden = true;
  };
  const timer = setTimeout(hide, BRIEF);
  return hide;
}

document.getElementById("notice-close").addEventListener("click", () => {
  notice.hidden = true;
  panel.focus({ preventScroll: true }); // the button that had the focus is gone
});
