// Asks before what can't be undone, in a dialog that names the thing.

import { say } from "./words.js";

/** Answers whether the person said yes. */
export function ask(question, yes) {
  const dialog = document.createElement("dialog");
  const form = document.createElement("form");
  const words = document.createElement("p");
  dialog.className = "ask";
  form.method = "dialog";
  words.id = "ask-words";
  words.textContent = question;
  dialog.setAttribute("aria-labelledby", words.id);
  form.append(words, button(say("Cancel"), ""), button(yes, "yes"));
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    dialog.remove();
    resolve(dialog.returnValue === "yes");
  }));
}

function button(text, value) {
  const made = document.createElement("button");
  made.className = value ? "button danger" : "button";
  made.value = value;
  made.textContent = text;
  return made;
}
