import { say } from "../words.js";

const edge = 40; // px from an edge of the list within which a dragged row scrolls it

/** Puts the queue's rows in another order: by the hand, and by the arrow keys on a row's handle. */
export class RowMoves {
  #held;

  constructor(panel) {
    this.panel = panel;
    panel.list.addEventListener("keydown", event => this.#byKey(event));
    panel.list.addEventListener("pointerdown", event => this.#hold(event));
    this.drag = event => this.#byPointer(event);
    this.drop = () => this.#release();
  }

  #byKey(event) {
    const id = event.target.closest("li")?.dataset.id;
    if (event.key === "Delete") return event.target.closest("li").querySelector("[data-remove]").click();
    if (!event.target.closest(".queue-grip")) return;
    const { order } = this.panel.player.order;
    const at = order.indexOf(id);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#move(id, to);
    this.panel.rowOf(id)?.scrollIntoView({ block: "nearest" });
    this.panel.rowOf(id)?.querySelector(".queue-grip").focus();
  }

  #hold(event) {
    const item = event.target.closest(".queue-grip")?.closest("li");
    if (!item || event.button !== 0) return;
    this.#held = item.dataset.id;
    item.classList.add("held");
    addEventListener("pointermove", this.drag);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, this.drop);
  }

  #byPointer(event) {
    const { scroller, height } = this.panel;
    const { top, bottom } = scroller.getBoundingClientRect();
    if (event.clientY < top + edge) scroller.scrollTop -= height / 4;
    if (event.clientY > bottom - edge) scroller.scrollTop += height / 4;
    const to = Math.floor((event.clientY - top + scroller.scrollTop) / height);
    if (to !== this.panel.player.order.order.indexOf(this.#held)) this.#move(this.#held, to);
  }

  #release() {
    removeEventListener("pointermove", this.drag);
    for (const name of ["pointerup", "pointercancel"]) removeEventListener(name, this.drop);
    this.panel.rowOf(this.#held)?.classList.remove("held");
    this.#held = undefined;
  }

  #move(id, to) {
    const player = this.panel.player;
    player.move(id, to);
    this.panel.say(say("{0} of {1}", player.order.order.indexOf(id) + 1, player.order.order.length));
  }
}
