// What the browser keeps for us, as JSON. It may be forbidden or full, and anybody may have written there: then nothing is kept, and nothing fails.

/** @param place "localStorage" or "sessionStorage": even to name them throws where they are forbidden. */
export function stored(place, key) {
  try {
    return JSON.parse(globalThis[place].getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function store(place, key, value) {
  try {
    globalThis[place].setItem(key, JSON.stringify(value));
  } catch {
    // Forbidden or full: see above.
  }
}
