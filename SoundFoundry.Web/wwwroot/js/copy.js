/** Copies its text, and says so for a moment. */
class Copy extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", event => event.target.closest("button") && this.copy());
  }

  async copy() {
    const text = this.getAttribute("text");
    // Without https there is no clipboard, only what is selected.
    if (!navigator.clipboard) this.copySelected(text);
    else await navigator.clipboard.writeText(text);
    const said = this.querySelector(".said");
    said.textContent = this.getAttribute("said");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { said.textContent = ""; }, 2500);
  }

  copySelected(text) {
    const box = document.createElement("textarea");
    box.value = text;
    this.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
}

customElements.define("sf-copy", Copy);
