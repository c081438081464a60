// Blazor's connection to the server, without ever stopping the music: a page that plays is not reloaded behind its listener's back.

const notice = document.getElementById("components-reconnect-modal");
const reload = () => location.reload();
const playing = () => document.querySelector("sf-player")?.playing;

notice.querySelector("[data-reload]").addEventListener("click", reload);

notice.addEventListener("components-reconnect-state-changed", async event => {
  if (event.detail.state === "failed") document.addEventListener("visibilitychange", retry);
  if (event.detail.state !== "rejected" || playing()) return;
  reload();
});

async function retry() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", retry);
  try {
    const found = await Blazor.reconnect() || await Blazor.resumeCircuit();
    if (!found && !playing()) reload();
  } catch {
    // The server is still away: ask again when the page is looked at again.
    document.addEventListener("visibilitychange", retry);
  }
}
