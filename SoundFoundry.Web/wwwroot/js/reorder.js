// Moves rows of a list to other places: by dragging their grips with mouse, pen or finger, and by keys. The page keeps the order.

export { play } from "./play-list.js";
import "./rows.js";

const edge = 72;

export function attach(root, page) {
  if (!root) return;
  const rows = root.querySelector("sf-rows");
  rows.ask = (start, count) => page.invokeMethodAsync("LookAsync", start, count);
  rows.look();
  const line = root.querySelector(".drop");
  rows.addEventListener("pointerdown", event => {
    const item = event.target.closest(".grip")?.closest("li");
    if (item && event.button === 0) new Drag(rows, line, item, event, page);
  });
  let before = Promise.resolve();
  rows.addEventListener("keydown", event => {
    const grip = event.target.closest(".grip");
    if (!grip || !["Tab", " ", "Enter", "Escape", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    if (event.key === "Tab" && grip.ariaPressed !== "true") return;
    event.preventDefault();
    event.stopPropagation();
    const id = Number(grip.closest("li").dataset.track);
    before = before.then(() => press(rows, page, id, event.key === "Enter" ? " " : event.key));
  });
}

/** One key after the other; the grip keeps the focus wherever its row goes. */
async function press(rows, page, id, key) {
  const place = await page.invokeMethodAsync("PressAsync", id, key);
  if (place < 0) return;
  const top = rows.getBoundingClientRect().top + place * rows.row;
  const over = top - edge;
  const under = top + rows.row + edge * 2 - innerHeight;
  if (over < 0) scrollBy(0, over);
  else if (under > 0) scrollBy(0, under);
  rows.querySelector(`li[data-track="${id}"] .grip`)?.focus({ preventScroll: true });
}

class Drag {
  constructor(rows, line, item, event, page) {
    Object.assign(this, { rows, line, item, page, y: event.clientY, began: event.clientY });
    this.id = Number(item.dataset.track);
    this.from = Number(item.getAttribute("aria-posinset")) - 1;
    this.life = new AbortController();
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal: this.life.signal });
    on(rows, "pointermove", move => this.move(move));
    on(rows, "pointerup", () => this.drop());
    on(rows, "pointercancel", () => this.end());
    on(document, "keydown", press => press.key === "Escape" && this.end());
    // The row itself may leave the drawn part on the way.
    rows.setPointerCapture(event.pointerId);
  }

  move(event) {
    this.y = event.clientY;
    if (!this.moving && Math.abs(this.y - this.began) < 5) return;
    if (!this.moving) {
      this.moving = true;
      this.item.toggleAttribute("dragged", true);
      this.roll();
    }
    this.show();
  }

  /** The gap between two rows that the pointer is at: 0 is before the first. */
  get gap() {
    const rows = this.rows;
    const gap = Math.round((this.y - rows.getBoundingClientRect().top) / rows.row);
    return Math.min(Math.max(gap, 0), rows.number("total"));
  }

  show() {
    const { rows, line } = this;
    line.hidden = false;
    line.style.top = `${rows.getBoundingClientRect().top - line.offsetParent.getBoundingClientRect().top + this.gap * rows.row - 1}px`;
  }

  /** Near an edge of the window the list goes on by itself. */
  roll() {
    if (!this.moving) return;
    const by = this.y < edge ? this.y - edge : this.y > innerHeight - 2 * edge ? this.y - innerHeight + 2 * edge : 0;
    if (by) {
      scrollBy(0, by / 4);
      this.show();
    }
    requestAnimationFrame(() => this.roll());
  }

  drop() {
    const { moving, from, gap } = this;
    this.end();
    const to = gap > from ? gap - 1 : gap;
    if (moving && to !== from) this.page.invokeMethodAsync("DragAsync", this.id, to);
  }

  end() {
    this.moving = false;
    this.line.hidden = true;
    this.item.removeAttribute("dragged");
    this.life.abort();
  }
}
