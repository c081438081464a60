// The one menu of a list, opened at the row whose button was pressed. The browser closes it on Escape and on a press elsewhere.

/** @param opener The button; the focus goes back to it. */
export function open(menu, opener) {
  if (!menu || !opener || menu.matches(":popover-open")) return;
  if (!menu.dataset.ready) attach(menu);
  opener.setAttribute("aria-expanded", "true");
  menu.addEventListener("toggle", event => {
    if (event.newState !== "closed") return;
    opener.setAttribute("aria-expanded", "false");
  }, { once: false, signal: closing(menu) });
  menu.showPopover();
  place(menu, opener.getBoundingClientRect());
  items(menu)[0]?.focus();
}

function attach(menu) {
  menu.dataset.ready = "";
  menu.addEventListener("keydown", event => move(menu, event));
  menu.addEventListener("click", event => event.target.closest("[role=menuitem]") && menu.hidePopover());
}

function closing(menu) {
  menu.closer?.abort();
  menu.closer = new AbortController();
  return menu.closer.signal;
}

function move(menu, event) {
  const all = items(menu);
  const now = all.indexOf(document.activeElement);
  const next = {
    ArrowDown: (now + 1) % all.length, ArrowUp: (now - 1 + all.length) % all.length, Home: 0, End: all.length - 1,
  }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  all[next].focus();
}

function items(menu) {
  return [...menu.querySelectorAll("[role=menuitem]")];
}

/** Below the button, or above it where there is no room; never over the edge. */
function place(menu, at) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + height <= innerHeight;
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, below ? at.bottom : at.top - height)}px`;
}
