import { clock } from "../clock.js";
import { say } from "../words.js";

/** The slider of the position: by pointer, by finger and by keys. */
export class Position {
  #held = false;

  constructor(player, audio, seek) {
    Object.assign(this, { player, audio, seek, slider: player.querySelector("[role=slider]") });
    this.slider.addEventListener("keydown", event => this.#byKey(event));
    this.slider.addEventListener("pointerdown", event => this.#hold(event));
    this.slider.addEventListener("pointermove", event => this.#held && this.#byPointer(event));
    for (const name of ["pointerup", "pointercancel"]) this.slider.addEventListener(name, () => (this.#held = false));
    for (const name of ["timeupdate", "durationchange", "seeking", "emptied"]) audio.addEventListener(name, () => this.show());
  }

  get length() {
    return Number.isFinite(this.audio.duration) && this.audio.duration > 0 ? this.audio.duration : this.promised || 0;
  }

  show() {
    const [now, length] = [this.audio.currentTime, this.length];
    this.player.querySelector("[data-now]").textContent = clock(now);
    this.player.querySelector("[data-length]").textContent = clock(length);
    this.slider.ariaValueMax = String(Math.round(length));
    this.slider.ariaValueNow = String(Math.round(now));
    this.slider.ariaValueText = say("{0} of {1}", clock(now), clock(length));
    this.player.style.setProperty("--played", length ? Math.min(1, now / length) : 0);
  }

  #hold(event) {
    if (event.button !== 0) return;
    this.#held = true;
    this.slider.setPointerCapture(event.pointerId);
    this.#byPointer(event);
  }

  #byPointer(event) {
    const { left, width } = this.slider.getBoundingClientRect();
    this.seek(this.length * Math.min(1, Math.max(0, (event.clientX - left) / width)));
  }

  #byKey(event) {
    const now = this.audio.currentTime;
    const to = {
      ArrowRight: now + 5, ArrowUp: now + 5, ArrowLeft: now - 5, ArrowDown: now - 5,
      PageUp: now + 30, PageDown: now - 30, Home: 0, End: this.length,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.seek(to);
  }
}
