// Light or dark: what the system prefers, until someone chooses. The choice stands in the address, nowhere else.
const button = document.getElementById("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");
const now = () => document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
const other = () => (now() === "dark" ? "light" : "dark");

export const knownTheme = (theme) => ["", "light", "dark"].includes(theme);

export function wearTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  button.textContent = button.dataset[other()];
}

export function startTheme(choose) {
  button.addEventListener("click", () => {
    const theme = other();
    wearTheme(theme);
    choose(theme === (dark.matches ? "dark" : "light") ? "" : theme);
  });
  dark.addEventListener("change", () => wearTheme(document.documentElement.dataset.theme ?? ""));
}
