// Ways out of this page that take along what it shows.

// The page in another language, or with other names, shows the same thing.
function turned({ target }) {
  const link = target.closest?.("#languages a");
  if (!link) return;
  const asked = new URLSearchParams(location.search);
  if (link.dataset.names) asked.set("names", link.dataset.names);
  else if (link.dataset.names === "") asked.delete("names");
  link.search = asked.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  link.hash = location.hash;
}

export function takeAlong(embedded) {
  for (const event of ["pointerdown", "click"]) document.addEventListener(event, turned);
  if (!embedded) return;
  // In a frame of another page only the figures stand, and a way to the whole.
  document.documentElement.dataset.embed = "";
  const whole = document.getElementById("whole");
  whole.addEventListener("click", () => (whole.href = location.href.replace(/[?&]embed=[^&]*$|embed=[^&]*&/, "")));
}
