import WaveSurfer from "../lib/wavesurfer.js";

const icons = {
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8.5 6v12M15.5 6v12",
};

/** The page's one player. Any <sf-play> in the document works it, now or later, whatever renders it. */
class Player extends HTMLElement {
  get playing() {
    return this.audio !== undefined && !this.audio.paused;
  }

  connectedCallback() {
    if (this.audio) return;
    this.innerHTML = `
      <section class="player" aria-label="Player" hidden>
        <button type="button" class="tool big" data-toggle><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path /></svg></button>
        <p class="player-name"><bdi></bdi><span class="player-note" role="status"></span></p>
        <div class="player-wave" role="slider" tabindex="0" aria-label="Position" aria-valuemin="0"></div>
        <p class="player-time"><span data-now>0:00</span> / <span data-length>0:00</span></p>
        <audio preload="auto"></audio>
      </section>`;
    this.audio = this.querySelector("audio");
    this.slider = this.querySelector("[role=slider]");
    this.querySelector("[data-toggle]").addEventListener("click", () => this.toggle());
    this.slider.addEventListener("keydown", event => this.seekByKey(event));
    for (const name of ["play", "pause", "ended"]) this.audio.addEventListener(name, () => this.tell());
    for (const name of ["timeupdate", "durationchange", "seeked"]) this.audio.addEventListener(name, () => this.showTime());
    this.audio.addEventListener("error", () => this.note("This track can't be played right now."));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.wave?.setOptions(this.colours()));
    this.showTime();
    this.tell();
  }

  /** Plays the track, or pauses or resumes it if it is the one already here. */
  play(track) {
    if (track.id === this.track?.id && !this.audio.error) return this.toggle();
    this.track = track;
    this.note("");
    this.querySelector("section").hidden = false;
    this.querySelector("bdi").textContent = track.name;
    this.audio.src = track.source ?? `/api/tracks/${track.id}/audio`;
    this.start();
    this.draw(track);
  }

  toggle() {
    if (this.audio.paused) this.start();
    else this.audio.pause();
  }

  start() {
    this.audio.play().catch(reason => {
      // Another track was chosen before this one began, or the element's error event tells it better.
      if (reason.name !== "AbortError" && !this.audio.error) this.note("The browser did not allow playing. Press play again.");
    });
  }

  async draw(track) {
    this.wave?.destroy();
    this.wave = undefined;
    const { peaks, duration_s } = await this.peaks(track);
    if (track !== this.track) return;
    this.wave = WaveSurfer.create({
      container: this.slider,
      media: this.audio,
      peaks: [peaks],
      duration: duration_s,
      height: 44,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      normalize: true,
      cspNonce: this.nonce,
      ...this.colours(),
    });
  }

  /** Without peaks the track still plays; the wave is then a plain line. */
  async peaks(track) {
    const response = track.source ? undefined : await fetch(`/api/tracks/${track.id}/peaks`).catch(() => undefined);
    return response?.ok ? response.json() : { peaks: [0.02, 0.02], duration_s: track.length };
  }

  colours() {
    const style = getComputedStyle(this.slider);
    return { waveColor: style.borderTopColor, progressColor: style.color, cursorColor: style.color };
  }

  seekByKey(event) {
    const length = this.audio.duration || 0;
    const to = {
      ArrowRight: this.audio.currentTime + 5, ArrowUp: this.audio.currentTime + 5,
      ArrowLeft: this.audio.currentTime - 5, ArrowDown: this.audio.currentTime - 5,
      Home: 0, End: length,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.audio.currentTime = Math.min(Math.max(to, 0), length);
  }

  showTime() {
    const [now, length] = [this.audio.currentTime, this.audio.duration || this.track?.length || 0];
    this.querySelector("[data-now]").textContent = clock(now);
    this.querySelector("[data-length]").textContent = clock(length);
    this.slider.ariaValueMax = String(Math.round(length));
    this.slider.ariaValueNow = String(Math.round(now));
    this.slider.ariaValueText = `${clock(now)} of ${clock(length)}`;
  }

  note(text) {
    this.querySelector(".player-note").textContent = text;
  }

  tell() {
    const button = this.querySelector("[data-toggle]");
    button.ariaLabel = button.title = this.playing ? "Pause" : "Play";
    button.querySelector("path").setAttribute("d", this.playing ? icons.pause : icons.play);
    document.dispatchEvent(new CustomEvent("sf-player-changed", { detail: { id: this.track?.id, playing: this.playing } }));
  }
}

/** The play button of one track. */
class PlayButton extends HTMLElement {
  static observedAttributes = ["name"];

  connectedCallback() {
    this.innerHTML = `
      <button type="button" class="tool play"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path /></svg></button>`;
    const player = document.querySelector("sf-player");
    this.querySelector("button").addEventListener("click", () => player.play({
      id: this.getAttribute("track"),
      name: this.getAttribute("name"),
      length: Number(this.getAttribute("length")),
      source: this.getAttribute("source"),
    }));
    this.show = event => this.mark(event.detail);
    document.addEventListener("sf-player-changed", this.show);
    this.mark({ id: player.track?.id, playing: player.playing });
  }

  disconnectedCallback() {
    document.removeEventListener("sf-player-changed", this.show);
  }

  attributeChangedCallback() {
    if (this.querySelector("button")) this.label();
  }

  mark({ id, playing }) {
    this.toggleAttribute("current", id === this.getAttribute("track"));
    this.toggleAttribute("playing", playing && id === this.getAttribute("track"));
    this.label();
  }

  label() {
    const playing = this.hasAttribute("playing");
    const button = this.querySelector("button");
    button.ariaLabel = `${playing ? "Pause" : "Play"} ${this.getAttribute("name")}`;
    button.querySelector("path").setAttribute("d", playing ? icons.pause : icons.play);
  }
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

customElements.define("sf-player", Player);
customElements.define("sf-play", PlayButton);
