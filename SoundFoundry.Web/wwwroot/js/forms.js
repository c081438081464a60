// A form of ours sends its fields as JSON to Api and says beside each field what was wrong with it; what was typed stays.
//   <sf-form call="POST /api/auth/sign-in" next="/"><form>…</form></sf-form>
// Then the page is drawn anew around the player, which plays on; "then" leads to another page of the same visitor, and "next" loads one
// from the start, for who becomes somebody else. "said" is what to say afterwards, "ask" what to ask before. An element with data-show shows
// that field of the answer, and "open" names the field with an address to go to.
// A field named "scopes[]" makes a list, and in a fieldset with data-some one of them must be ticked; a number or a check box is one in the
// JSON too, and so is data-number or data-flag; an empty field marked data-optional is left out.

import { ask } from "./ask.js";
import { bodyOf, call } from "./calls.js";
import { objection, unticked } from "./objections.js";
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
    if (event.type === "input") return this.clear(event.target.closest("[data-some]")?.querySelector("input") ?? event.target);
    event.preventDefault();
    return event.type === "invalid" ? this.point(event.target) : this.submit(event.target, event.submitter);
  }

  async submit(form, button) {
    if (this.busy) return;
    this.clearAll(form);
    const box = unticked(form);
    if (box) return this.accuse(box, say("Choose at least one."));
    this.busy = true;
    form.setAttribute("aria-busy", "true");
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
    const errors = Object.entries(answer.body?.errors ?? {}).map(([name, [message]]) => [this.named(form, name), message]);
    const shown = errors.filter(([control]) => control && control.type !== "hidden");
    for (const [control, message] of shown) this.blame(control, message);
    if (shown.length) return shown[0][0].focus();
    // What is hidden came with the page's address.
    const link = errors.some(([control]) => control) && say("The link that led here is not whole. Open it again, or ask for a new one.");
    this.say(form, link || (answer.body?.detail ?? errors[0]?.[1] ?? answer.body?.title ?? say("That did not work.")));
  }

  named(form, name) {
    const field = form.elements[name] ?? form.elements[`${name}[]`];
    return field?.length && !field.options ? field[0] : field;
  }

  /** What the browser itself finds wrong is told in the same place. */
  point(control) {
    this.clear(control);
    this.blame(control, objection(control));
    if (control.form.querySelector(":is(input, select, textarea):invalid") === control) control.focus();
  }

  accuse(control, message) {
    this.blame(control, message);
    control.focus();
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

// A filter is judged by the server, which draws the page anew.
Blazor.addEventListener("enhancedload", () => document.querySelector("form.filter [aria-invalid]")?.focus());
