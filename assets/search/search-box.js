// The search box: what is typed is looked up at once, arrows walk through what was found, Enter takes it.
import { element, filled } from "../app/dom.js";
import { showNotice } from "../app/status.js";
import { fetchIndex } from "./search-index.js";

const field = document.getElementById("find");
const listed = document.getElementById("found");
const said = document.getElementById("find-said");

class Box {
  constructor(page, index) {
    Object.assign(this, { page, index, found: [], active: -1 });
    field.addEventListener("input", () => this.ask());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("focus", () => field.value && this.ask());
    field.addEventListener("blur", () => this.close());
    listed.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    listed.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(Number(option.dataset.place), event);
    });
    this.ask();
  }

  ask() {
    const text = field.value;
    const { words } = this.index;
    const found = this.index.search(text);
    this.found = found.length || !text.trim() ? found : this.index.nearest(text);
    this.show(this.found);
    const count = filled(words[found.length === 1 ? "find.one" : "find.many"], { n: found.length });
    said.textContent = !text.trim()
      ? ""
      : found.length
        ? count
        : words[this.found.length ? "find.nearest" : "find.none"];
    said.classList.toggle("heard", found.length > 0);
  }

  option({ at, matched }, n) {
    const { payload } = this.page;
    const beside = this.index.beside[at - payload.names.length];
    const [what, name, where] = beside ?? [payload.kinds[at], payload.names[at], this.index.where[at]];
    const told = [this.index.words[`kind.${what}`], where].filter(Boolean).join(" · ");
    const plain = beside || matched === name || matched === payload.ids[at];
    const by = plain ? "" : filled(this.index.words["find.as"], { matched });
    const lines = [element("b", {}, name), element("small", {}, [told, by].filter(Boolean).join(" · "))];
    const made = element("li", { id: `found-${n}`, role: "option", ariaSelected: "false" }, lines);
    made.dataset.place = at;
    return made;
  }

  show(found) {
    this.walk(-1);
    listed.replaceChildren(...found.map((one, n) => this.option(one, n)));
    listed.hidden = !found.length;
    field.setAttribute("aria-expanded", String(!listed.hidden));
  }

  walk(to) {
    listed.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = to;
    const option = listed.children[to];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    return field.setAttribute("aria-activedescendant", option.id);
  }

  close() {
    this.show([]);
    said.textContent = "";
  }

  // Without a choice of its own, Enter takes the first.
  key(event) {
    const { length } = this.found;
    const steps = { ArrowDown: this.active + 1, ArrowUp: this.active < 0 ? length - 1 : this.active - 1 };
    if (event.key in steps && !listed.hidden) {
      event.preventDefault();
      this.walk(((steps[event.key] % length) + length) % length);
    } else if (event.key === "ArrowDown") this.ask();
    else if (event.key === "Enter" && !listed.hidden) {
      event.preventDefault();
      this.take(this.found[Math.max(0, this.active)].at, event);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (listed.hidden) field.value = "";
      this.close();
    }
  }

  take(at) {
    const { go, payload } = this.page;
    const [kind, name, told, change] = this.index.beside[at - payload.names.length] ?? [];
    field.value = "";
    this.close();
    // what a word means has just been read; it stays on the page
    if (kind === "word") showNotice([`${name}: ${told}`]);
    else go(change ?? { mode: "", select: payload.ids[at] }, { target: field });
  }
}

let opened = null;

// Its index is fetched when the field is first used.
export function open(page) {
  opened ??= fetchIndex(page.answers.finding)
    .then((index) => new Box(page, index))
    .catch((error) => {
      opened = null;
      throw error;
    });
  return opened;
}
