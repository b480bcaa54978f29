// What this browser keeps. Every change reads anew what is kept, changes that and writes it, so that two tabs never lose each other's edits.
import { Fault, checked, empty, read, today, written as fileOf } from "./state.js";

const root = new URL("..", /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=icon]")).href).pathname;
export const KEYS = { mine: `${root}.path.1`, sheet: `${root}.path-sheet.1` };

/** Why nothing can be kept: `blocked` by the browser or a private window, or `full`. */
function hindrance(error) {
  return error instanceof DOMException && /quota/i.test(error.name) ? "full" : "blocked";
}

/** What is kept under a key, and changes of it. `stamp` puts handbook and edition on what is written; `told` hears of what other tabs write. */
export function store(key, stamp, told) {
  let state = empty();
  let written = false; // whether this page knows of something kept
  let hindered = ""; // why it cannot be kept
  let unread = ""; // what is kept and cannot be read

  /** What is kept now. Where the browser has emptied its store, what this page still knows. */
  function kept() {
    if (unread) return state;
    let text;
    try { text = localStorage.getItem(key); } catch (error) {
      hindered = hindrance(error);
      return state;
    }
    return text === null ? state : read(text);
  }

  function write(changed) {
    state = changed;
    if (unread) return;
    try {
      localStorage.setItem(key, JSON.stringify(changed));
      [written, hindered] = [true, ""];
    } catch (error) {
      hindered = hindrance(error);
    }
  }

  addEventListener("storage", (event) => {
    if (event.storageArea !== localStorage || (event.key !== key && event.key !== null)) return;
    if (event.newValue === null) return told("emptied", state);
    try {
      state = read(event.newValue);
      told("changed", state);
    } catch { /* whatever wrote that, what stands here stays and is written with the next change */ }
  });

  return {
    key,
    get state() { return state; },
    /** Why nothing is kept; empty where all is well. */
    get hindered() { return hindered; },
    /** What is kept here and cannot be read, as it stands; empty where there is no such thing. */
    get unread() { return unread; },
    /** Reads what is kept. A Fault where that cannot be read: it stays as it is until it is `forgotten`. */
    open() {
      try {
        state = kept();
        written = !hindered && localStorage.getItem(key) !== null;
        if (!written && !hindered) { // whether it could be kept is said before anybody writes
          localStorage.setItem(`${key}.try`, "");
          localStorage.removeItem(`${key}.try`);
        }
        return null;
      } catch (error) {
        if (!(error instanceof Fault)) {
          hindered = hindrance(error);
          return null;
        }
        unread = localStorage.getItem(key) ?? "";
        return error;
      }
    },
    /** Applies a change to what is kept. A Fault where the result would be more than fits; then nothing is changed. */
    change(fn) {
      let before;
      try { before = kept(); } catch { before = state; }
      try {
        const changed = checked({ ...fn(before), ...stamp(), saved: today() });
        fileOf(changed); // what is kept can always be saved and opened again
        write(changed);
        return null;
      } catch (error) {
        if (error instanceof Fault) return error;
        throw error;
      }
    },
    /** Gives up what cannot be read, so that one can begin anew. */
    forget() {
      unread = "";
      write(state);
    },
  };
}
