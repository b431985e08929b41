// The shaders of the body. Every surface looks up how its part is painted in a small texture: row 0 is its colour and
// opacity, row 1 the colour of its lines and the number of its pattern, row 2 whether it is lit, whether it is
// stretched, and whether it shows through what covers it.

/** The height in metres above which the body has faded out, and over how many metres it fades. */
export const [SKIN_TOP, FADE] = [1.28, 0.12];
/** Millimetres from the middle of the pulse to where it has a third of its brightness. */
export const PULSE_REACH = 28;

const SHARED_VERTEX = /* glsl */ `
  #include <skinning_pars_vertex>
  in vec4 info;
  uniform sampler2D paint;
  flat out int vPart;
  out vec3 vNormal;
  out vec3 vEye;
  out vec3 vPlace;
  out vec3 vTraits; // open to light, depth below the skin in millimetres, tone

  /** How the two bones that move a point of the standing body have moved it. */
  mat4 skinned() {
    #ifdef USE_SKINNING
      mat4 moved = getBoneMatrix(skinIndex.x) * skinWeight.x + getBoneMatrix(skinIndex.y) * skinWeight.y;
      return bindMatrixInverse * moved * bindMatrix;
    #else
      return mat4(1.0);
    #endif
  }

  /** vPlace stays where it is in the standing body: patterns, the cross-section and the fading top follow the body. */
  void share(vec3 place, vec3 along) {
    vPart = int(info.x + 0.5);
    vTraits = vec3(info.y / 255.0, info.z, info.w / 255.0);
    vPlace = place;
    mat4 moved = skinned();
    vec4 seen = modelViewMatrix * moved * vec4(place, 1.0);
    vEye = -seen.xyz;
    vNormal = normalMatrix * mat3(moved) * along;
    gl_Position = projectionMatrix * seen;
  }
`;

export const SURFACE_VERTEX = /* glsl */ `
  ${SHARED_VERTEX}
  void main() { share(position, normal); }
`;

/** The shadow that a surface casts on the floor, which lies at height 0. */
export const SHADOW_VERTEX = /* glsl */ `
  ${SHARED_VERTEX}
  out float vHeight;
  void main() {
    share(position, normal);
    vec4 world = modelMatrix * skinned() * vec4(position, 1.0);
    vHeight = max(0.0, world.y);
    world.xz += world.y * vec2(0.12, -0.16); // the light comes from above and a little from in front
    world.y = 0.0;
    gl_Position = projectionMatrix * viewMatrix * world;
  }
`;

/** A nerve is never thinner than so many pixels. */
export const TUBE_VERTEX = /* glsl */ `
  ${SHARED_VERTEX}
  in vec2 thickness;
  uniform float metresPerPixel; // at a distance of 1 m from the eye
  uniform float leastPixels;
  uniform float leastLit;
  uniform float margin; // of a casing, in pixels
  out float vAlong;

  void main() {
    vAlong = thickness.y;
    bool isLit = texelFetch(paint, ivec2(int(info.x + 0.5), 2), 0).r > 0.5;
    float pixel = -(modelViewMatrix * skinned() * vec4(position, 1.0)).z * metresPerPixel;
    float radius = max(thickness.x, (isLit ? leastLit : leastPixels) * pixel) + margin * pixel;
    share(position + normal * radius, normal);
  }
`;

const SHARED_FRAGMENT = /* glsl */ `
  precision highp float;
  uniform sampler2D paint;
  uniform vec4 cut;      // a plane: nothing is drawn beyond it
  uniform float peel;    // millimetres below the skin: nothing is drawn above that
  uniform float opacity;
  flat in int vPart;
  in vec3 vNormal;
  in vec3 vEye;
  in vec3 vPlace;
  in vec3 vTraits;
  out vec4 outColour;

  float faded() { return 1.0 - smoothstep(${SKIN_TOP - FADE}, ${SKIN_TOP}, vPlace.y); }

  void drop() {
    if (dot(vPlace, cut.xyz) > cut.w || vTraits.y < peel) discard;
  }
`;

