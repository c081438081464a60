// What the pages of a list play.
export const play = (ids, shuffled = false) => document.querySelector("sf-player").playAll(ids, { shuffled });
