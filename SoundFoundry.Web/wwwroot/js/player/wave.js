/** The waveform, drawn from peaks that the server measured: nothing is decoded twice. Its library comes with the first track. */
export class Wave {
  #drawn;
  #track;

  constructor(container, audio, nonce) {
    Object.assign(this, { container, audio, nonce });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
    new MutationObserver(() => this.paint()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  async draw(track) {
    this.#track = track;
    this.clear();
    const [{ default: WaveSurfer }, found] = await Promise.all([import("../../lib/wavesurfer.js"), peaksOf(track)]);
    if (track !== this.#track || !found) return;
    this.clear();
    this.#drawn = WaveSurfer.create({
      container: this.container,
      media: this.audio,
      peaks: [found.peaks],
      duration: found.duration_s,
      height: "auto",
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      barMinHeight: 1,
      cursorWidth: 0,
      normalize: true,
      interact: false,
      hideScrollbar: true,
      cspNonce: this.nonce,
      ...this.#colours(),
    });
    this.container.classList.add("drawn");
  }

  clear() {
    this.#drawn?.destroy();
    this.#drawn = undefined;
    this.container.classList.remove("drawn");
  }

  paint() {
    this.#drawn?.setOptions(this.#colours());
  }

  // A canvas knows no custom properties: two properties of its container carry the colours of the design.
  #colours() {
    const style = getComputedStyle(this.container);
    return { waveColor: style.borderTopColor, progressColor: style.color };
  }
}

async function peaksOf(track) {
  if (!track.peaks) return undefined;
  const response = await fetch(track.peaks).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}
