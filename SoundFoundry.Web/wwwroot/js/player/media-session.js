const actions = {
  play: player => player.start(),
  pause: player => player.pause(),
  stop: player => player.pause(),
  previoustrack: player => player.previous(),
  nexttrack: player => player.next(),
  seekbackward: (player, { seekOffset }) => player.step(-(seekOffset ?? 5)),
  seekforward: (player, { seekOffset }) => player.step(seekOffset ?? 5),
  seekto: (player, { seekTime }) => player.seek(seekTime),
};

/** What the lock screen and the media keys show and do. */
export class SystemControls {
  #session = navigator.mediaSession;

  constructor(player, audio) {
    if (!this.#session) return;
    for (const [action, act] of Object.entries(actions)) this.#handle(action, details => act(player, details));
    const tell = () => this.#tell(audio);
    for (const name of ["play", "pause", "seeked", "ratechange", "durationchange"]) audio.addEventListener(name, tell);
  }

  show(track) {
    if (!this.#session) return;
    const artwork = track.cover
      ? [{ src: new URL(`${track.cover}${track.cover.includes("?") ? "&" : "?"}format=png`, location.href).href, sizes: "512x512", type: "image/png" }]
      : [];
    this.#session.metadata = new MediaMetadata({ title: track.name, artist: "SoundFoundry", artwork });
  }

  clear() {
    if (this.#session) this.#session.metadata = null;
  }

  #handle(action, act) {
    try {
      this.#session.setActionHandler(action, act);
    } catch {
      // Browsers differ in the actions they know; the ones they know work.
    }
  }

  #tell(audio) {
    this.#session.playbackState = audio.paused ? "paused" : "playing";
    if (!Number.isFinite(audio.duration)) return;
    this.#session.setPositionState({
      duration: audio.duration,
      playbackRate: audio.playbackRate,
      position: Math.min(audio.currentTime, audio.duration),
    });
  }
}
