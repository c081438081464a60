// Plays a list of tracks from its beginning, or from the first of it that can be heard.

export async function play(ids, shuffled = false) {
  const order = shuffled ? shuffle(ids) : ids;
  const answer = await fetch(`/api/tracks?ids=${order.slice(0, 100)}`).catch(() => undefined);
  const { tracks } = answer?.ok ? await answer.json() : { tracks: [] };
  const track = tracks.find(track => track.status === "COMPLETE");
  if (!track) return;
  document.querySelector("sf-player").play({
    key: String(track.id),
    id: String(track.id),
    name: track.title ?? track.prompt,
    length: track.measured_duration_s,
    cover: `/api/tracks/${track.id}/cover?v=${track.job_id}`,
  }, order.map(String));
}

function shuffle(ids) {
  const order = [...ids];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