// Patterns by number: 1 two colours, 2 lost, 3 reduced, 4 at times, 5 felt, 6 only A, 7 only B, 8 both, 9 and 10 referred
// pain often and sometimes.
const PATTERNS = /* glsl */ `
  float line(float at, float period, float share) {
    float far = abs(fract(at / period) - 0.5) * period;
    float blur = fwidth(at) + 1e-6;
    return smoothstep(share * period * 0.5 + blur, share * period * 0.5 - blur, 0.5 * period - far);
  }

  // on the side of the body that faces front or back, dots stand in rows across it; on the others, along it
  float dots(float period, float share) {
    vec3 facing = abs(cross(dFdx(vPlace), dFdy(vPlace)));
    vec2 at = vec2(facing.x > facing.z ? vPlace.z : vPlace.x, vPlace.y);
    vec2 cell = at / period;
    cell.x += 0.5 * mod(floor(cell.y), 2.0);
    float far = length(fract(cell) - 0.5);
    float blur = fwidth(vPlace.y) / period + 1e-6;
    return smoothstep(share + blur, share - blur, far);
  }

  vec3 patterned(vec3 ground, vec4 second, int pattern) {
    float across = (vPlace.x + vPlace.z) * 0.8;
    float rising = vPlace.y + across;
    float falling = vPlace.y - across;
    float lines = 0.0;
    if (pattern == 1) lines = line(rising, 0.014, 0.5);
    else if (pattern == 2 || pattern == 8) lines = max(line(rising, 0.012, 0.14), line(falling, 0.012, 0.14));
    else if (pattern == 3 || pattern == 6) lines = line(rising, 0.014, 0.16);
    else if (pattern == 7) lines = line(falling, 0.014, 0.16);
    else if (pattern == 4) lines = line(vPlace.y, 0.016, 0.2) * line(across, 0.016, 0.3);
    else if (pattern == 5) lines = line(vPlace.y, 0.012, 0.2) * line(across + floor(vPlace.y / 0.012) * 0.006, 0.016, 0.5);
    else if (pattern == 9) lines = dots(0.011, 0.3);
    else if (pattern == 10) lines = dots(0.016, 0.15);
    return mix(ground, second.rgb, lines);
  }
`;

const LIGHT = /* glsl */ `
  uniform vec3 rim;
  uniform vec3 shade;
  uniform float occlusion; // how much of the light neighbours take away, 0 to 1
  vec3 lit(vec3 colour, vec3 normal, float openness) {
    float open = mix(1.0, openness, occlusion);
    vec3 eye = normalize(vEye);
    float key = max(0.0, (dot(normal, normalize(vec3(-0.45, 0.62, 0.64))) + 0.22) / 1.22);
    float fill = max(0.0, dot(normal, normalize(vec3(0.75, 0.1, 0.45))));
    float grazing = pow(1.0 - max(0.0, dot(normal, eye)), 3.0);
    float amount = 0.46 * mix(0.5, 1.0, open) + 0.70 * key * mix(0.6, 1.0, open) + 0.18 * fill;
    vec3 shaded = mix(colour * shade, colour, clamp(amount * 0.9 + 0.25, 0.0, 1.0)) * min(amount, 1.25);
    return shaded + rim * grazing * 0.22 * open;
  }
`;

/** Smooth noise from 0 to 1, for the fibres of muscles. */
const NOISE = /* glsl */ `
  float hash(vec3 p) {
    p = fract(p * 0.3183099 + 0.1) * 17.0;
    return fract(p.x * p.y * p.z * (p.x + p.y + p.z));
  }
  float noise(vec3 at) {
    vec3 i = floor(at);
    vec3 f = fract(at);
    f = f * f * (3.0 - 2.0 * f);
    return mix(
      mix(mix(hash(i), hash(i + vec3(1, 0, 0)), f.x), mix(hash(i + vec3(0, 1, 0)), hash(i + vec3(1, 1, 0)), f.x), f.y),
      mix(mix(hash(i + vec3(0, 0, 1)), hash(i + vec3(1, 0, 1)), f.x), mix(hash(i + vec3(0, 1, 1)), hash(i + vec3(1)), f.x), f.y),
      f.z
    );
  }
`;

/** Bones, muscles and nerves. */
export const SURFACE_FRAGMENT = /* glsl */ `
  ${SHARED_FRAGMENT}
  ${PATTERNS}
  ${LIGHT}
  ${NOISE}
  uniform vec3 tendon;
  uniform float fibres;
  void main() {
    drop();
    vec4 own = texelFetch(paint, ivec2(vPart, 0), 0);
    vec4 second = texelFetch(paint, ivec2(vPart, 1), 0);
    float isLit = texelFetch(paint, ivec2(vPart, 2), 0).r;
    float covers = opacity * own.a;
    if (covers < 0.02) discard;
    vec3 tone = mix(own.rgb, mix(tendon, own.rgb, 0.15), vTraits.z * fibres);
    if (fibres > 0.5) tone *= 1.0 + (1.0 - vTraits.z) * 0.22 * (noise(vPlace * vec3(520.0, 34.0, 520.0)) - 0.5);
    tone = patterned(tone, second, int(second.a * 255.0 + 0.5));
    vec3 normal = normalize(vNormal);
    // the inside shows only where it is cut
    vec3 colour = gl_FrontFacing ? lit(tone, normal, mix(vTraits.x, 1.0, isLit * 0.6)) : tone * 0.82;
    float fade = faded();
    if (fade < 0.01) discard;
    // what is not blended fades into the page, and so needs its colour multiplied
    outColour = opacity >= 0.98 ? vec4(colour * fade, fade) : vec4(colour, covers * fade);
  }
`;

