// A form of ours sends its fields as JSON to Api and says beside each field what was wrong with it; what was typed stays.
//   <sf-form call="POST /api/auth/sign-in" next="/"><form>…</form></sf-form>
// Then the page is drawn anew around the player, which plays on; "then" leads to another page of the same visitor, and "next" loads one
// from the start, for who becomes somebody else. "said" is what to say afterwards, "ask" what to ask before. An element with data-show shows
// that field of the answer, and "open" names the field with an address to go to.
// A field named "scopes[]" makes a list; a number or a check box is one in the JSON too, and so is data-number or data-flag; an empty field
// marked data-optional is left out.

import { ask } from "./ask.js";
import { bodyOf, call } from "./calls.js";
import { redraw } from "./redraw.js";
import { say } from "./words.js";

class Form extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this);
    this.addEventListener("invalid", this, true);
    this.addEventListener("input", this);
  }

  disconnectedCallback() {
    this.removeEventListener("submit", this);
    this.removeEventListener("invalid", this, true);
    this.removeEventListener("input", this);
  }

  handleEvent(event) {
    if (event.type === "input") return this.clear(event.target);
    event.preventDefault();
    return event.type === "invalid" ? this.point(event.target) : this.submit(event.target, event.submitter);
  }

  async submit(form, button) {
    if (this.busy) return;
    this.busy = true;
    form.setAttribute("aria-busy", "true");
    this.clearAll(form);
    try {
      if (!this.hasAttribute("ask") || await ask(this.getAttribute("ask"), button?.firstChild.textContent ?? say("Yes"))) await this.send(form);
    } finally {
      this.busy = false;
      form.removeAttribute("aria-busy");
    }
  }

  async send(form) {
    const [method, path] = this.getAttribute("call").split(" ");
    const answer = await call(method, path, bodyOf(form));
    if (!answer.ok) return this.refuse(form, answer);
    const shown = this.querySelector("[data-show]");
    if (shown) return this.show(form, shown, answer);
    if (this.hasAttribute("open")) return location.assign(answer.body[this.getAttribute("open")]);
    if (this.hasAttribute("next")) return location.assign(this.getAttribute("next"));
    await redraw(this.getAttribute("then") ?? undefined);
    form.reset();
    if (this.hasAttribute("said")) this.say(form, this.getAttribute("said"), "status");
  }

  refuse(form, answer) {
    let left = true;
    for (const [name, messages] of Object.entries(answer.body?.errors ?? {})) {
      const field = form.elements[name] ?? form.elements[`${name}[]`];
      const control = field?.length && !field.options ? field[0] : field;
      if (!control || control.type === "hidden") continue;
      this.blame(control, messages[0]);
      if (left) control.focus();
      left = false;
    }
    if (left) this.say(form, answer.body?.detail ?? answer.body?.title ?? say("That did not work."));
  }

  /** What the browser itself finds wrong is told in the same place. */
  point(control) {
    this.clear(control);
    this.blame(control, control.validationMessage);
    if (control.form.querySelector(":is(input, select, textarea):invalid") === control) control.focus();
  }

  blame(control, message) {
    const error = document.createElement("p");
    error.className = "error";
    error.id = `${control.id || control.name}-error`;
    error.textContent = message;
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${error.id}`.trim());
    (control.closest(".field") ?? control.parentElement).append(error);
  }

  show(form, output, answer) {
    const value = answer.body[output.dataset.show];
    output.querySelector("[data-value]").textContent = value;
    output.querySelector("sf-copy").setAttribute("text", value);
    output.hidden = false;
    form.hidden = true;
    output.focus();
  }

  say(form, text, role = "alert") {
    const line = document.createElement("p");
    line.className = role === "alert" ? "error said" : "notice said";
    line.setAttribute("role", role);
    line.textContent = text;
    form.append(line);
  }

  clearAll(form) {
    for (const line of form.querySelectorAll(".said")) line.remove();
    for (const control of form.querySelectorAll("[aria-invalid]")) this.clear(control);
  }

  clear(control) {
    if (!control.hasAttribute("aria-invalid")) return;
    const described = control.getAttribute("aria-describedby").split(" ");
    document.getElementById(described.pop())?.remove();
    control.removeAttribute("aria-invalid");
    if (described.length) control.setAttribute("aria-describedby", described.join(" "));
    else control.removeAttribute("aria-describedby");
  }
}

customElements.define("sf-form", Form);
