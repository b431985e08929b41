// The name of the thing under the pointer or in focus, shown beside it.
const box = document.getElementById("tooltip");
const AWAY = 16;

export const name = {
  follow({ x, y }) {
    if (box.hidden) return;
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(4, Math.min(x + AWAY, innerWidth - width - 4));
    const top = y + AWAY + height > innerHeight ? y - AWAY - height : y + AWAY;
    box.style.transform = `translate(${left}px, ${top}px)`;
  },
};

// `note` is what a mode has to say of it.
export function showName(payload, id, note) {
  const shown = payload && id && payload.has(id);
  box.hidden = !shown;
  if (shown) box.textContent = [payload.names[payload.place.get(id)], note].filter(Boolean).join(": ");
}