/** A chosen muscle behind what covers it. */
export const COVERED_FRAGMENT = /* glsl */ `
  ${SHARED_FRAGMENT}
  ${LIGHT}
  void main() {
    drop();
    if (texelFetch(paint, ivec2(vPart, 2), 0).b < 0.5) discard;
    vec4 own = texelFetch(paint, ivec2(vPart, 0), 0);
    outColour = vec4(lit(own.rgb, normalize(vNormal), 1.0), opacity);
  }
`;

/** Skin: glass with a rim, or paint. */
export const SKIN_FRAGMENT = /* glsl */ `
  ${SHARED_FRAGMENT}
  ${PATTERNS}
  ${LIGHT}
  uniform vec3 glass;
  uniform float face;   // opacity of glass that faces the eye, and at its rim
  uniform float edge;
  uniform float wash;   // how much of its paint glass keeps
  void main() {
    if (dot(vPlace, cut.xyz) > cut.w || peel > 0.5) discard;
    vec4 own = texelFetch(paint, ivec2(vPart, 0), 0);
    vec4 second = texelFetch(paint, ivec2(vPart, 1), 0);
    float isLit = texelFetch(paint, ivec2(vPart, 2), 0).r;
    vec3 normal = normalize(vNormal) * (gl_FrontFacing ? 1.0 : -1.0);
    float facing = max(0.0, dot(normal, normalize(vEye)));
    float rimmed = pow(1.0 - facing, 1.7);
    vec3 tone = patterned(own.rgb, second, int(second.a * 255.0 + 0.5));
    vec3 solidColour = lit(tone, normal, vTraits.x) * mix(1.0, 1.06, vTraits.z);
    float glassy = mix(face, edge, rimmed) * min(1.0, opacity * 4.0);
    float painted = max(glassy, wash * isLit * own.a * mix(0.62, 0.85, rimmed));
    float covers = mix(painted, 1.0, smoothstep(0.25, 1.0, opacity));
    vec3 colour = mix(glass, solidColour, clamp(max(isLit, smoothstep(0.1, 0.6, opacity)), 0.0, 1.0));
    covers *= faded();
    if (covers < 0.01) discard;
    outColour = vec4(colour, covers);
  }
`;

/** The lit nerve, where something covers it and where nothing does, with the pulse that runs along it. */
export const PATH_FRAGMENT = /* glsl */ `
  ${SHARED_FRAGMENT}
  ${LIGHT}
  uniform float pulse; // millimetres from the spinal cord; negative: none
  uniform vec3 spark;
  uniform vec3 casing;
  in float vAlong;

  /** Rings around a stretched nerve. */
  float ring() {
    float far = abs(fract(vAlong / 7.0) - 0.5) * 7.0;
    return texelFetch(paint, ivec2(vPart, 2), 0).g * (1.0 - smoothstep(1.0, 1.0 + fwidth(vAlong) + 0.2, far));
  }

  void main() {
    if (dot(vPlace, cut.xyz) > cut.w) discard;
    vec4 own = texelFetch(paint, ivec2(vPart, 0), 0);
    float near = pulse < 0.0 ? 0.0 : exp(-pow((vAlong - pulse) / ${PULSE_REACH.toFixed(1)}, 2.0));
    vec3 tone = mix(mix(own.rgb, casing, ring()), spark, near);
    outColour = vec4(lit(tone, normalize(vNormal), 1.0) + near * 0.25, opacity);
  }
`;

/** The dark casing around the lit nerve. */
export const CASING_FRAGMENT = /* glsl */ `
  ${SHARED_FRAGMENT}
  uniform vec3 casing;
  void main() {
    if (dot(vPlace, cut.xyz) > cut.w) discard;
    outColour = vec4(casing, opacity);
  }
`;

/** The floor is seen from above only. */
export const SHADOW_FRAGMENT = /* glsl */ `
  precision highp float;
  in float vHeight;
  in vec3 vPlace;
  out vec4 outColour;
  uniform vec4 cut;
  uniform float darkness;
  void main() {
    if (dot(vPlace, cut.xyz) > cut.w) discard;
    outColour = vec4(0.0, 0.0, 0.0, darkness * exp(-vHeight / 0.22) * clamp(cameraPosition.y / 0.4, 0.0, 1.0));
  }
`;

/** For picking: the number of the layer and of the part. */
export const ID_FRAGMENT = /* glsl */ `
  ${SHARED_FRAGMENT}
  uniform float layer;
  void main() {
    drop();
    if (opacity * texelFetch(paint, ivec2(vPart, 0), 0).a < 0.02) discard;
    outColour = vec4(layer / 255.0, float(vPart) / 255.0, 0.0, 1.0);
  }
`;
