// What this browser keeps. Every change reads anew what is kept, changes that and writes it, so that two tabs never lose each other's edits.
import { Fault, checked, empty, read, today, written as fileOf } from "./state.js";

const root = new URL("..", /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=icon]")).href).pathname;
export const KEYS = { mine: `${root}.path.1`, sheet: `${root}.path-sheet.1` };

/** Why nothing can be kept: `blocked` by the browser or a private window, or `full`. */
function hindrance(error) {
  return error instanceof DOMException && /quota/i.test(error.name) ? "full" : "blocked";
}

/** What is kept under a key, and changes of it. `stamp` says what is put on all that is written, such as handbook and edition;
 * `told` hears of what other tabs write. */
export function store(key, stamp, told) {
  let state = empty();
  let hindered = ""; // why it cannot be kept
  let unread = ""; // what is kept and cannot be read
  let behind = false; // whether the page knows more than could be written

  /** What is kept now. Where the browser has emptied its store or could not write, what this page still knows. */
  function kept() {
    if (unread || behind) return state;
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
      [behind, hindered] = [false, ""];
    } catch (error) {
      [behind, hindered] = [true, hindrance(error)];
    }
  }

  addEventListener("storage", (event) => {
    if (behind || event.storageArea !== localStorage || (event.key !== key && event.key !== null)) return;
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
        if (!hindered && localStorage.getItem(key) === null) { // whether it could be kept is said before anybody writes
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
        const next = fn(before);
        const changed = checked({ ...next, saved: today(), ...stamp(next) });
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
    /** Writes what could not be written, once there is room for it. */
    again() {
      if (behind) write(state);
    },
    /** A way back to what is kept now, be it readable or not. */
    way() {
      const before = unread;
      let then;
      try { then = kept(); } catch { then = state; }
      return () => {
        write(then);
        if (!before) return;
        try { localStorage.setItem(key, unread = before); } catch (error) { hindered = hindrance(error); }
      };
    },
  };
}
