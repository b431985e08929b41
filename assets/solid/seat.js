// A plain seat for a sitting body.
import { BoxGeometry, Mesh, MeshBasicMaterial } from "three";

const [WIDE, THICK] = [0.56, 0.035]; // metres
const [BEHIND, SHORT_OF_FRONT] = [0.14, 0.1]; // metres

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
   * @param {number[]} rear  where the thigh begins, in metres
   * @param {number[]} front  where it ends
   * @param {number} height  of the lowest point of the thighs
   */
  show(rear, front, height) {
    const [back, edge] = [rear[2] - BEHIND, front[2] - SHORT_OF_FRONT];
    this.mesh.visible = true;
    this.mesh.scale.set(WIDE, THICK, edge - back);
    this.mesh.position.set(0, height - THICK / 2, (back + edge) / 2);
  }
}
