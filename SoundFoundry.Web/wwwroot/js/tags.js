// Words as chips in a field: <sf-tags field="tags" name="tags" value="slow, piano" suggestions="jazz|folk"></sf-tags>
// Its value is what stands in it, separated by commas; it reports changes like any control. The list follows the ARIA combobox pattern.

const shown = 6;

class Tags extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = ["value", "invalid"];

  constructor() {
    super();
    this.internals = this.attachInternals();
    this.tags = [];
    this.found = [];
    this.at = -1;
  }

  get name() {
    return this.getAttribute("name");
  }

  get value() {
    return this.tags.join(", ");
  }

  connectedCallback() {
    if (this.input) return;
    const id = this.getAttribute("field");
    this.chips = make("ul", { className: "chips" });
    this.input = make("input", { id, autocomplete: "off", dir: "auto", maxLength: 2000 });
    this.list = make("ul", { className: "options", id: `${id}-options`, role: "listbox", hidden: true, ariaLabel: this.getAttribute("choices") });
    this.news = make("span", { className: "visually-hidden", role: "status" });
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
      "aria-describedby": this.getAttribute("described"),
    })) this.input.setAttribute(name, value);
    this.append(this.chips, this.input, this.list, this.news);
    this.input.addEventListener("input", () => this.type());
    this.input.addEventListener("keydown", event => this.press(event));
    // Who only passes by with the keyboard is not stopped by a list.
    this.input.addEventListener("click", () => this.suggest());
    this.input.addEventListener("blur", () => this.commit());
    // Its own changes are told by this element, once they are tags.
    this.input.addEventListener("change", event => event.stopPropagation());
    this.list.addEventListener("mousedown", event => event.preventDefault());
    this.list.addEventListener("click", event => this.pick(event.target.closest("li")));
    this.attributeChangedCallback("value");
    this.attributeChangedCallback("invalid");
  }

  attributeChangedCallback(name) {
    if (!this.input) return;
    if (name === "invalid") return this.mark();
    const value = this.getAttribute("value") ?? "";
    if (value === this.value) return;
    this.tags = [];
    for (const tag of value.split(",")) this.put(tag);
    this.draw();
  }

  mark() {
    if (this.hasAttribute("invalid")) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }

  type() {
    const parts = this.input.value.split(",");
    const last = parts.pop();
    if (parts.length) {
      this.add(...parts);
      this.input.value = last.trimStart();
    }
    if (this.input.value) this.suggest();
    else this.close();
  }

  press(event) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.suggest();
      else this.move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (this.at >= 0) this.pick(this.list.children[this.at]);
      else this.commit();
    } else if (key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    } else if (key === "Backspace" && this.input.value === "" && this.tags.length) this.remove(this.tags.length - 1);
  }

  commit() {
    const text = this.input.value;
    this.input.value = "";
    if (text.trim()) this.add(text);
    this.close();
  }

  pick(option) {
    if (!option) return;
    this.input.value = "";
    this.add(option.textContent);
    this.close();
  }

  add(...texts) {
    const added = texts.filter(text => this.put(text)).map(text => text.trim());
    if (added.length) this.tell("added", added.join(", "));
  }

  put(text) {
    const tag = text.trim();
    const isNew = tag !== "" && !this.tags.some(other => other.toLowerCase() === tag.toLowerCase());
    if (isNew) this.tags.push(tag);
    return isNew;
  }

  remove(index) {
    const [tag] = this.tags.splice(index, 1);
    this.tell("removed", tag);
    this.input.focus();
  }

  tell(what, text) {
    this.draw();
    this.news.textContent = this.getAttribute(what).replace("{0}", text);
    this.dispatchEvent(new Event("input", { bubbles: true }));
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  draw() {
    this.internals.setFormValue(this.value);
    this.chips.replaceChildren(...this.tags.map((tag, index) => {
      const button = make("button", { type: "button", textContent: "×", ariaLabel: this.getAttribute("remove").replace("{0}", tag) });
      button.addEventListener("click", () => this.remove(index));
      const chip = make("li", {});
      chip.append(make("bdi", { textContent: tag }), button);
      return chip;
    }));
  }

  suggest() {
    const typed = this.input.value.trim().toLowerCase();
    const taken = new Set(this.tags.map(tag => tag.toLowerCase()));
    this.found = (this.getAttribute("suggestions") ?? "").split("|")
      .filter(tag => tag && !taken.has(tag.toLowerCase()) && tag.toLowerCase().includes(typed))
      .sort((a, b) => typed ? b.toLowerCase().startsWith(typed) - a.toLowerCase().startsWith(typed) : 0)
      .slice(0, shown);
    this.list.replaceChildren(...this.found.map((tag, index) =>
      make("li", { id: `${this.list.id}-${index}`, role: "option", textContent: tag, ariaSelected: "false" })));
    this.list.hidden = this.found.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.select(-1);
  }

  move(step) {
    const count = this.found.length + 1;
    this.select((this.at + 1 + step + count) % count - 1);
  }

  select(index) {
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = index;
    const option = this.list.children[index];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.select(-1);
  }
}

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

customElements.define("sf-tags", Tags);
