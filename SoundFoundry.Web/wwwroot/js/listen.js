import { clock } from "./clock.js";

// A shared track, played where it is shown. Without scripts the browser's own controls do.
//   <sf-listen play="Play" pause="Pause"><audio controls src></audio><sf-waveform …></sf-waveform></sf-listen>

const icons = { play: "M8 5.5v13l10.5-6.5z", pause: "M8.5 6v12M15.5 6v12" };

class Listen extends HTMLElement {
  connectedCallback() {
    this.audio = this.querySelector("audio");
    this.audio.controls = false;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "toggle";
    this.button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path /></svg>`;
    this.time = document.createElement("p");
    this.time.className = "time";
    this.time.innerHTML = "<span></span><span></span>";
    this.prepend(this.button);
    this.append(this.time);
    this.button.addEventListener("click", () => this.toggle());
    for (const name of ["play", "pause", "ended"]) this.audio.addEventListener(name, () => this.show());
    for (const name of ["timeupdate", "seeked", "durationchange"]) this.audio.addEventListener(name, () => this.tell());
    this.audio.addEventListener("error", () => this.fail());
    this.wave = this.querySelector("sf-waveform");
    customElements.whenDefined("sf-waveform").then(() => this.wave.follow(this.audio));
    document.addEventListener("keydown", event => this.press(event));
    this.show();
    this.tell();
  }

  /** Space and the arrows, where nothing else on the page takes them. */
  press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest("button, a, input, [role=slider]")) return;
    const by = { ArrowLeft: -5, ArrowRight: 5 }[event.key];
    if (event.key !== " " && !by) return;
    event.preventDefault();
    if (by) this.audio.currentTime = Math.max(0, this.audio.currentTime + by);
    else this.toggle();
  }

  toggle() {
    if (this.audio.paused) this.start();
    else this.audio.pause();
  }

  start() {
    this.setAttribute("begun", "");
    if ("mediaSession" in navigator) {
      navigator.mediaSession.metadata = new MediaMetadata({ title: document.title, artwork: [{ src: this.getAttribute("cover"), type: "image/png" }] });
    }
    this.audio.play().catch(reason => {
      if (reason.name !== "AbortError") this.fail();
    });
  }

  fail() {
    this.note ??= Object.assign(document.createElement("p"), { className: "time failed", role: "alert" });
    this.note.textContent = this.getAttribute("failed");
    this.time.replaceWith(this.note);
  }

  show() {
    const playing = !this.audio.paused;
    this.button.ariaLabel = this.button.title = this.getAttribute(playing ? "pause" : "play");
    this.button.querySelector("path").setAttribute("d", playing ? icons.pause : icons.play);
  }

  tell() {
    const length = Number.isFinite(this.audio.duration) ? this.audio.duration : Number(this.wave.getAttribute("length"));
    const [now, whole] = this.time.children;
    now.textContent = clock(this.audio.currentTime);
    whole.textContent = clock(length);
    this.note?.replaceWith(this.time);
  }
}

customElements.define("sf-listen", Listen);
