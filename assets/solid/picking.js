// Finds what is drawn near a point of the canvas: each part is drawn into a small square in a colour that is its number.
import { Color, NearestFilter, Scene, WebGLRenderTarget } from "three";

const TAKES_CLICKS = 0.75; // from this opacity on, skin takes the click; below, it lets it through
const NERVES = ["nerves", "path"];

/** @typedef {{layer: string, id: string}} Hit */

/**
 * The nearest of some pixels to the middle of a square.
 * @param {Uint8Array} pixels  four bytes each: layer and part come first
 * @param {number} size  pixels of a side, odd
 * @param {(layer: number) => boolean} isWanted
 * @returns {[layer: number, part: number] | null}
 */
export function nearestHit(pixels, size, isWanted) {
  const middle = (size - 1) / 2;
  let best = null;
  let least = middle * middle + 1; // in a circle
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const at = 4 * (row * size + column);
      const far = (row - middle) ** 2 + (column - middle) ** 2;
      if (far < least && pixels[at] && isWanted(pixels[at])) {
        least = far;
        best = /** @type {[number, number]} */ ([pixels[at], pixels[at + 1]]);
      }
    }
  return best;
}

export class Picker {
  /**
   * @param {import("three").WebGLRenderer} renderer
   * @param {import("./body-scene.js").BodyScene} body
   */
  constructor(renderer, body) {
    this.renderer = renderer;
    this.body = body;
    this.scene = new Scene();
    /** @type {Map<number, WebGLRenderTarget>} */
    this.squares = new Map();
  }

  #square(size) {
    if (!this.squares.has(size)) {
      const settings = { magFilter: NearestFilter, minFilter: NearestFilter };
      this.squares.set(size, new WebGLRenderTarget(size, size, settings));
    }
    return this.squares.get(size);
  }

  /** Draws some targets into the square around a point. */
  #draw(targets, camera, { x, y, width, height }, size) {
    const { renderer, body } = this;
    const before = new Map();
    const hiddenBefore = new Map(body.root.children.map((child) => [child, child.visible]));
    for (const child of body.root.children) child.visible = false;
    for (const { mesh, material, number } of targets) {
      before.set(mesh, mesh.material);
      mesh.visible = true;
      mesh.material = material;
      material.uniforms.layer.value = number;
    }
    const half = (size - 1) / 2;
    camera.setViewOffset(width, height, Math.round(x) - half, Math.round(y) - half, size, size);
    const square = this.#square(size);
    const background = renderer.getClearColor(new Color());
    const alpha = renderer.getClearAlpha();
    renderer.setRenderTarget(square);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    const parent = body.root.parent;
    this.scene.add(body.root);
    renderer.render(this.scene, camera);
    parent.add(body.root);
    const pixels = new Uint8Array(4 * size * size);
    renderer.readRenderTargetPixels(square, 0, 0, size, size, pixels);
    renderer.setRenderTarget(null);
    renderer.setClearColor(background, alpha);
    camera.clearViewOffset();
    for (const [mesh, material] of before) mesh.material = material;
    for (const [child, visible] of hiddenBefore) child.visible = visible;
    return pixels;
  }

  /**
   * What is drawn at a point: a nerve within reach, or else what is seen there.
   * @param {import("three").PerspectiveCamera} camera
   * @param {{x: number, y: number, width: number, height: number}} place  pixels of the canvas
   * @param {number} reach  pixels
   * @returns {Hit | null}
   */
  at(camera, place, reach) {
    const { body } = this;
    const { skin } = body.opacities;
    const all = body.targets().map((target, n) => ({ ...target, number: n + 1 }));
    const nameOf = (number) => all[number - 1].name;
    const isSeen = ({ name, mesh }) => mesh.material.visible !== false && (name !== "skin" || skin >= TAKES_CLICKS);
    const size = 2 * Math.ceil(reach) + 1;
    const pixels = this.#draw(all.filter(isSeen), camera, place, size);
    const nerve = nearestHit(pixels, size, (number) => NERVES.includes(nameOf(number)));
    const middle = 4 * (((size - 1) / 2) * size + (size - 1) / 2);
    const seen = nerve ?? (pixels[middle] ? [pixels[middle], pixels[middle + 1]] : null);
    if (seen) return this.#hit(nameOf(seen[0]), seen[1]);
    if (skin >= TAKES_CLICKS) return null;
    // nothing inside: the glass itself
    const glass = this.#draw(
      all.filter(({ name }) => name === "skin"),
      camera,
      place,
      1,
    );
    return glass[0] ? this.#hit("skin", glass[1]) : null;
  }

  #hit(layer, part) {
    return { layer, id: this.body.partsOf(layer)[part] };
  }
}
