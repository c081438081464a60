// What the library's page does in the browser: its address, its keys, and the parts of the list that are asked for.

export { play } from "./play-list.js";
import { open } from "./menu.js";
import "./rows.js";

export function attach(root, page) {
  if (!root) return;
  const rows = root.querySelector("sf-rows");
  rows.ask = (start, count) => page.invokeMethodAsync("LookAsync", start, count);
  rows.look();
  root.addEventListener("keydown", event => press(page, event));
  // The player has a heart of its own.
  const marked = ({ detail }) => root.isConnected
    ? page.invokeMethodAsync("MarkedAsync", Number(detail.id), detail.favorite)
    : document.removeEventListener("sf-track-changed", marked);
  document.addEventListener("sf-track-changed", marked);
  const arrived = () => root.isConnected ? arrive(root, page) : Blazor.removeEventListener("enhancedload", arrived);
  Blazor.addEventListener("enhancedload", arrived);
  // What was typed before anybody listened.
  const search = root.querySelector("#search");
  if (search.value.trim() !== searched()) search.dispatchEvent(new Event("input", { bubbles: true }));
}

export function showMenu(menu, trackId) {
  open(menu, document.getElementById(`more-${trackId}`));
}

/** The address tells what is looked at, so that "back", a reload and a bookmark find it again. */
export function setAddress(query, replace) {
  const address = location.pathname + query;
  if (address === location.pathname + location.search) return;
  if (replace) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
  if (!replace) scrollTo(0, 0);
}

export function tellGone(ids) {
  document.dispatchEvent(new CustomEvent("sf-track-gone", { detail: { ids } }));
}

export function focus(selector) {
  document.querySelector(selector)?.focus();
}

function arrive(root, page) {
  root.querySelector("#search").value = searched();
  return page.invokeMethodAsync("ArriveAsync", location.search);
}

function searched() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

function press(page, event) {
  const inList = event.target.closest("sf-rows") && !event.target.matches("input:not([type=checkbox]), textarea");
  if (!inList || event.altKey) return;
  const all = (event.ctrlKey || event.metaKey) && event.key === "a";
  if (!all && event.key !== "Delete" && event.key !== "Escape") return;
  if (event.key !== "Escape") event.preventDefault();
  page.invokeMethodAsync("PressAsync", all ? "All" : event.key);
}
