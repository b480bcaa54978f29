// What this browser cannot keep: that is said until it can, and nothing of it goes without a question.
import { does } from "./notices.js";
import { isEmpty } from "./state.js";

/** @param {() => any[]} all the stores @param {Function} put of notices.js @param {() => any} words @param {() => void} save to a file */
export function unkept(all, put, words, save) {
  let why = "";
  const saved = new WeakSet(); // the states that were saved to a file

  /** Says why nothing is kept, where that has changed; and lets the reader save it. */
  function hindered() {
    const now = all().find((one) => one.hindered)?.hindered ?? "";
    if (now === why) return;
    why = now;
    put("hindered", ...(now ? [words()[now], " ", does(words().saveFile, save)] : []));
  }

  addEventListener("focus", () => { // somebody may have made room elsewhere
    if (!why) return;
    for (const one of all()) one.again();
    hindered();
  });
  addEventListener("beforeunload", (event) => { // the other language is another page, too
    if (all().some(({ hindered: lost, state }) => lost && !isEmpty(state) && !saved.has(state))) event.preventDefault();
  });
  return { hindered, saved };
}
