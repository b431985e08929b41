// Prepares images inside a drawing, turns a drawing into a PNG, and saves files.
const XLINK = "http://www.w3.org/1999/xlink";

/** A picture as a PNG, since drawing programs do not read the format of the page's pictures. */
async function asPng(href) {
  const image = new Image();
  image.src = href;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return canvas.toDataURL("image/png");
}

/** @type {Map<string, string | Promise<string>>} prepared images by their address */
const known = new Map();

/**
 * Prepares the images in drawings for export.
 * @param {Element[]} drawings
 * @returns {Promise<Map<SVGImageElement, string>>}  the address to embed by image element
 */
export async function pictures(drawings) {
  const isShown = (image) => image.getAttribute("href") && getComputedStyle(image).display !== "none";
  const images = drawings.flatMap((svg) => [...svg.querySelectorAll("image")].filter(isShown));
  const prepare = async (image) => {
    const href = image.getAttribute("href") ?? image.getAttributeNS(XLINK, "href");
    // the picture of the 3-D body is a PNG already and never the same twice
    if (href.startsWith("data:image/png")) return /** @type {const} */ ([image, href]);
    if (!known.has(href)) known.set(href, asPng(href));
    return /** @type {const} */ ([image, await known.get(href)]);
  };
  return new Map(await Promise.all(images.map(prepare)));
}

/**
 * @param {string} svg
 * @param {number} width  in pixels
 * @param {number} height  in pixels
 * @param {number} scale  pixels of the PNG for a pixel of the drawing
 * @returns {Promise<Blob>}  a PNG
 */
export async function toPng(svg, width, height, scale) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * scale, height * scale];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the image is too large"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {Blob} blob
 * @param {string} name  of the file
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
