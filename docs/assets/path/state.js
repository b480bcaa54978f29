// What somebody keeps of themselves: the one shape of the saved file, of what the browser keeps and of a link; its limits; reading with checks.
// macros/path/saved.py says the same as a schema; a test compares both.

/** @typedef {Record<string, any>} State */

export const FORMAT = "career-path";
export const VERSION = 1;
export const NONE = "none"; // a level: not yet
export const UNKNOWN = "unknown"; // no level: one does not know
export const LIMITS = {
  text: 2000, name: 200, id: 100, ratings: 200, signals: 300, items: 50, reviews: 50, finished: 100, evidence: 500, file: 1_000_000, link: 1_000_000,
};

/** Why something cannot be read: what is wrong, at which field, and what would be right or how many may be there. */
export class Fault extends Error {
  /** @param {string} kind @param {string} [field] @param {{ right?: string, n?: number, found?: string }} [more] */
  constructor(kind, field = "", more = {}) {
    super(`${kind} ${field}`);
    Object.assign(this, { kind, field, right: more.right ?? "", n: more.n ?? 0, found: more.found ?? "" });
  }
}

const has = (table, name) => Object.prototype.hasOwnProperty.call(table, name);

/** What stands under a name in a table, though it be the name of something that every object has. */
export const own = (table, name) => (table && has(table, name) ? table[name] : undefined);

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SIGNAL = /^(stage|role)\/[a-z0-9]+(-[a-z0-9]+)*$/;
const wrong = (at, right) => { throw new Fault("wrong", at, { right }); };
const within = (n, most, at) => { if (n > most) throw new Fault("many", at, { n: most }); };

const text = (most = LIMITS.text) => (value, at) => {
  if (typeof value !== "string") wrong(at, "text");
  if (value.length > most && [...value].length > most) throw new Fault("long", at, { n: most });
  return value;
};
const id = (value, at) => (typeof value === "string" && value.length <= LIMITS.id && ID.test(value) ? value : wrong(at, "id"));
const signal = (value, at) => (typeof value === "string" && value.length <= LIMITS.id && SIGNAL.test(value) ? value : wrong(at, "signal"));
const flag = (value, at) => (typeof value === "boolean" ? value : wrong(at, "flag"));
const maybe = (of) => (value, at) => (value === null ? null : of(value, at));
const blankOr = (of) => (value, at) => (value === "" ? "" : of(value, at));
const exactly = (wanted) => (value, at) => (value === wanted ? value : wrong(at, "text"));

/** A day that there is, as 2026-11-30. */
export function isDay(value) {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < "1000") return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
const day = (value, at) => (isDay(value) ? value : wrong(at, "day"));

const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const below = (at, name) => (at ? `${at}.${name}` : name);

/** A table with exactly these fields. Those that came later, `added` with what they are where they are missing, may be missing in older files. */
const record = (fields, added = {}) => (value, at) => {
  if (!isTable(value)) wrong(at, "table");
  for (const name of Object.keys(value)) if (!has(fields, name)) throw new Fault("field", below(at, name.slice(0, LIMITS.id)));
  return Object.fromEntries(Object.entries(fields).map(([name, read]) => {
    if (!has(value, name) && has(added, name)) return [name, added[name]];
    if (!has(value, name)) throw new Fault("missing", below(at, name));
    return [name, read(value[name], below(at, name))];
  }));
};
const list = (of, most) => (value, at) => {
  if (!Array.isArray(value)) wrong(at, "list");
  within(value.length, most, at);
  return value.map((one, number) => of(one, `${at}[${number}]`));
};
const table = (of, most) => (value, at) => {
  if (!isTable(value)) wrong(at, "table");
  within(Object.keys(value).length, most, at);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [id(name, below(at, name.slice(0, LIMITS.id))), of(one, below(at, name))]));
};

const rating = record({ level: id, evidence: text(), on: day });
const ITEM = { competency: id, to: id, how: text(), by: blankOr(day), who: text(), sign: text() };
const item = record(ITEM);
const review = record({ on: day, note: text() });
const over = record({ ...ITEM, reached: flag, before: blankOr(id) }, { before: "" });
const finished = record({
  on: day, role: maybe(id), goal: maybe(id), items: list(over, LIMITS.items), note: text(), reviews: list(review, LIMITS.reviews), talk: text(),
}, { reviews: [], talk: "" });
const shape = record({
  format: exactly(FORMAT), version: exactly(VERSION), handbook: text(LIMITS.name), edition: text(LIMITS.name), saved: day,
  role: maybe(id), goal: maybe(id),
  ratings: table(rating, LIMITS.ratings),
  signals: list(signal, LIMITS.signals),
  plan: record({ items: list(item, LIMITS.items), reviews: list(review, LIMITS.reviews), talk: text() }),
  finished: list(finished, LIMITS.finished),
  evidence: table(list(record({ on: day, text: text() }), LIMITS.evidence), LIMITS.ratings),
  judged: table(rating, LIMITS.ratings),
});

