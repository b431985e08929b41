// What is selected, said in one line for those who see it and those who hear it; and notices.
const COUNTED = ["root", "muscle", "territory", "reflex", "condition"];
const title = document.title;
const [status, more, notice, text] = ["status", "more", "notice", "notice-text"].map((id) =>
  document.getElementById(id),
);

let titling = 0;

// What stands there already is not said again.
const write = (line) => status.textContent === line || (status.textContent = line);

function counts(payload, answer) {
  const own = payload.kinds[answer.at];
  return COUNTED.filter((kind) => kind !== "root" || own !== "root")
    .map((kind) => [kind, payload.ofKind(answer, kind).length])
    .filter(([, n]) => n)
    .map(([kind, n]) => payload.words[`count.${kind}.${n === 1 ? "one" : "many"}`].replace("{n}", n))
    .join(", ");
}

export function showStatus(payload, { select, map }) {
  if (!payload) return;
  const { words } = payload;
  clearTimeout(titling);
  more.parentElement.classList.toggle("telling", Boolean(select));
  document.title = select ? `${payload.names[payload.place.get(select)]} · ${title}` : title;
  if (!select) {
    write(words["status.none"]);
    return;
  }
  const answer = payload.pathway(select, map);
  const told = counts(payload, answer);
  const line = words[told ? "status.selected" : "status.alone"];
  write(line.replace("{name}", payload.names[answer.at]).replace("{counts}", told));
}

// The same line for what a mode shows; `name` is what stands in the title, if anything.
export function showLine(line, name = "") {
  more.parentElement.classList.toggle("telling", Boolean(name));
  write(line);
  // the title of the window may follow a moment later
  clearTimeout(titling);
  titling = setTimeout(() => (document.title = name ? `${name} · ${title}` : title));
}

export function showNotice(lines) {
  notice.hidden = false;
  text.textContent = lines.join(" ");
}

const told = document.getElementById("told");
document.getElementById("notice-close").addEventListener("click", () => {
  notice.hidden = true;
  told.focus({ preventScroll: true }); // the button that had the focus is gone
});
more.addEventListener("click", () => {
  told.scrollIntoView({ block: "start" });
  told.focus({ preventScroll: true });
});
