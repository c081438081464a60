// Calls of scripts to Api, by the page's own address.

import { say } from "./words.js";

/** Calls Api; the answer's body is read if it is JSON. That nothing answers is an answer too, in the words of the page. */
export async function call(method, path, body) {
  const answer = await send(method, path, body).catch(() => undefined);
  if (answer && answer.body?.code !== "api_unreachable") return answer;
  return { ok: false, status: 503, body: { detail: say("The service does not answer right now. Try again in a moment.") } };
}

async function send(method, path, body) {
  const init = { method, headers: { Accept: "application/json" } };
  if (body !== undefined) {
    init.headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init);
  const isJson = response.headers.get("Content-Type")?.includes("json");
  return { ok: response.ok, status: response.status, body: isJson ? await response.json() : undefined };
}

/** What a form says, by its fields' names. */
export function bodyOf(form) {
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
  if ("flag" in control.dataset) return control.value === "true";
  if (control.type === "date") return new Date(`${control.value}T23:59:59`).toISOString();
  return control.value;
}
