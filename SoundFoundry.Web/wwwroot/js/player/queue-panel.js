import { clock } from "../clock.js";
import { say } from "../words.js";
import { row } from "./markup.js";
import { RowMoves } from "./row-moves.js";

const around = 6; // rows drawn beyond the edges

/** The queue to look at: of many thousand ids only the rows in sight exist and have their names looked up. */
export class QueuePanel {
  #rows = new Map();
  #looking = false;

  constructor(player) {
    this.player = player;
    this.panel = player.querySelector(".queue");
    this.scroller = this.panel.querySelector(".queue-scroll");
    this.list = this.panel.querySelector("ol");
    this.scroller.addEventListener("scroll", () => this.draw(), { passive: true });
    this.list.addEventListener("click", event => this.#click(event));
    new ResizeObserver(() => this.draw()).observe(this.scroller);
    new RowMoves(this);
  }

  get open() {
    return !this.panel.hidden;
  }

  get height() {
    return this.list.firstElementChild?.offsetHeight || 56;
  }

  show(on) {
    this.panel.hidden = !on;
    if (!on) return;
    this.draw();
    this.scroller.scrollTop = Math.max(0, this.player.order.index - 1) * this.height;
    this.panel.focus();
  }

  draw() {
    if (!this.open) return;
    const ids = this.player.order.order;
    const count = ids.length;
    this.panel.querySelector("[data-count]").textContent = say(count === 1 ? "{0} track" : "{0} tracks", count.toLocaleString());
    this.list.style.blockSize = `${count * this.height}px`;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / this.height) - around);
    const shown = ids.slice(first, first + Math.ceil(this.scroller.clientHeight / this.height) + 2 * around);
    this.#place(shown, first, count);
    this.#look(shown);
  }

  say(text) {
    this.panel.querySelector("[data-said]").textContent = text;
  }

  rowOf(id) {
    return this.#rows.get(id);
  }

  // Rows in sight stay the same elements, so that focus and a dragging hand keep what they hold.
  #place(ids, first, count) {
    for (const [id, item] of this.#rows) {
      if (ids.includes(id)) continue;
      item.remove();
      this.#rows.delete(id);
    }
    ids.forEach((id, i) => {
      const item = this.#rows.get(id) ?? this.#make(id);
      this.#fill(item, id);
      item.ariaPosInSet = String(first + i + 1);
      item.ariaSetSize = String(count);
      item.style.translate = `0 ${(first + i) * this.height}px`;
      if (this.list.children[i] !== item) this.#insert(item, i);
    });
  }

  #insert(item, i) {
    const focused = item.contains(document.activeElement) ? document.activeElement : undefined;
    this.list.insertBefore(item, this.list.children[i] ?? null);
    focused?.focus({ preventScroll: true });
  }

  #make(id) {
    const item = document.createElement("li");
    item.dataset.id = id;
    item.innerHTML = row();
    this.#rows.set(id, item);
    return item;
  }

  #fill(item, id) {
    const track = this.player.tracks.get(id);
    const name = track?.name ?? "…";
    const current = id === this.player.order.current;
    item.classList.toggle("current", current);
    item.querySelector("bdi").textContent = name;
    item.querySelector("[data-jump] span").textContent = track?.length ? clock(track.length) : "";
    item.querySelector("[data-jump]").ariaCurrent = current ? "true" : null;
    item.querySelector(".queue-grip").ariaLabel = say("Move {0} (arrow keys)", name);
    item.querySelector("[data-remove]").ariaLabel = say("Remove {0}", name);
  }

  #click(event) {
    const id = event.target.closest("li")?.dataset.id;
    if (event.target.closest("[data-jump]")) this.player.jump(id);
    else if (event.target.closest("[data-remove]")) this.#remove(id);
  }

  #remove(id) {
    const at = this.player.order.order.indexOf(id);
    this.player.drop([id]);
    const next = this.player.order.order[Math.min(at, this.player.order.order.length - 1)];
    (this.rowOf(next)?.querySelector("[data-remove]") ?? this.panel).focus();
  }

  async #look(ids) {
    const missing = ids.filter(id => !this.player.tracks.get(id)?.looked);
    if (this.#looking || missing.length === 0) return;
    this.#looking = true;
    const gone = await this.player.tracks.look(missing);
    this.#looking = false;
    if (!gone) return;
    if (gone.length) this.player.drop(gone);
    this.draw();
  }
}
