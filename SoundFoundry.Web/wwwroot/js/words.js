// The page's texts for scripts, in its language; an English text is its own key.
const words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");

/** say("{0} tracks", 3) */
export function say(text, ...values) {
  return (words[text] ?? text).replace(/\{(\d+)\}/g, (_, index) => values[index]);
}
