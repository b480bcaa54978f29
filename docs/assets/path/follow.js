// A state of an earlier edition followed into this one. What was renamed, retired or split since leads on as the handbook says; whatever it
// does not know is kept as it is, and told. Pure.
import { NONE, UNKNOWN, own } from "./state.js";

/** The state as it is today, and what has changed: [{ kind, ... }] of edition, role, renamed, split, unsaid, stranger, level; and moved,
 * of which nobody need hear, for it bears the name it bore. */
export function followed(state, index) {
  const said = [];
  if (state.edition && state.edition !== index.handbook.edition) said.push({ kind: "edition", from: state.edition, to: index.handbook.edition });
  const role = post("role", state.role, index, said);
  const goal = post("goal", state.goal, index, said);
  let today = { ...state, role, goal: goal === role ? null : goal };
  for (const id of idsOf(state)) {
    const gone = own(index.retired.competencies, id);
    if (gone) today = led(today, id, gone, index, said);
    else if (!own(index.competencies, id)) said.push({ kind: "stranger", id });
  }
  for (const [id, { level }] of Object.entries(today.ratings)) {
    if (level !== NONE && level !== UNKNOWN && !index.levels.some((one) => one.id === level)) said.push({ kind: "level", id, level });
  }
  return { state: today, said };
}

/** Whether a state is of this handbook: it bears its name, or every competency in it is known here, whatever the handbook was called. */
export function isOurs(state, index) {
  if (!state.handbook || index.handbook.titles.includes(state.handbook)) return true;
  const ids = idsOf(state);
  return ids.length > 0 && ids.every((id) => own(index.competencies, id) || own(index.retired.competencies, id));
}

/** Every competency that is rated, planned or has evidence; finished plans stay as they were written. */
function idsOf({ ratings, plan, evidence, judged }) {
  return [...new Set([ratings, evidence, judged].flatMap(Object.keys).concat(plan.items.map((one) => one.competency)))];
}

function post(kind, id, index, said) {
  if (!id || own(index.roles, id)) return id;
  const gone = own(index.retired.roles, id);
  const by = gone ? last(gone.by, index.retired.roles) : [];
  const names = by.map((one) => own(index.roles, one)?.name ?? one);
  said.push({ kind: same(gone, names) ? "moved" : by.length === 1 ? kind : `${kind}-lost`, id, name: gone?.name ?? id, by: names });
  return by.length === 1 && own(index.roles, by[0]) ? by[0] : null;
}

/** Whether what has gone and what took its place bear the same name, so that nothing has changed for who reads it. */
const same = (gone, names) => names.length === 1 && names[0] === gone?.name;

/** Those that took its place, and where they are gone, too, those that took theirs. */
function last(by, retired, depth = 0) {
  return [...new Set(by.flatMap((id) => (own(retired, id) && depth < 9 ? last(retired[id].by, retired, depth + 1) : [id])))];
}

/** A state in which a competency is led on to what has taken its place. */
function led(state, id, gone, index, said) {
  const by = last(gone.by, index.retired.competencies);
  const parts = Object.entries(gone.went ?? {}).map(([level, to]) => ({ level, to: last([to], index.retired.competencies)[0] }));
  const names = by.map((one) => own(index.competencies, one)?.name ?? one);
  const clear = by.length === 1 || parts.length > 0;
  said.push({ kind: same(gone, names) ? "moved" : by.length === 1 ? "renamed" : clear ? "split" : "unsaid", id, name: gone.name, by: names });
  const target = (level) => parts.find((one) => one.level === level)?.to ?? by[0];
  const found = { ...state };
  for (const kind of ["ratings", "judged"]) found[kind] = ratings(found, kind, id, by, parts, index);
  const old = own(state.ratings, id);
  const history = { ...state.evidence };
  const noted = old?.evidence && by.every((one) => own(found.ratings, one)?.evidence !== old.evidence) ? [{ on: old.on, text: old.evidence }] : [];
  const moved = [...(own(history, id) ?? []), ...noted];
  delete history[id];
  if (moved.length) history[by[0]] = [...(own(history, by[0]) ?? []), ...moved];
  found.evidence = history;
  found.plan = { ...state.plan, items: state.plan.items.map((one) => (one.competency === id ? { ...one, competency: target(one.to) } : one)) };
  return found;
}

/** Ratings without the old competency and with those that follow from it; what is rated already stays as it is rated. */
function ratings(state, kind, id, by, parts, index) {
  const old = own(state[kind], id);
  if (!old) return state[kind];
  const kept = Object.fromEntries(Object.entries(state[kind]).filter(([one]) => one !== id));
  for (const one of by) {
    const level = own(kept, one) ? "" : levelIn(one, old.level, by, parts, index);
    if (level) kept[one] = { ...old, level };
  }
  return kept;
}

/** The level in one that took its place: the same where it is the only one; of several the highest up to the old that went there. */
function levelIn(one, level, by, parts, index) {
  if (by.length === 1 || level === NONE || level === UNKNOWN) return level;
  const step = (id) => index.levels.find((found) => found.id === id)?.step ?? 0;
  const reached = parts.filter(({ level: part, to }) => to === one && step(part) <= step(level));
  return reached.sort((a, b) => step(b.level) - step(a.level))[0]?.level ?? "";
}
