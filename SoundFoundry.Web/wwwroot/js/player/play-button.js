import { say } from "../words.js";
import { icon, paths } from "./icons.js";

/** The play button of one track; in or beside an <sf-queue ids="1,2,3"> that list plays on from there.
 *    <sf-play track="7" name="Tide" length="30" cover="/api/tracks/7/cover?v=9"></sf-play>
 *    <sf-play source="/…/audio" name="Tide" length="30" cover="/…/cover"></sf-play>   for who owns nothing here */
export class PlayButton extends HTMLElement {
  static observedAttributes = ["name"];

  get #key() {
    return this.getAttribute("track") ?? this.getAttribute("source");
  }

  connectedCallback() {
    this.innerHTML = `<button type="button" class="tool play">${icon("play")}</button>`;
    this.querySelector("button").addEventListener("click", () => this.player.press(this.#track(), queueOf(this)));
    this.show = event => this.#mark(event.detail);
    document.addEventListener("sf-player-changed", this.show);
    this.#mark({ key: this.player?.track?.key, playing: this.player?.playing });
  }

  disconnectedCallback() {
    document.removeEventListener("sf-player-changed", this.show);
  }

  attributeChangedCallback() {
    if (this.querySelector("button")) this.#label();
  }

  get player() {
    return document.querySelector("sf-player");
  }

  #track() {
    const track = { key: this.#key, name: this.getAttribute("name"), length: Number(this.getAttribute("length")) };
    for (const name of ["source", "cover"]) if (this.hasAttribute(name)) track[name] = this.getAttribute(name);
    return track.source ? track : { ...track, id: track.key };
  }

  #mark({ key, playing }) {
    const current = key !== undefined && key === this.#key;
    this.toggleAttribute("current", current);
    this.toggleAttribute("playing", current && playing);
    this.#label();
  }

  #label() {
    const playing = this.hasAttribute("playing");
    const button = this.querySelector("button");
    button.ariaLabel = say(playing ? "Pause {0}" : "Play {0}", this.getAttribute("name"));
    button.querySelector("path").setAttribute("d", playing ? paths.pause : paths.play);
  }
}

/** The list around an element, or beside it or one of its ancestors. */
function queueOf(element) {
  for (let at = element; at; at = at.parentElement) {
    const found = at.localName === "sf-queue" ? at : at.querySelector(":scope > sf-queue");
    if (found) return idsOf(found);
  }
  return undefined;
}

// A list that is still being read has no ids yet, but rows that can be seen.
function idsOf(queue) {
  const ids = (queue.getAttribute("ids") ?? "").split(",").filter(Boolean);
  return ids.length ? ids : [...queue.querySelectorAll("sf-play[track]")].map(play => play.getAttribute("track"));
}
