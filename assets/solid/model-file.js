// Writes the body as it is shown as a GLB file: one named object for each part, in a group for each layer.
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Group,
  Mesh,
  MeshStandardMaterial,
  SRGBColorSpace,
} from "three";
import { GLTFExporter } from "three/addons/exporters/GLTFExporter.js";
import { modelParts } from "./model-parts.js";

const OTHER = ".other";
const ROUGHNESS = 0.75;

/**
 * @param {import("./body-scene.js").BodyScene} body
 * @param {object} about
 * @param {string} about.copyright
 * @param {Record<string, string>} about.extras  what else the file says of itself
 * @param {(id: string) => string | undefined} about.nameOf  the name of a part, if it has one
 * @returns {Promise<ArrayBuffer>}
 */
export function writeModel(body, { copyright, extras, nameOf }) {
  /** @type {Map<string, MeshStandardMaterial>} */
  const materials = new Map();
  const materialOf = ({ colour, opacity }) => {
    const key = [...colour, opacity].join(" ");
    if (!materials.has(key)) {
      const color = new Color().setRGB(colour[0], colour[1], colour[2], SRGBColorSpace);
      const look = { color, opacity, transparent: opacity < 1, roughness: ROUGHNESS, metalness: 0, side: DoubleSide };
      materials.set(key, new MeshStandardMaterial(look));
    }
    return materials.get(key);
  };
  const model = new Group();
  model.name = "body";
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const { layer, id, kind, isOther, mesh, ...look } of modelParts(body)) {
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(mesh.points, 3));
    geometry.setAttribute("normal", new BufferAttribute(mesh.normals, 3));
    geometry.setIndex(new BufferAttribute(mesh.corners, 1));
    const object = new Mesh(geometry, materialOf(look));
    const name = nameOf(id);
    object.name = `${id}${isOther ? OTHER : ""}`;
    object.userData = { id, kind, ...(name ? { name } : {}) };
    if (!groups.has(layer)) {
      const group = new Group();
      group.name = layer;
      groups.set(layer, group);
      model.add(group);
    }
    groups.get(layer).add(object);
  }
  const exporter = new GLTFExporter();
  exporter.register((writer) => ({
    // the exporter has an option for the copyright only
    beforeParse: () => Object.assign(/** @type {any} */ (writer).json.asset, { copyright, extras }),
  }));
  return /** @type {Promise<ArrayBuffer>} */ (exporter.parseAsync(model, { binary: true }));
}
