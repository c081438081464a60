import { store, stored } from "../storage.js";
import { say } from "../words.js";

// Keys that a focused element of this kind uses itself.
const takesAll = "input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], [role=textbox], [role=combobox], [role=listbox], [role=menu], [role=grid], [role=tree], dialog";
const takesSpace = "button, summary, input, [role=button], [role=slider], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=option], [role^=menuitem]";
const takesArrows = "input, audio, video, [role=slider], [role=radio], [role=tab], [role=option], [role^=menuitem], .queue-grip";

/** Key, what it does, and how it is told. A track must be here for all but the last three. */
const keys = [
  [" ", player => player.toggle(), "Space", "Play or pause"],
  ["k", player => player.toggle(), "K", "Play or pause"],
  ["j", player => player.step(-5), "J", "5 seconds back"],
  ["l", player => player.step(5), "L", "5 seconds on"],
  ["ArrowLeft", player => player.step(-5), "←", "5 seconds back"],
  ["ArrowRight", player => player.step(5), "→", "5 seconds on"],
  ["shift+n", player => player.next(), "Shift N", "Next track"],
  ["shift+p", player => player.previous(), "Shift P", "Previous track"],
  ["shift+ArrowUp", player => player.louder(0.05), "Shift ↑", "Louder"],
  ["shift+ArrowDown", player => player.louder(-0.05), "Shift ↓", "Quieter"],
  ["m", player => player.mute(), "M", "Mute"],
  ["s", player => player.shuffle(), "S", "Shuffle"],
  ["r", player => player.repeat(), "R", "Repeat: off, all, one"],
  ["f", player => player.favour(), "F", "Favourite"],
  ["q", player => player.list(), "Q", "Queue"],
];
const places = [
  ["/", () => go("#search", "/library"), "/", "Search your tracks"],
  ["c", () => go("#prompt", "/"), "C", "Create"],
];

const undoKey = navigator.platform.startsWith("Mac") ? "⌘ Z" : "Ctrl Z";

/** Single keys for those who want them: they can be turned off in the sheet that ? opens. */
export class Shortcuts {
  #key = "sf-shortcuts-off";
  #off = false; // for a browser that keeps nothing

  constructor(player) {
    this.player = player;
    document.addEventListener("keydown", event => this.#press(event));
  }

  get on() {
    return (stored("localStorage", this.#key) ?? this.#off) !== true;
  }

  sheet() {
    this.dialog ??= this.#make();
    this.dialog.querySelector("input").checked = this.on;
    this.dialog.showModal();
  }

  #press(event) {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const within = kind => event.composedPath().some(node => node.matches?.(kind)); // through the shadows of components too
    if (within(takesAll) || document.querySelector("dialog:modal")) return;
    if (event.ctrlKey || event.metaKey) return undo(event);
    if (event.key === "?") return event.preventDefault(), this.sheet();
    if (!this.on) return;
    const key = event.key.length > 1 ? event.key : event.key.toLowerCase();
    if (key === " " && within(takesSpace)) return;
    if (key.startsWith("Arrow") && within(takesArrows)) return;
    const vertical = key === "ArrowUp" || key === "ArrowDown"; // Elsewhere they scroll the page.
    const shifted = vertical ? event.shiftKey || within("sf-player") : event.shiftKey && key !== "/";
    const pressed = shifted ? `shift+${key}` : key;
    const own = this.player.track ? keys : [];
    const [, act] = [...own, ...places].find(([name]) => name === pressed) ?? [];
    if (!act) return;
    event.preventDefault();
    act(this.player);
  }

  #make() {
    const dialog = document.createElement("dialog");
    dialog.className = "shortcuts";
    dialog.setAttribute("aria-labelledby", "shortcuts-title");
    const others = [["ctrl+z", undo, undoKey, "Undo the last deletion"], ["?", undefined, "?", "This list"]];
    const rows = Map.groupBy([...keys, ...places, ...others], ([, , , text]) => text);
    dialog.innerHTML = `
      <form method="dialog">
        <h2 id="shortcuts-title">${say("Keyboard shortcuts")}</h2>
        <dl>${[...rows].map(([text, same]) => `<div><dt>${say(text)}</dt><dd>${same.map(([, , key]) => `<kbd>${say(key)}</kbd>`).join(" ")}</dd></div>`).join("")}</dl>
        <p><label><input type="checkbox"> ${say("Single keys work the player")}</label></p>
        <p class="leave"><button class="button">${say("Close")}</button></p>
      </form>`;
    dialog.addEventListener("change", event => {
      this.#off = !event.target.checked;
      store("localStorage", this.#key, this.#off);
    });
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
    this.player.append(dialog);
    return dialog;
  }
}

// As the button does that a deletion shows for a while; a text has an undo of its own.
function undo(event) {
  const button = document.querySelector("[data-undo]");
  if (!button || event.key.toLowerCase() !== "z" || event.shiftKey || event.repeat) return;
  event.preventDefault();
  button.click();
}

// To the field if it is on this page, else to its page and then to it, as soon as it can be typed into.
function go(selector, page) {
  if (document.querySelector(selector)) return land(selector, location.pathname, Date.now());
  const since = Date.now();
  Blazor.addEventListener("enhancedload", function once() {
    Blazor.removeEventListener("enhancedload", once);
    land(selector, page, since);
  });
  Blazor.navigateTo(page);
}

function land(selector, page, since) {
  const field = document.querySelector(selector);
  field?.focus();
  if (document.activeElement === field || location.pathname !== page || Date.now() - since > 5000) return;
  setTimeout(() => land(selector, page, since), 100);
}
