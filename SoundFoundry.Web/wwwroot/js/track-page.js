import { Waveform } from "./waveform.js";

/** The waveform of a track that the page's player plays, or will play from where it is pressed. */
class TrackWave extends Waveform {
  connectedCallback() {
    super.connectedCallback();
    this.attend = () => this.find();
    document.addEventListener("sf-player-changed", this.attend);
    this.find();
  }

  disconnectedCallback() {
    document.removeEventListener("sf-player-changed", this.attend);
    this.follow(undefined);
  }

  find() {
    const player = document.querySelector("sf-player");
    const mine = String(player.track?.id) === this.getAttribute("track");
    this.follow(mine ? player.audio : undefined);
    if (!mine || this.wanted === undefined) return;
    player.audio.currentTime = this.wanted;
    this.wanted = undefined;
  }

  seek(seconds) {
    if (this.audio) return super.seek(seconds);
    this.wanted = seconds;
    document.querySelector(`sf-play[track="${this.getAttribute("track")}"] button`)?.click();
  }
}

/** A picture that is drawn on first demand: asked for again while it is not ready, and told in words if it never is. */
class Picture extends HTMLElement {
  left = 3;

  connectedCallback() {
    // Whatever renders it may put the picture in later; its events do not bubble.
    this.addEventListener("error", event => this.again(event.target), true);
    this.addEventListener("load", () => this.removeAttribute("missing"), true);
    const picture = this.querySelector("img");
    if (picture?.complete && !picture.naturalWidth && picture.loading !== "lazy") this.again(picture);
  }

  again(picture) {
    this.setAttribute("missing", "");
    if (this.left-- <= 0) return;
    setTimeout(() => {
      picture.src = picture.getAttribute("src");
    }, 4000);
  }
}

/** Tells the player, and whoever else plays or lists it, that a track is no more. */
class Gone extends HTMLElement {
  connectedCallback() {
    document.dispatchEvent(new CustomEvent("sf-track-gone", { detail: { ids: [this.getAttribute("track")] } }));
  }
}

customElements.define("sf-track-wave", TrackWave);
customElements.define("sf-picture", Picture);
customElements.define("sf-gone", Gone);
