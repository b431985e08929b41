// Elements of the page that a mode's script builds when the mode is first entered.
export function element(tag, { on = {}, ...props } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name in made && name !== "list") made[name] = value;
    else if (value !== false && value !== null) made.setAttribute(name, value);
  }
  for (const [event, work] of Object.entries(on)) made.addEventListener(event, work);
  made.append(...children.flat());
  return made;
}

export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
