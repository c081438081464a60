import { mixed, Order } from "./order.js";
import { atOnce, Tracks } from "./tracks.js";

const skipping = 3000; // ms in which to read why a track is skipped
const skips = 3; // in a row; then it is not the tracks
const final = ["gone", "not-ready", "broken"];

/** What is played and what comes after it. How it looks, and what is remembered of it, is the element's that derives from this one: it gives
 *  the sound, and is told what happens. */
export class Deck extends HTMLElement {
  /** Of sound.js. */
  sound;
  track;
  order = new Order();
  tracks = new Tracks();
  #byItself = false;
  #skipped = 0;
  #skip;

  /** Another track is here. */
  loaded() {}

  /** More is known of the track that is here. */
  known() {}

  /** The order is another one. */
  ordered() {}

  /** Nothing is here any more. */
  emptied() {}

  /** It plays, or no longer does. */
  tell() {}

  /** It was set to another place. */
  sought() {}

  /** @param trouble What hinders playing; undefined if nothing does. */
  hindered(trouble) {}

  get audio() {
    return this.sound?.audio;
  }

  get playing() {
    return this.sound?.wanted ?? false;
  }

  /** Plays the track; the one already here goes on from where it is. */
  play(track, ids) {
    this.#byItself = false;
    const here = this.#has(track);
    if (track.id) this.#follow(track, ids ?? (here ? this.order.list : [track.id]));
    if (!here) this.load(track);
    this.start();
  }

  /** What the button of a track does: pauses what plays, else plays it. */
  press(track, ids) {
    if (this.playing && this.#has(track)) this.pause();
    else this.play(track, ids);
  }

  /** Plays a list from the first of it that can be heard; shuffled, from any. */
  async playAll(ids, { shuffled = false } = {}) {
    const list = ids.map(String);
    const first = (shuffled ? mixed(list) : list).slice(0, atOnce);
    await this.tracks.look(first);
    const track = first.map(id => this.tracks.get(id)).find(track => track?.audible);
    if (!track) return;
    this.play(track, list);
    if (shuffled && !this.order.shuffled) this.shuffle();
  }

  start() {
    this.hindered();
    this.sound.play();
    this.tell();
  }

  pause() {
    clearTimeout(this.#skip);
    this.sound.pause();
    this.tell();
  }

  toggle() {
    if (this.playing) this.pause();
    else this.start();
  }

  next() {
    this.#byItself = false;
    this.#to(this.order.after());
  }

  previous() {
    this.#byItself = false;
    const before = this.order.before();
    if (this.audio.currentTime > 3 || before === undefined) this.seek(0);
    else this.#to(before);
  }

  jump(id) {
    this.#byItself = false;
    if (id === this.track?.id) this.toggle();
    else this.#to(id);
  }

  seek(seconds) {
    this.sound.seek(seconds);
    this.sought();
  }

  step(seconds) {
    this.seek(this.audio.currentTime + seconds);
  }

  shuffle() {
    this.order.shuffle(!this.order.shuffled);
    this.ordered();
  }

  repeat() {
    this.order.repeat = { off: "all", all: "one", one: "off" }[this.order.repeat];
    this.ordered();
  }

  move(id, to) {
    this.order.move(id, to);
    this.ordered();
  }

  /** Takes tracks out of the queue; the one that plays gives way to the next, and the last one ends it. */
  drop(ids) {
    const { order, index, current } = this.order;
    const gone = new Set(ids);
    const next = order.slice(index + 1).find(id => !gone.has(id));
    this.order.remove(ids);
    if (!gone.has(current)) this.ordered();
    else if (next === undefined) this.clear();
    else this.#to(next, this.playing);
  }

  /** Nothing is left to play. */
  clear() {
    this.sound.pause();
    this.track = undefined;
    this.order = new Order({ shuffled: this.order.shuffled, repeat: this.order.repeat });
    this.emptied();
    this.ordered();
    this.tell();
  }

  load(track, at = 0) {
    clearTimeout(this.#skip);
    this.track = track.id ? { peaks: `/api/tracks/${track.id}/peaks`, ...track } : track;
    this.sound.load(track.source ?? `/api/tracks/${track.id}/audio`, at);
    this.loaded();
    if (track.id) this.#look(track.id);
  }

  ended() {
    this.#byItself = true;
    this.#skipped = 0;
    if (this.track.id) this.#to(this.order.after({ byItself: true }));
  }

  /** A track that can't be played is told of; the queue goes past it only where it was going by itself. */
  troubled(trouble) {
    this.hindered(trouble);
    this.tell();
    if (!trouble) this.#skipped = 0;
    if (final.includes(trouble) && this.#byItself && this.#skipped++ < skips)
      this.#skip = setTimeout(() => this.#to(this.order.after()), skipping);
  }

  #has(track) {
    return track.key === this.track?.key && !this.audio.error;
  }

  #follow(track, ids) {
    this.tracks.tell(track);
    if (track.id === this.order.current && ids.join() === this.order.list.join()) return;
    this.order.set(ids, track.id);
    this.ordered();
  }

  #to(id, playing = true) {
    if (id === undefined) return;
    this.order.current = id;
    this.ordered();
    if (id === this.track?.id) this.seek(0);
    else this.load(this.tracks.get(id) ?? { key: id, id, name: "…" });
    if (playing) this.start();
  }

  // The next one's name too, so that it is there when its turn comes.
  async #look(id) {
    const gone = await this.tracks.look([id, this.order.after()].filter(id => id && !this.tracks.get(id)?.looked));
    if (!gone || gone.includes(id) || id !== this.track?.id) return;
    Object.assign(this.track, this.tracks.get(id));
    this.known();
  }
}
