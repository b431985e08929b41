// The shadow of the skin on the floor. Where several parts of it fall, the darkest one counts.
import { CustomBlending, DoubleSide, GLSL3, MaxEquation, ShaderMaterial } from "three";
import { ORDER, unboundMesh } from "./layer-meshes.js";
import { SHADOW_FRAGMENT, SHADOW_VERTEX } from "./shaders.js";

/** @import { Level } from "./detail.js" */
/** @import { LayerMeshes } from "./layer-meshes.js" */

/**
 * @param {import("three").Group} root  of the body
 * @param {LayerMeshes} skin
 * @param {Record<string, {value: any}>} uniforms  that all shaders read
 */
export function addShadow(root, { geometries, otherGeometries }, uniforms) {
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: SHADOW_VERTEX,
    fragmentShader: SHADOW_FRAGMENT,
    uniforms: { ...uniforms, paint: { value: null } },
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
    blending: CustomBlending,
    blendEquation: MaxEquation,
  });
  const meshes = [geometries, otherGeometries].map(({ middle }) => unboundMesh(middle, material));
  meshes[1].scale.x = -1;
  for (const mesh of meshes) mesh.renderOrder = ORDER.shadow;
  root.add(...meshes);
  return {
    meshes,
    /** Only what draws fast enough has a shadow while it moves. @param {Level} level */
    show(level) {
      for (const mesh of meshes) mesh.visible = level !== "coarse";
    },
  };
}
