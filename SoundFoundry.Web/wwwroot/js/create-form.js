// The form that asks for music. What was typed outlives a reload and a lost circuit: it is kept in this tab's storage.

import { store, stored } from "./storage.js";
import "./tags.js";

const key = "soundfoundry.draft";

/** Two clicks of one double click are one wish. */
const together = 1000;

export function attach(form) {
  if (!form) return undefined;
  let last = -Infinity;
  form.addEventListener("submit", event => {
    const again = event.timeStamp - last < together;
    if (!again) last = event.timeStamp;
    else {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
  form.addEventListener("input", event => {
    follow(form, event.target);
    keep(form);
  });
  form.addEventListener("change", event => mirror(form, event.target)?.dispatchEvent(new Event("change", { bubbles: true })));
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
    const one = form.dataset.mode === "simple" && event.target.matches("textarea") && !event.shiftKey;
    if (!one && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // The server hears of the text when the field reports a change, which leaving it does.
    event.target.blur();
    event.target.focus();
    form.requestSubmit();
  });
  form.addEventListener("click", event => insert(form, event.target.closest("[data-insert]")));
  return read();
}

/** @param {boolean} show whether the reader is to be taken to what was filled in. */
export function keep(form, show) {
  if (!form) return;
  const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  // A field that is closed or not shown at the moment is no part of the form; what stood in it is still wanted.
  store("sessionStorage", key, { ...read(), ...values });
  if (!show) return;
  if (location.search) history.replaceState(history.state, "", location.pathname);
  form.elements.prompt.focus();
  form.elements.prompt.scrollIntoView({ block: "center" });
}

export function focusFirstError(form) {
  const field = form?.querySelector("[aria-invalid=true]");
  field?.focus({ preventScroll: true });
  // What is wrong stands below the field: both are to be seen.
  field?.closest(".field, fieldset").scrollIntoView({ block: "center" });
}

function mirror(form, control) {
  if (!control.dataset.mirrors) return undefined;
  const field = form.elements[control.dataset.mirrors];
  field.value = control.value;
  return field;
}

function follow(form, control) {
  mirror(form, control);
  const slider = form.querySelector(`[data-mirrors="${CSS.escape(control.name)}"]`);
  if (slider && control.name) slider.value = control.value;
  const words = control.dataset.words?.split("|");
  if (!words) return;
  const word = words[Math.round(control.value * (words.length - 1))];
  control.setAttribute("aria-valuetext", word);
  control.nextElementSibling.value = word;
}

// A part stands on a line of its own, where the writing is; the browser's own undo knows of it.
function insert(form, button) {
  if (!button) return;
  const field = form.elements[button.dataset.into];
  const before = field.value.slice(0, field.selectionStart);
  const lead = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  field.focus();
  const text = `${lead}${button.dataset.insert}\n`;
  if (!document.execCommand("insertText", false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// Whatever else stands there is not ours, or from an older version of the form.
function read() {
  return Object.fromEntries(Object.entries(stored("sessionStorage", key) ?? {}).filter(([, value]) => typeof value === "string"));
}
