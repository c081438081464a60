import { Deck } from "./player/deck.js";
import { Face } from "./player/face.js";
import { player as markup } from "./player/markup.js";
import { SystemControls } from "./player/media-session.js";
import { keepQueue, keepSettings, recall } from "./player/memory.js";
import { Order } from "./player/order.js";
import { PlayButton } from "./player/play-button.js";
import { Position } from "./player/position.js";
import { QueuePanel } from "./player/queue-panel.js";
import { Sheet } from "./player/sheet.js";
import { Shortcuts } from "./player/shortcuts.js";
import { Sound } from "./player/sound.js";
import { Wave } from "./player/wave.js";

/** The page's one player. Any <sf-play> in the document works it, now or later, whatever renders it. */
class Player extends Deck {
  #kept = 0;

  connectedCallback() {
    if (this.sound) return;
    this.innerHTML = markup();
    const audio = this.querySelector("audio");
    this.sound = new Sound(audio, trouble => this.troubled(trouble));
    this.face = new Face(this);
    this.position = new Position(this, audio, seconds => this.seek(seconds));
    this.wave = new Wave(this.querySelector(".player-wave"), audio, this.nonce);
    this.panel = new QueuePanel(this);
    this.sheet = new Sheet(this);
    this.system = new SystemControls(this, audio);
    this.#listen(audio);
    this.shortcuts = new Shortcuts(this);
    this.#restore(audio);
  }

  #listen(audio) {
    this.addEventListener("click", event => this[event.target.closest("[data-do]")?.dataset.do]?.());
    this.querySelector("[data-volume]").addEventListener("input", event => this.loud(Number(event.target.value)));
    this.querySelector("[data-speed]").addEventListener("change", event => this.speed(Number(event.target.value)));
    for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, () => this.tell());
    for (const name of ["volumechange", "ratechange"]) audio.addEventListener(name, () => this.face.sound(audio));
    audio.addEventListener("ended", () => this.ended());
    audio.addEventListener("timeupdate", () => Date.now() - this.#kept > 5000 && this.#keep());
    for (const name of ["pause", "seeked"]) audio.addEventListener(name, () => this.#keep());
    addEventListener("pagehide", () => this.#keep());
    document.addEventListener("sf-track-gone", event => this.drop(event.detail.ids.map(String)));
    this.elsewhere = new BroadcastChannel("sf-player");
    this.elsewhere.addEventListener("message", () => this.pause());
    audio.addEventListener("play", () => this.elsewhere.postMessage("playing"));
  }

  loud(volume) {
    this.audio.muted = false;
    this.audio.volume = Math.min(1, Math.max(0, volume));
    this.#keep();
  }

  louder(by) {
    this.loud(this.audio.volume + by);
  }

  mute() {
    this.audio.muted = !this.audio.muted;
    this.#keep();
  }

  speed(rate) {
    this.audio.defaultPlaybackRate = this.audio.playbackRate = rate;
    this.#keep();
  }

  async favour() {
    const { id, favorite } = this.track ?? {};
    if (!id || !(await this.tracks.favour(id, !favorite))) return;
    document.dispatchEvent(new CustomEvent("sf-track-changed", { detail: { id, favorite: !favorite } }));
    if (id !== this.track?.id) return;
    this.track.favorite = !favorite;
    this.face.track(this.track);
  }

  list() {
    const button = this.querySelector(".player-tools [data-do=list]");
    this.panel.show(!this.panel.open);
    button.ariaExpanded = String(this.panel.open);
    if (!this.panel.open) button.focus();
  }

  keys() {
    this.shortcuts.sheet();
  }

  expand() {
    this.sheet.show(true);
  }

  collapse() {
    this.sheet.show(false);
  }

  loaded() {
    this.position.promised = this.track.length;
    this.hindered();
    this.known();
    this.wave.draw(this.track);
    this.position.show();
  }

  known() {
    this.face.track(this.track);
    this.system.show(this.track);
    this.panel.draw();
  }

  ordered() {
    this.face.order(this.order);
    this.panel.draw();
    const { list, order, shuffled, repeat } = this.order;
    keepQueue({ list, order: shuffled ? order : undefined, shuffled, repeat });
    this.#keep();
  }

  emptied() {
    if (this.panel.open) this.list();
    this.sheet.show(false);
    this.face.track();
    this.wave.clear();
    this.system.clear();
  }

  sought() {
    this.position.show();
  }

  hindered(trouble) {
    this.face.note(trouble);
  }

  tell() {
    this.face.playing(this.playing);
    const detail = { key: this.track?.key, id: this.track?.id, playing: this.playing };
    document.dispatchEvent(new CustomEvent("sf-player-changed", { detail }));
  }

  #keep() {
    if (this.track?.source) return;
    this.#kept = Date.now();
    const { volume, muted, playbackRate: speed, currentTime: at } = this.audio;
    keepSettings({ current: this.order.current, at, volume, muted, speed });
  }

  async #restore(audio) {
    const { current, at, volume, muted, speed, ...order } = recall();
    Object.assign(audio, { volume, muted, playbackRate: speed, defaultPlaybackRate: speed });
    this.order = new Order({ ...order, current });
    this.face.order(this.order);
    if (current === undefined) return;
    const near = [current, ...this.order.order.filter(id => id !== current).slice(0, 99)];
    const gone = await this.tracks.look(near);
    if (this.track || gone === undefined) return;
    if (gone.length === near.length) return this.clear();
    if (gone.length) this.drop(gone);
    if (!gone.includes(current)) this.load(this.tracks.get(current), at);
    this.tell();
  }
}

customElements.define("sf-player", Player);
customElements.define("sf-play", PlayButton);
