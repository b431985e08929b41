// Pictures inside a drawing, drawings as pictures, and files to keep.

// Shading that darkens what is below it, as black of that strength: the same picture, and also in programs that
// know no blending.
async function asBlack(href) {
  const picture = new Image();
  picture.src = href;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const [r, g, b, a] = pixels.data.subarray(at, at + 4);
    const light = (0.3 * r + 0.59 * g + 0.11 * b) / 255;
    pixels.data.set([0, 0, 0, a * (1 - light)], at);
  }
  pen.putImageData(pixels, 0, 0);
  return canvas.toDataURL("image/png");
}

const known = new Map();

// Image elements of these drawings → the address of the picture to embed.
export async function pictures(drawings) {
  const found = drawings.flatMap((svg) => [...svg.querySelectorAll("image")]);
  const made = found.map(async (image) => {
    const href = image.getAttribute("href") ?? image.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    const multiplied = [image, image.parentElement].some((one) => getComputedStyle(one).mixBlendMode === "multiply");
    if (!known.has(href)) known.set(href, multiplied ? asBlack(href) : href);
    return [image, await known.get(href)];
  });
  return new Map(await Promise.all(made));
}

export async function asPicture(text, width, height, times) {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * times, height * times];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture is too large"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
