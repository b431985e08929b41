// Dresses the skin in the colours and marks of a layer: a dermatome map, or the cutaneous territories.
const worn = new WeakMap();

function wear(element, tone, fill) {
  const before = worn.get(element) ?? [...element.classList].find((name) => /^([cn]\d+|woven)$/.test(name));
  if (before) element.classList.remove(before);
  element.classList.add(tone);
  worn.set(element, tone);
  if (fill) element.setAttribute("fill", fill);
  else element.removeAttribute("fill");
}

// A mark, or else its brief form, is written where its letters have room: as many pairs of them as fit in the clearance
// round its point.
function write(text, letter) {
  const fits = (mark) => mark?.length <= 2 * Math.floor(text.dataset.room / letter);
  if (text.mark !== undefined) text.textContent = [text.mark, text.brief].find(fits) ?? "";
}

const letters = new WeakMap();
const letterOf = (marks) => letters.get(marks) ?? Number(marks.getAttribute("font-size"));

// Letters keep a height in pixels of the page that can be read, however small the figure stands on it.
const fitting = new ResizeObserver((entries) => {
  const least = parseFloat(getComputedStyle(document.getElementById("figures")).getPropertyValue("--letter")) || 0;
  for (const { target, contentRect } of entries) {
    const marks = target.querySelector(":scope > .marks");
    if (!marks || !contentRect.width) continue;
    const letter = Math.max(
      Number(marks.getAttribute("font-size")),
      least / (contentRect.width / target.viewBox.baseVal.width),
    );
    letters.set(marks, letter);
    marks.style.fontSize = `${letter.toFixed(1)}px`;
    for (const text of marks.children) write(text, letter);
  }
});

export function fit(place) {
  for (const figure of place.querySelectorAll(".view")) {
    fitting.unobserve(figure);
    fitting.observe(figure);
  }
}

const KINDS = { s: "same", m: "maybe", l: "line", d: "doubt" };

// What is known of each border on the skin differs from layer to layer.
function classBorders(place, { pairs, layers }, layer) {
  const kinds = new Map(pairs.map((pair, at) => [pair, KINDS[layers[layer][at]]]));
  for (const border of place.querySelectorAll("[data-between]"))
    border.setAttribute("class", kinds.get(border.dataset.between.split(" ").sort().join(" ")));
}

export function dress(places, payload, layer) {
  const dresses = new Map(payload.skin.map((id, at) => [id, payload.layers[layer][at]]));
  for (const place of places) {
    classBorders(place, payload.borders, layer);
    for (const element of place.querySelectorAll(".skin [data-node], .node")) {
      const own = dresses.get(element.dataset.node);
      if (own) wear(element.querySelector(".mark") ?? element, own[0], own[1]);
    }
    for (const text of place.querySelectorAll("[data-of]")) {
      [, , text.mark = "", text.brief] = dresses.get(text.dataset.of) ?? [];
      write(text, letterOf(text.parentNode));
    }
  }
}
