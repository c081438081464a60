// What was typed outlives a reload and a lost circuit: it is kept in this tab's storage.

const key = "soundfoundry.draft";

export function attach(form) {
  form.addEventListener("input", () => {
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    sessionStorage.setItem(key, JSON.stringify(values));
  });
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // The server hears of the text when the field reports a change, which leaving it does.
    event.target.blur();
    event.target.focus();
    form.requestSubmit();
  });
  return read();
}

export function focusFirstError(form) {
  form.querySelector("[aria-invalid=true]")?.focus();
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    // Not ours, or from an older version of the form: start afresh.
    return {};
  }
}
