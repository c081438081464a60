// What a reload must not forget. Ids only: names are asked for again, so that who signs in next reads nothing of who was here before.
import { store, stored } from "../storage.js";

const settings = "sf-player";
const queue = "sf-player-queue";

export function recall() {
  const { current, at, volume, muted, speed, list, order, shuffled, repeat } = { ...stored("localStorage", settings), ...stored("localStorage", queue) };
  return {
    current: typeof current === "string" ? current : undefined,
    at: between(0, at, 86_400) ?? 0,
    volume: between(0, volume, 1) ?? 1,
    muted: muted === true,
    speed: between(0.5, speed, 2) ?? 1,
    list: ids(list),
    order: ids(order) ?? ids(list),
    shuffled: shuffled === true,
    repeat: ["off", "all", "one"].includes(repeat) ? repeat : "off",
  };
}

export const keepSettings = value => store("localStorage", settings, value);

export const keepQueue = value => store("localStorage", queue, value);

const between = (least, value, most) => (value >= least && value <= most ? value : undefined);

const ids = value => (Array.isArray(value) && value.every(id => typeof id === "string") ? value : undefined);
