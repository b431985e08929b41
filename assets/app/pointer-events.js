// Pointer and key events, caught once for the whole page: whatever carries data-node can be chosen.
const PREVIEWED = ".figures [data-node], #graph [data-node], .roots [data-node], .legend [data-node]";
const node = (target) => target.closest?.("[data-node]");

// A nerve is too thin a line to hit: while nerves are shown, one that passes close by counts as pointed at, but not
// within a patch of skin so small that it could no longer be pointed at itself.
const THIN = ".view :is(.nerves, .sites) [data-node]";
const REACH = { mouse: 4, touch: 12, pen: 6 };
const SMALL = 5;
const ROUND = [...Array(12).keys()].map((n) => [Math.cos((n * Math.PI) / 6), Math.sin((n * Math.PI) / 6)]);

function pointed({ target, clientX, clientY, pointerType }) {
  const found = node(target);
  const shown = document.getElementById("main").dataset.show.split(" ");
  if (!found?.closest(".skin") || !shown.includes("nerves")) return found;
  const reach = REACH[pointerType] ?? REACH.mouse;
  const { width, height } = found.getBoundingClientRect();
  if (Math.min(width, height) < SMALL * reach) return found;
  for (const share of [0.25, 0.5, 0.75, 1])
    for (const [x, y] of ROUND) {
      const at = document.elementFromPoint(clientX + x * share * reach, clientY + y * share * reach);
      const thin = at?.closest?.(THIN);
      if (thin) return thin;
    }
  return found;
}

export function listen(page, { choose, preview, clear, moved }) {
  let shown = null;
  const look = (element) => {
    const id = element?.matches(PREVIEWED) ? element.dataset.node : null;
    if (id !== shown) preview((shown = id));
  };
  page.addEventListener("click", (event) => {
    const found = pointed(event);
    if (found) {
      shown = null;
      choose(found.dataset.node, event);
    } else if (event.target.closest(".clear")) clear(event);
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear(event);
    const found = node(event.target);
    if (found instanceof SVGElement && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(found.dataset.node, event);
    }
  });
  page.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    look(node(event.target));
    moved({ x: event.clientX, y: event.clientY });
  });
  page.addEventListener("pointermove", (event) => {
    if (shown && event.pointerType === "mouse") moved({ x: event.clientX, y: event.clientY });
  });
  page.addEventListener("focusin", (event) => {
    const found = node(event.target);
    if (!found?.matches(":focus-visible")) return;
    look(found);
    const box = found.getBoundingClientRect();
    moved({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  });
  page.addEventListener("focusout", () => look(null));
  page.documentElement.addEventListener("pointerleave", () => look(null));
}
