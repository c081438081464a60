// The shape of a track, to look at and to seek in by pointer and keyboard.
//   <sf-waveform peaks="/api/…/peaks" length="30.1" name="Position"></sf-waveform>

import { clock } from "./clock.js";

const pitch = 4; // from bar to bar, in px
const bar = 2.5;

export class Waveform extends HTMLElement {
  connectedCallback() {
    if (this.picture) return;
    this.innerHTML = `<svg aria-hidden="true"><path class="rest" /><svg class="played" width="0" height="100%"><path /></svg></svg>`;
    this.picture = this.querySelector("svg");
    this.played = this.querySelector(".played");
    this.seconds = Number(this.getAttribute("length")) || 0;
    this.peaks = [];
    this.role = "slider";
    this.tabIndex = 0;
    this.ariaLabel = this.getAttribute("name");
    this.ariaValueMin = "0";
    this.addEventListener("keydown", event => this.seekByKey(event));
    this.addEventListener("pointerdown", event => this.seekByPointer(event));
    this.addEventListener("pointermove", event => event.buttons === 1 && this.hasPointerCapture(event.pointerId) && this.seekTo(event));
    new ResizeObserver(() => this.draw()).observe(this);
    this.show();
    this.load();
  }

  /** The sound whose position is shown and moved; none leaves the start. */
  follow(audio) {
    if (audio === this.audio) return;
    this.following?.abort();
    this.audio = audio;
    this.following = new AbortController();
    for (const name of ["play", "timeupdate", "seeked", "emptied"]) audio?.addEventListener(name, () => this.show(), { signal: this.following.signal });
    this.show();
  }

  seek(seconds) {
    if (this.audio) this.audio.currentTime = seconds;
  }

  /** Without peaks it stays a line that can be seeked in. */
  async load() {
    const response = await fetch(this.getAttribute("peaks")).catch(() => undefined);
    if (!response?.ok) return;
    const { peaks, duration_s } = await response.json();
    this.peaks = peaks;
    this.seconds = duration_s;
    this.draw();
    this.show();
  }

  draw() {
    const { width, height } = this.getBoundingClientRect();
    const bars = Math.floor(width / pitch);
    const loudest = Math.max(0.01, ...this.peaks);
    let path = "";
    for (let i = 0; i < bars; i++) {
      const half = Math.max(1, this.peakOf(i, bars) / loudest * (height / 2 - 1));
      path += `M${(i + 0.5) * pitch} ${(height / 2 - half).toFixed(1)}V${(height / 2 + half).toFixed(1)}`;
    }
    for (const line of this.querySelectorAll("path")) {
      line.setAttribute("d", path);
      line.setAttribute("stroke-width", bar);
    }
    this.show();
  }

  peakOf(index, bars) {
    const from = Math.floor(index / bars * this.peaks.length);
    const to = Math.max(from + 1, Math.floor((index + 1) / bars * this.peaks.length));
    return Math.max(0, ...this.peaks.slice(from, to));
  }

  show() {
    const now = Math.min(this.audio?.currentTime ?? 0, this.seconds);
    this.played.setAttribute("width", this.seconds ? `${100 * now / this.seconds}%` : "0");
    this.ariaValueMax = String(Math.round(this.seconds));
    this.ariaValueNow = String(Math.round(now));
    this.ariaValueText = `${clock(now)} / ${clock(this.seconds)}`;
    if (!this.audio || this.audio.paused || this.frame || !this.isConnected) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = undefined;
      this.show();
    });
  }

  seekByPointer(event) {
    if (event.button !== 0) return;
    this.setPointerCapture(event.pointerId);
    this.seekTo(event);
  }

  seekTo(event) {
    const { left, width } = this.getBoundingClientRect();
    this.seek(Math.min(Math.max((event.clientX - left) / width, 0), 1) * this.seconds);
  }

  seekByKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const now = this.audio?.currentTime ?? 0;
    const to = {
      ArrowRight: now + 5, ArrowUp: now + 5, ArrowLeft: now - 5, ArrowDown: now - 5,
      PageUp: now + 30, PageDown: now - 30, Home: 0, End: this.seconds,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.seek(Math.min(Math.max(to, 0), this.seconds));
  }
}

customElements.define("sf-waveform", class extends Waveform {});
