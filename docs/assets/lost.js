// What an address that leads nowhere may have meant: one without what a sentence has left behind it, or without capitals; a comparison that is no longer
// written, a page without its language, or a slip in a name.
import { BEHIND } from "./pasted.js";

(() => {
  const root = new URL("..", import.meta.url).pathname;
  let path = location.pathname.slice(root.length);
  try { path = decodeURIComponent(path); } catch { /* then it is looked at as it was written */ }
  // A page ends in a slash, a file in a name with a dot. Ids have no capitals; the name of an edition may.
  const meant = path
    .replace(BEHIND, (behind, at) => at && (behind.includes("/") || !/\.[^/]*$/.test(path.slice(0, at))) ? "/" : "")
    .replace(/^(editions\/[^/]+\/)?((?:[rck]|zh|en)\/.*)$/is, (_, past = "", rest) => past + rest.toLowerCase());
  if (meant !== path) {
    const there = new URL(location.href); // with the question and the place; nothing is left to take away there, so it leads on but once
    there.pathname = root + encodeURI(meant);
    return location.replace(there.href);
  }
  const pair = path.match(/^(zh|en)\/compare\/([a-z0-9-]+)\/([a-z0-9-]+)\/$/);
  if (pair) return location.replace(`${root}${pair[1]}/compare/?roles=${pair[2]},${pair[3]}`);

  const [, written, rest] = path.toLowerCase().replace(/(\/|\/?index\.html?)$/, "").match(/^(?:(zh|en)(?:\/|$))?(.*)$/s) ?? [];
  const asked = rest?.split("/").pop();
  if (!asked) return;
  let kept = null;
  try { kept = localStorage.getItem("handbook-language"); } catch { /* storage may be closed; the browser's serves */ }
  const language = written ?? (kept === "zh" || kept === "en" ? kept : navigator.language.startsWith("zh") ? "zh" : "en");
  /** @type {HTMLInputElement} */ (document.querySelector("input[name=q]")).value = asked.replace(/[-_]+/g, " ");

  /** How many letters must be put in, left out, changed or swapped to make one word of the other. */
  const apart = (one, other) => {
    let last = [...Array(other.length + 1).keys()];
    let before = last;
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  };
  /** How far what was asked for is from a page, by its id and its names; Infinity where it is another. */
  const far = (id, names) => Math.min(...[id, ...names].map((name) => {
    const plain = name.toLowerCase().replace(/[ _]+/g, "-");
    const steps = apart(asked.replace(/[ _]+/g, "-"), plain);
    return steps <= Math.max(1, Math.floor(plain.length / 4)) ? steps : plain.length > 2 && asked.length > 2 && plain.includes(asked) ? 9 : Infinity;
  }));

  fetch(`${root}assets/places.json`).then((answer) => answer.json()).then((places) => {
    if (!written && places[rest]) return location.replace(`${root}${language}/${rest}/`);
    const near = Object.entries(places)
      .map(([place, names]) => ({ place, name: names[language === "zh" ? 0 : 1], steps: far(place.split("/").pop(), names) }))
      .filter(({ steps }) => steps < Infinity)
      .sort((one, other) => one.steps - other.steps)
      .slice(0, 5);
    document.querySelector(".near ul").append(...near.map(({ place, name }) => {
      const line = document.createElement("li");
      line.append(Object.assign(document.createElement("a"), { href: `${root}${language}/${place}/`, lang: language, textContent: name }));
      return line;
    }));
    document.querySelector(".near").hidden = !near.length;
  }).catch(() => { /* the lists below lead on */ });
})();
