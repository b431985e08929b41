// What comes back to life is marked one after another, for a moment.
const EACH = 60;
const LAST = 20;
const SEEN = 1900;
const NAME = "revived";
let waiting = 0;

export function endReviving() {
  clearTimeout(waiting);
  for (const element of document.querySelectorAll(`.${NAME}`)) element.classList.remove(NAME);
}

// `all` are the elements of each target, in the order in which they light up.
export function revive(all) {
  endReviving();
  all.forEach((elements, turn) => {
    for (const element of elements) {
      element.style.setProperty("--turn", Math.min(turn, LAST));
      element.classList.add(NAME);
    }
  });
  if (all.length) waiting = setTimeout(endReviving, SEEN + Math.min(all.length, LAST) * EACH);
}