/** A state from a value that may be anything. Throws a Fault that says what is wrong; nothing is taken by half. @returns {State} */
export function checked(value) {
  if (!isTable(value) || value.format !== FORMAT) throw new Fault("foreign");
  if (value.version !== VERSION) throw new Fault(typeof value.version === "number" && value.version > VERSION ? "newer" : "foreign");
  const state = shape(value, "");
  within(Object.values(state.evidence).reduce((sum, one) => sum + one.length, 0), LIMITS.evidence, "evidence");
  return state;
}

/** A state from the text of a file. Throws a Fault. */
export function read(written) {
  if (written.length > LIMITS.file) throw new Fault("large", "", { n: LIMITS.file });
  let value;
  try { value = JSON.parse(written); } catch { throw new Fault("broken"); }
  return checked(value);
}

/** The text of a saved file. Throws a Fault where it would be larger than can be opened again. */
export function written(state) {
  const text = `${JSON.stringify(state, null, 1)}\n`;
  if (new TextEncoder().encode(text).length > LIMITS.file) throw new Fault("heavy", "", { n: LIMITS.file });
  return text;
}

/** A state with nothing in it. @returns {State} */
export function empty() {
  return {
    format: FORMAT, version: VERSION, handbook: "", edition: "", saved: today(), role: null, goal: null,
    ratings: {}, signals: [], plan: { items: [], reviews: [], talk: "" }, finished: [], evidence: {}, judged: {},
  };
}

/** Whether there is anything in it that somebody would miss. */
export function isEmpty(state) {
  const { role, goal, ratings, signals, plan, finished, evidence, judged } = state;
  return !role && !goal && !signals.length && !plan.items.length && !plan.reviews.length && !plan.talk && !finished.length
    && ![ratings, evidence, judged].some((one) => Object.keys(one).length);
}

/** The day it is here, as 2026-11-30. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

// Changes. Each takes a state and gives another.

/** Another role or goal; a goal that is the role itself is none. */
export function chosen(state, { role = state.role, goal = state.goal }) {
  return { ...state, role: role || null, goal: goal && goal !== role ? goal : null };
}

/** A competency rated, or its evidence written; `kind` says whose judgement it is, `ratings` or `judged`. */
export function rated(state, competency, change, kind = "ratings") {
  const before = own(state[kind], competency) ?? { level: UNKNOWN, evidence: "" };
  return { ...state, [kind]: { ...state[kind], [competency]: { ...before, ...change, on: today() } } };
}

/** Whatever a role asks for and is not rated yet, rated as it asks. */
export function asAsked(state, role, kind = "ratings") {
  const open = role.competencies.filter(({ id }) => !own(state[kind], id));
  return open.reduce((found, { id, level }) => rated(found, id, { level }, kind), state);
}

/** What a sheet for the manager holds: all but the history, which is nobody else’s. */
export function sheetOf(state) {
  return { ...state, finished: [], evidence: {} };
}

/** Whether a state may have come back as such a sheet. */
export const isSheet = ({ finished, evidence }) => !finished.length && !Object.keys(evidence).length;

/** A sheet that comes back and takes the place of the state it was made of, whose growth file and finished plans go on. */
export function withGrowth(state, { finished, evidence }) {
  const joined = (some, more) => [...some, ...more.filter((one) => !some.some((each) => JSON.stringify(each) === JSON.stringify(one)))];
  const ids = new Set([evidence, state.evidence].flatMap(Object.keys));
  return {
    ...state, finished: joined(finished, state.finished),
    evidence: Object.fromEntries([...ids].map((id) => [id, joined(own(evidence, id) ?? [], own(state.evidence, id) ?? [])])),
  };
}

/** A sign of readiness ticked or not. */
export function ticked(state, sign, on) {
  return { ...state, signals: [...state.signals.filter((one) => one !== sign), ...(on ? [sign] : [])] };
}
