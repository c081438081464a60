const stale = 30 * 60_000; // ms; a signed address lives for an hour
const stalled = 6_000; // ms without a sound while there should be one
const lasting = 5_000; // ms after opening; a sound that comes and breaks sooner does not show that the track can be played
const patience = 6; // times to begin again before a track counts as broken

/** The audio element, and how it goes on when an address expired or the server was away. */
export class Sound {
  #address;
  #opened = 0;
  #tries = 0;
  #hindered = false;
  #at = 0;
  #timer;

  /** @param told is called with what hinders playing, in one word, or with undefined when nothing does any more. */
  constructor(audio, told) {
    this.audio = audio;
    this.told = told;
    this.wanted = false;
    audio.addEventListener("error", () => this.wanted && this.#again());
    audio.addEventListener("waiting", () => this.#later(stalled, () => this.#again()));
    audio.addEventListener("timeupdate", () => this.#moved());
    audio.addEventListener("pause", () => this.#paused());
    addEventListener("online", () => this.wanted && audio.error && this.#again());
  }

  /** Another sound; it keeps still until it is played. */
  load(address, at = 0) {
    this.#address = address;
    this.#tries = 0;
    this.#hindered = false;
    this.#at = at;
    this.#open();
  }

  async play() {
    this.wanted = true;
    if (this.audio.error || Date.now() - this.#opened > stale) this.#open();
    try {
      await this.audio.play();
    } catch (reason) {
      // Else another track was chosen before this one began, or the element's error event tells it.
      if (reason.name === "NotAllowedError") this.#giveUp("refused");
    }
  }

  pause() {
    this.wanted = false;
    this.#tries = 0;
    clearTimeout(this.#timer);
    this.audio.pause();
  }

  seek(seconds) {
    this.#at = Math.min(Math.max(seconds, 0), this.audio.duration || seconds);
    this.audio.currentTime = this.#at;
  }

  #open() {
    clearTimeout(this.#timer);
    this.#opened = Date.now();
    const rate = this.audio.playbackRate;
    this.audio.src = this.#address;
    this.audio.defaultPlaybackRate = this.audio.playbackRate = rate;
    if (this.#at > 0) this.audio.currentTime = this.#at;
  }

  // By us, by the end, or by the browser itself: a headphone was pulled out, another program wants to be heard.
  #paused() {
    clearTimeout(this.#timer);
    if (!this.audio.error) this.wanted = false;
  }

  #moved() {
    if (this.audio.currentTime === this.#at) return;
    this.#at = this.audio.currentTime;
    clearTimeout(this.#timer);
    if (Date.now() - this.#opened > lasting) this.#tries = 0;
    if (!this.#hindered) return;
    this.#hindered = false;
    this.told(undefined);
  }

  // The first time it is most likely the address that expired: nobody needs to hear of that.
  async #again() {
    const [tries, address] = [this.#tries++, this.#address];
    if (tries === 0) return this.#reopen();
    const trouble = await this.#ask();
    if (!this.wanted || this.#tries !== tries + 1 || this.#address !== address) return;
    if (trouble !== "away" && (trouble || tries > patience)) return this.#giveUp(trouble ?? "broken");
    this.#hindered = true;
    this.told("away");
    this.#later(Math.min(15_000, 500 * 2 ** Math.min(tries, 5)), () => this.#reopen());
  }

  #reopen() {
    this.#open();
    return this.play();
  }

  #giveUp(trouble) {
    this.wanted = false;
    this.told(trouble);
  }

  #later(wait, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wanted && then(), wait);
  }

  /** Why the address gives no sound; undefined if it should. */
  async #ask() {
    const response = await fetch(this.#address, { method: "HEAD", redirect: "manual" }).catch(() => undefined);
    if (!response || response.status >= 500) return "away";
    return { 401: "signed-out", 403: "gone", 404: "gone", 409: "not-ready", 410: "gone" }[response.status];
  }
}
