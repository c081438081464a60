// A long list of which a part is drawn. The room of the other rows is kept (RowWindow.razor.css paints what is not there yet), and whoever draws is
// told which rows are looked at:
//   <sf-rows start="0" count="30" total="10000"><ol>…</ol></sf-rows>, with rows.ask = async (start, count) => …
// Every row is as high as the next one; nothing jumps then, whatever comes when.

const spare = 12;

class Rows extends HTMLElement {
  static observedAttributes = ["start", "count", "total"];

  looks = () => this.look();

  connectedCallback() {
    addEventListener("scroll", this.looks, { passive: true });
    addEventListener("resize", this.looks, { passive: true });
    this.room();
  }

  disconnectedCallback() {
    removeEventListener("scroll", this.looks);
    removeEventListener("resize", this.looks);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.room();
  }

  number(name) {
    return Number(this.getAttribute(name));
  }

  /** Height of a row in pixels. */
  get row() {
    return this.querySelector("li")?.offsetHeight || parseFloat(getComputedStyle(this).getPropertyValue("--row")) * 16;
  }

  room() {
    const [start, count, total] = ["start", "count", "total"].map(name => this.number(name));
    this.style.setProperty("--before", start);
    this.style.setProperty("--after", Math.max(0, total - start - count));
    requestAnimationFrame(this.looks);
  }

  /** The rows in sight, the last one not included. */
  seen() {
    const { top } = this.getBoundingClientRect();
    const first = Math.floor(-top / this.row);
    const last = Math.ceil((innerHeight - top) / this.row);
    const bound = row => Math.min(Math.max(row, 0), this.number("total"));
    return [bound(first), bound(last)];
  }

  /** Asks for what is in sight and not drawn, one question at a time. */
  async look() {
    if (!this.ask || this.asking) return;
    const [first, last] = this.seen();
    const [start, end] = [this.number("start"), this.number("start") + this.number("count")];
    const total = this.number("total");
    const near = spare / 2;
    if ((first - near >= start || start === 0) && (last + near <= end || end >= total)) return;
    this.asking = true;
    try {
      const from = Math.max(0, first - spare);
      await this.ask(from, last + spare - from);
    } finally {
      this.asking = false;
    }
    // Where nothing came, the question is not repeated at once.
    if (this.number("start") === start && this.number("count") === end - start) setTimeout(this.looks, 2000);
    else requestAnimationFrame(this.looks);
  }
}

customElements.define("sf-rows", Rows);
