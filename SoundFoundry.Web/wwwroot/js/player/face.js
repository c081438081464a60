import { say } from "../words.js";
import { paths } from "./icons.js";

const troubles = {
  refused: "The browser did not allow playing. Press play again.",
  away: "The server does not answer. It plays on when it does.",
  "signed-out": "You are signed out. Sign in to listen on.",
  gone: "This track is no longer here.",
  "not-ready": "This track has no audio yet.",
  broken: "This track can't be played right now.",
};
const repeats = { off: "Repeat: off", all: "Repeat: all", one: "Repeat: this track" };

/** What the player shows of itself. */
export class Face {
  constructor(player) {
    this.player = player;
    this.section = player.querySelector(".player");
    this.image = player.querySelector(".player-cover img");
    this.image.addEventListener("load", () => (this.image.hidden = false));
    this.image.addEventListener("error", () => (this.image.hidden = true));
  }

  track(track) {
    this.section.hidden = !track;
    this.section.classList.toggle("local", track?.id === undefined);
    if (!track) return;
    this.player.querySelector("bdi").textContent = track.name;
    const link = this.player.querySelector(".player-name a");
    link.title = track.name;
    if (track.id) link.href = `/tracks/${track.id}`;
    else link.removeAttribute("href");
    if (track.id) this.player.querySelector("[data-download]").href = `/api/tracks/${track.id}/audio?download=true`;
    this.#cover(track.cover);
    this.#pressed("favour", track.favorite === true);
  }

  /** In words, what hinders playing; nothing if nothing does. */
  note(trouble) {
    this.player.querySelector(".player-note").textContent = trouble ? say(troubles[trouble]) : "";
  }

  playing(on) {
    this.#draw("toggle", on ? "pause" : "play", on ? "Pause" : "Play");
    this.section.classList.toggle("playing", on);
  }

  order(order) {
    this.#pressed("shuffle", order.shuffled);
    this.#pressed("repeat", order.repeat !== "off");
    this.#name("repeat", repeats[order.repeat]);
    this.#button("repeat").classList.toggle("one", order.repeat === "one");
    this.#button("next").ariaDisabled = order.after() === undefined ? "true" : null;
  }

  sound(audio) {
    const silent = audio.muted || audio.volume === 0;
    this.#draw("mute", silent ? "muted" : "volume", silent ? "Unmute" : "Mute");
    this.player.querySelector("[data-volume]").value = audio.muted ? 0 : audio.volume;
    this.player.querySelector("[data-speed]").value = audio.playbackRate;
  }

  #cover(address) {
    if (this.image.getAttribute("src") === (address ?? null)) return;
    this.image.hidden = true;
    if (address) this.image.src = address;
    else this.image.removeAttribute("src");
  }

  #button(action) {
    return this.player.querySelector(`[data-do=${action}]`);
  }

  #pressed(action, on) {
    this.#button(action).ariaPressed = String(on);
  }

  #name(action, text) {
    const button = this.#button(action);
    button.ariaLabel = button.title = say(text);
  }

  #draw(action, picture, text) {
    this.#name(action, text);
    this.#button(action).querySelector("path").setAttribute("d", paths[picture]);
  }
}
