// A form of ours sends its fields as JSON to Api and says beside each field what was wrong with it; what was typed stays.
//   <sf-form call="POST /api/auth/sign-in" next="/"><form>…</form></sf-form>
// A field named "scopes[]" makes a list; a number or a check box is one in the JSON too; an empty field marked data-optional is left out.

class Form extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this);
  }

  disconnectedCallback() {
    this.removeEventListener("submit", this);
  }

  async handleEvent(event) {
    event.preventDefault();
    const form = event.target;
    if (this.busy || (this.hasAttribute("ask") && !confirm(this.getAttribute("ask")))) return;
    this.busy = true;
    form.setAttribute("aria-busy", "true");
    this.clear(form);
    try {
      await this.send(form);
    } finally {
      this.busy = false;
      form.removeAttribute("aria-busy");
    }
  }

  async send(form) {
    const [method, path] = this.getAttribute("call").split(" ");
    const answer = await call(method, path, bodyOf(form)).catch(() => undefined);
    if (!answer) return this.say(form, "The service does not answer right now. Try again in a moment.");
    if (!answer.ok) return this.refuse(form, answer);
    const shown = this.querySelector("[data-show]");
    if (shown) return this.show(form, shown, answer);
    if (this.hasAttribute("said")) {
      form.reset();
      return this.say(form, this.getAttribute("said"), "status");
    }
    const next = this.getAttribute("next");
    if (next) location.assign(next);
    else location.reload();
  }

  refuse(form, answer) {
    let left = true;
    for (const [name, messages] of Object.entries(answer.body?.errors ?? {})) {
      const field = form.elements[name] ?? form.elements[`${name}[]`];
      const control = field?.length && !field.options ? field[0] : field;
      if (!control || control.type === "hidden") continue;
      const error = document.createElement("p");
      error.className = "error";
      error.id = `${control.id || name}-error`;
      error.textContent = messages[0];
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${error.id}`.trim());
      (control.closest(".field") ?? control).append(error);
      if (left) control.focus();
      left = false;
    }
    if (left) this.say(form, answer.body?.detail ?? answer.body?.title ?? "That did not work.");
  }

  show(form, output, answer) {
    output.querySelector("[data-value]").textContent = answer.body[output.dataset.show];
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

  clear(form) {
    for (const line of form.querySelectorAll(".field > .error, .said")) line.remove();
    for (const control of form.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      const left = control.getAttribute("aria-describedby").split(" ").slice(0, -1).join(" ");
      if (left) control.setAttribute("aria-describedby", left);
      else control.removeAttribute("aria-describedby");
    }
  }
}

/** Calls Api; the answer's body is read if it is JSON. */
export async function call(method, path, body) {
  const init = { method, headers: { Accept: "application/json" } };
  if (body !== undefined) {
    init.headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init);
  const isJson = response.headers.get("Content-Type")?.includes("json");
  return { ok: response.ok, status: response.status, body: isJson ? await response.json() : undefined };
}

function bodyOf(form) {
  const body = {};
  for (const control of form.elements) {
    if (!control.name || control.disabled || control.type === "submit") continue;
    if (control.name.endsWith("[]")) {
      const list = body[control.name.slice(0, -2)] ??= [];
      if (control.checked) list.push(control.value);
    } else if (control.type === "checkbox") body[control.name] = control.checked;
    else if (control.type === "radio") { if (control.checked) body[control.name] = control.value; }
    else if (control.value !== "" || !("optional" in control.dataset)) body[control.name] = valueOf(control);
  }
  return Object.keys(body).length ? body : undefined;
}

function valueOf(control) {
  if (control.type === "number" || "number" in control.dataset) return Number(control.value);
  if (control.type === "date") return new Date(`${control.value}T23:59:59`).toISOString();
  return control.value;
}

customElements.define("sf-form", Form);
