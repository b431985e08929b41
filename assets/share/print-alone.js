// Prints one sheet without the rest of the page, in the colours of the light theme. Style sheets hide the rest by a data
// attribute of the document.

/**
 * @param {() => HTMLElement} create  the sheet, which exists only while it is printed
 * @param {string} flag  name of the data attribute while it is printed
 * @param {(sheet: HTMLElement) => void} fit  makes it fit its page
 */
export function printAlone(create, flag, fit) {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = "light"; // before the sheet reads its colours
  const sheet = create();
  document.body.append(sheet);
  fit(sheet);
  dataset[flag] = "";
  const restore = () => {
    sheet.remove();
    delete dataset[flag];
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
  };
  addEventListener("afterprint", restore, { once: true });
  print();
}
