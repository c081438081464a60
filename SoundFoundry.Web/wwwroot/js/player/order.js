/** What plays after what. It knows ids only, so that a list of many thousands costs little. */
export class Order {
  constructor({ list = [], order = list, current, shuffled = false, repeat = "off" } = {}) {
    Object.assign(this, { list: [...list], order: [...order], current, shuffled, repeat });
  }

  get index() {
    return this.order.indexOf(this.current);
  }

  /** A new list, played from one of its ids. */
  set(ids, current) {
    this.list = ids.includes(current) ? [...new Set(ids)] : [current, ...new Set(ids)];
    this.current = current;
    this.order = this.shuffled ? this.#mixed() : [...this.list];
  }

  remove(ids) {
    const gone = new Set(ids);
    this.list = this.list.filter(id => !gone.has(id));
    this.order = this.order.filter(id => !gone.has(id));
  }

  move(id, to) {
    const from = this.order.indexOf(id);
    if (from < 0) return;
    this.order.splice(from, 1);
    this.order.splice(Math.min(Math.max(to, 0), this.order.length), 0, id);
    if (!this.shuffled) this.list = [...this.order];
  }

  shuffle(on) {
    this.shuffled = on;
    this.order = on ? this.#mixed() : [...this.list];
  }

  /** The id to play after this one; undefined at the end. */
  after({ byItself = false } = {}) {
    if (byItself && this.repeat === "one") return this.current;
    return this.order[this.index + 1] ?? (this.repeat === "off" ? undefined : this.order[0]);
  }

  before() {
    return this.order[this.index - 1] ?? (this.repeat === "off" ? undefined : this.order.at(-1));
  }

  // What plays stays where it is heard: first.
  #mixed() {
    const rest = mixed(this.list.filter(id => id !== this.current));
    return this.list.includes(this.current) ? [this.current, ...rest] : rest;
  }
}

/** The same ids, each order as likely as any other. */
export function mixed(ids) {
  const order = [...ids];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
