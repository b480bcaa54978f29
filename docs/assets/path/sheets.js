// The sheets that others have handed on to be judged: each is kept by itself, and none takes the place of another.
import { isEmpty, own } from "./state.js";
import { KEYS } from "./store.js";

/** What makes two states the same sheet: all that their owner has written. */
const theirs = ({ role, goal, ratings, signals, plan }) => JSON.stringify([role, goal, ratings, signals, plan]);

/** Under which keys sheets are kept. */
function keys() {
  try {
    const numbered = (key) => key.startsWith(`${KEYS.sheet}.`) && /^\d+$/.test(key.slice(KEYS.sheet.length + 1));
    return Object.keys(localStorage).filter((key) => key === KEYS.sheet || numbered(key)).sort();
  } catch { return []; }
}

/** Those that are kept here. `opened` opens the store of a key. */
export function sheets(opened) {
  const all = keys().map(opened);

  /** A store with nothing in it. */
  function free() {
    const found = all.find((one) => isEmpty(one.state) && !one.unread);
    if (found) return found;
    const taken = new Set([...keys(), ...all.map(({ key }) => key)]);
    let key = KEYS.sheet;
    for (let n = 2; taken.has(key); n += 1) key = `${KEYS.sheet}.${n}`;
    all.push(opened(key));
    return all[all.length - 1];
  }

  const kept = () => all.filter(({ state }) => !isEmpty(state));
  const like = (state) => kept().find((one) => theirs(one.state) === theirs(state)) ?? null;
  return {
    /** The stores of sheets. */
    get kept() { return kept(); },
    /** The store of this very sheet, if it is kept here. */
    like,
    /** Keeps a sheet; of one that is kept already whatever has been judged since stays. The store of it. */
    take(state) {
      const known = like(state);
      const found = known ?? free();
      found.change((now) => (known ? { ...now, judged: { ...state.judged, ...now.judged } } : state));
      return found;
    },
  };
}

/** Whether a sheet that carries judgements is one’s own come back: of the same role, and rated as one has rated oneself, but for what has changed since. */
export function comesBack({ role, ratings, judged }, mine) {
  if (!Object.keys(judged).length || role !== mine.role) return false;
  const rated = Object.entries(ratings);
  return 2 * rated.filter(([id, { level }]) => own(mine.ratings, id)?.level === level).length >= rated.length;
}
