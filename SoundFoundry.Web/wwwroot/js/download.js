/** A file that is made on first demand is asked for until it is there; only then the browser fetches it. */
class Download extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", event => this.begin(event));
  }

  async begin(event) {
    const link = event.target.closest("a");
    if (!link || this.ready) return;
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    link.setAttribute("aria-busy", "true");
    const patience = setTimeout(() => this.say(this.getAttribute("pending")), 300);
    const trouble = await this.prepare(link.href);
    clearTimeout(patience);
    link.removeAttribute("aria-busy");
    this.busy = false;
    this.say(trouble ?? "");
    if (trouble === undefined) this.fetch(link);
  }

  /** Returns what went wrong, in words; nothing if the file is there. */
  async prepare(address) {
    for (let left = 5; left > 0; left--) {
      const answer = await fetch(address, { redirect: "manual" }).catch(() => undefined);
      if (answer?.type === "opaqueredirect") return undefined;
      if (answer?.status !== 503) return (await answer?.json().catch(() => undefined))?.detail ?? this.getAttribute("failed");
      await new Promise(resolve => setTimeout(resolve, 1000 * (Number(answer.headers.get("Retry-After")) || 2)));
    }
    return this.getAttribute("failed");
  }

  fetch(link) {
    this.ready = true;
    link.click();
    this.ready = false;
  }

  say(text) {
    this.querySelector(".said").textContent = text;
  }
}

customElements.define("sf-download", Download);
