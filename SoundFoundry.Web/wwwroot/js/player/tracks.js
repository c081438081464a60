export const atOnce = 100; // as many ids as one question to the API may name
const kept = 1000;

/** What is known of tracks: asked for only when it is shown, and then many at once. */
export class Tracks {
  #known = new Map();

  get(id) {
    return this.#known.get(id);
  }

  /** What a page knows already need not be asked for. */
  tell(track) {
    this.#known.set(track.id, { ...this.#known.get(track.id), ...track });
    for (const id of this.#known.keys()) {
      if (this.#known.size <= kept) break;
      this.#known.delete(id);
    }
  }

  /** Ids that are nobody's, or not this listener's; undefined if it could not be asked. */
  async look(ids) {
    const gone = [];
    for (let i = 0; i < ids.length; i += atOnce) {
      const part = ids.slice(i, i + atOnce);
      const response = await fetch(`/api/tracks?ids=${part}`).catch(() => undefined);
      if (!response?.ok) return undefined;
      for (const track of (await response.json()).tracks) this.tell(named(track));
      gone.push(...part.filter(id => !this.#known.get(id)?.looked));
    }
    return gone;
  }

  async favour(id, favorite) {
    const response = await fetch(`/api/tracks/${id}`, {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ favorite }),
    }).catch(() => undefined);
    if (response?.ok) this.tell({ id, favorite });
    return response?.ok ?? false;
  }
}

const named = track => ({
  key: String(track.id),
  id: String(track.id),
  name: track.title || track.prompt.replaceAll(/\s+/g, " ").trim(),
  length: track.measured_duration_s ?? track.duration_s,
  cover: `/api/tracks/${track.id}/cover?v=${track.job_id}`,
  favorite: track.favorite,
  audible: track.status === "COMPLETE",
  looked: true,
});
