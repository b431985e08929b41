// The search box: a combobox whose arrow keys move through the matches and whose Enter key takes one.
import { closest, element, filled } from "../app/dom.js";
import { once } from "../app/fetch-json.js";
import { showNotice } from "../app/status.js";
import { fetchIndex } from "./search-index.js";

const field = /** @type {HTMLInputElement} */ (document.getElementById("find"));
const list = document.getElementById("found");
const panel = document.getElementById("told");
const status = document.getElementById("find-said");

class SearchBox {
  /** @type {import("./search-index.js").Match[]} */
  #matches = [];
  #active = -1;
  #page;
  #index;

  /**
   * @param {Page} page
   * @param {import("./search-index.js").SearchIndex} index
   */
  constructor(page, index) {
    this.#page = page;
    this.#index = index;
    field.addEventListener("input", () => this.#search());
    field.addEventListener("keydown", (event) => this.#handleKey(event));
    field.addEventListener("focus", () => field.value && this.#search());
    field.addEventListener("blur", () => this.#close());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const option = closest(event, "[role=option]");
      if (option) this.#take(Number(option.dataset.place));
    });
    this.#search();
  }

  #search() {
    const text = field.value;
    const found = this.#index.search(text);
    this.#show(found.length || !text.trim() ? found : this.#index.near(text));
    status.textContent = text.trim() && this.#statusFor(found.length, text.trim());
    status.classList.toggle("heard", found.length > 0);
  }

  #statusFor(count, text) {
    const { words } = this.#index;
    if (count) return filled(words[count === 1 ? "find.one" : "find.many"], { n: count });
    if (this.#index.isTooLong(text)) return words["find.long"];
    return filled(words[this.#matches.length ? "find.nearest" : "find.none"], { text });
  }

  /** The page or everyday word at a position, if it is not a node. */
  #pageAt(at) {
    return this.#index.pages[at - this.#page.payload.names.length];
  }

  #option({ at, matched }, n) {
    const { payload } = this.#page;
    const { where, words } = this.#index;
    const page = this.#pageAt(at);
    const [kind, name, description] = page ?? [payload.kinds[at], payload.names[at], where[at]];
    const isOwnName = page || matched === name || matched === payload.ids[at];
    const by = isOwnName ? "" : filled(words["find.as"], { matched });
    const details = [words[`kind.${kind}`], description, by].filter(Boolean).join(" · ");
    const lines = [element("b", {}, name), element("small", {}, details)];
    const option = element("li", { id: `found-${n}`, role: "option", ariaSelected: "false" }, lines);
    option.dataset.place = at;
    return option;
  }

  #show(matches) {
    this.#matches = matches;
    this.#activate(-1);
    list.replaceChildren(...matches.map((match, n) => this.#option(match, n)));
    list.hidden = !matches.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  #activate(at) {
    list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = at;
    const option = list.children[at];
    if (!option) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  #close() {
    this.#show([]);
    status.textContent = "";
  }

  #handleKey(event) {
    const count = this.#matches.length;
    const targets = { ArrowDown: this.#active + 1, ArrowUp: this.#active < 0 ? count - 1 : this.#active - 1 };
    if (event.key in targets && !list.hidden) {
      event.preventDefault();
      this.#activate((targets[event.key] + count) % count);
    } else if (event.key === "ArrowDown") this.#search();
    else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      this.#take(this.#matches[Math.max(0, this.#active)].at);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (!list.hidden) this.#close();
      else if (field.value) field.value = "";
      else panel.focus({ preventScroll: true }); // where single keys work again
    }
  }

  #take(at) {
    const { go, payload } = this.#page;
    const [kind, name, description, change] = this.#pageAt(at) ?? [];
    field.value = "";
    this.#close();
    if (kind === "word" || kind === "emergency") showNotice([`${name}: ${description}`]);
    else go(change ?? { mode: "", select: payload.ids[at] }, { target: field });
  }
}

/**
 * Starts the search box when the field is first used.
 * @type {(page: Page) => Promise<SearchBox>}
 */
export const open = once(async (page) => new SearchBox(page, await fetchIndex(page.answers.search)));
