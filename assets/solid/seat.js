// A plain seat for a body that sits.
import { BoxGeometry, Mesh, MeshBasicMaterial } from "three";

const BENT = 60; // degrees of both hips from which a body sits
const LYING = -60; // degrees by which it leans when it lies instead
const [WIDE, THICK] = [0.56, 0.035]; // metres
const [BEHIND, SHORT_OF_KNEES] = [0.14, 0.1]; // metres

/** @param {import("./pose.js").Angles} angles */
export const isSitting = ({ hip = 0, other_hip = 0, lean = 0 }) => Math.min(hip, other_hip) > BENT && lean > LYING;

export class Seat {
  /** @param {import("three").Group} root  of the body */
  constructor(root) {
    const material = new MeshBasicMaterial({ color: 0x8c97a3, transparent: true, opacity: 0.55 });
    this.mesh = new Mesh(new BoxGeometry(1, 1, 1), material);
    this.mesh.visible = false;
    this.mesh.renderOrder = -1;
    root.add(this.mesh);
  }

  hide() {
    this.mesh.visible = false;
  }

  /**
   * @param {number[]} hip  where it is, in metres
   * @param {number[]} knee  of the leg that stays bent
   * @param {number} height  of the lowest point of the thighs
   */
  show(hip, knee, height) {
    const [back, front] = [hip[2] - BEHIND, knee[2] - SHORT_OF_KNEES];
    this.mesh.visible = true;
    this.mesh.scale.set(WIDE, THICK, front - back);
    this.mesh.position.set(0, height - THICK / 2, (back + front) / 2);
  }
}
