import { say } from "../words.js";
import { icon } from "./icons.js";

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

const tool = (action, name, text, more = "") =>
  `<button type="button" class="tool ${more}" data-do="${action}" aria-label="${say(text)}" title="${say(text)}">${icon(name)}</button>`;

/** The player's parts, in the order of the keyboard. What they look like on which page is css/player.css's. */
export const player = () => `
  <section class="player" aria-label="${say("Player")}" hidden>
    <button type="button" class="player-open" data-do="expand" aria-label="${say("Show all of it")}" aria-expanded="false"></button>
    ${tool("collapse", "down", "Close", "player-close")}
    <span class="player-cover"><img alt="" hidden>${icon("note")}</span>
    <p class="player-name"><a><bdi></bdi></a><span class="player-note" role="status"></span></p>
    ${tool("favour", "heart", "Favourite", "favorite listed")}
    <div class="player-transport" role="group" aria-label="${say("Controls")}">
      ${tool("shuffle", "shuffle", "Shuffle", "listed player-mode")}
      ${tool("previous", "previous", "Previous track", "listed")}
      ${tool("toggle", "play", "Play", "big")}
      ${tool("next", "next", "Next track", "listed")}
      ${tool("repeat", "repeat", "Repeat", "listed player-mode")}
    </div>
    <span class="player-time" data-now>0:00</span>
    <div class="player-wave" role="slider" tabindex="0" aria-label="${say("Position")}" aria-valuemin="0"></div>
    <span class="player-time" data-length>0:00</span>
    <div class="player-tools" role="group" aria-label="${say("Options")}">
      <select data-speed aria-label="${say("Speed")}" title="${say("Speed")}">
        ${speeds.map(speed => `<option value="${speed}"${speed === 1 ? " selected" : ""}>${speed}×</option>`).join("")}
      </select>
      <span class="player-volume">
        ${tool("mute", "volume", "Mute")}
        <input type="range" data-volume min="0" max="1" step="0.05" value="1" aria-label="${say("Volume")}">
      </span>
      ${tool("list", "queue", "Queue", "listed")}
      <a class="tool listed" data-download download data-enhance-nav="false" aria-label="${say("Download")}" title="${say("Download")}">${icon("download")}</a>
      ${tool("keys", "keys", "Keyboard shortcuts", "player-keys")}
    </div>
    <audio preload="metadata"></audio>
    <section class="queue" aria-label="${say("Queue")}" tabindex="-1" hidden>
      <header><h2>${say("Queue")}</h2><span data-count></span>${tool("list", "remove", "Close")}</header>
      <div class="queue-scroll"><ol></ol></div>
      <p class="visually-hidden" role="status" data-said></p>
    </section>
  </section>`;

export const row = () => `
  <button type="button" class="tool queue-grip">${icon("grip")}</button>
  <button type="button" class="queue-name" data-jump><bdi></bdi><span></span></button>
  <button type="button" class="tool" data-remove>${icon("remove")}</button>`;
