// What follows once a state is painted: names beside the figures. Each part is fetched when it is first needed.
const parts = new Map();
const fetched = (name) => {
  if (!parts.has(name)) parts.set(name, import(`./${name}/${name}.mjs`));
  return parts.get(name);
};

let now = null;

async function label() {
  const { state, page } = now;
  if (!state.show.split(",").includes("labels")) {
    if (parts.has("labels")) (await parts.get("labels")).unlabel(page);
    return;
  }
  const labels = await fetched("labels");
  const told = await labels.learn(page);
  if (now.state.show.split(",").includes("labels")) labels.relabel(page, now.state, told);
}

const failed = (error) => console.error(error);

document.addEventListener("atlas:settled", ({ detail }) => {
  now = detail;
  label().catch(failed);
});

let waiting = 0;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => now && label().catch(failed), 120);
});
