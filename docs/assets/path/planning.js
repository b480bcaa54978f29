// What becomes of a plan: what it could hold, what is added, changed and taken out, and what is left once it is over. Pure: each change takes
// a state and gives another, and changes nothing where what it is about has gone, as when another tab was quicker.
import { inOrder, monthsLater, reviewDays } from "./reviews.js";
import { NONE, UNKNOWN, own } from "./state.js";

/** What one could work on: what the goal and one's own role ask beyond what one has, each once: what is essential in one's own role first, then
 * for the goal; of these the widest first. */
export function candidates(gaps) {
  const found = new Map();
  for (const [whose, one] of [...gaps.goal.map((each) => ["goal", each]), ...gaps.role.map((each) => ["role", each])]) {
    const known = found.get(one.id);
    found.set(one.id, {
      ...one, useful: one.useful && (known?.useful ?? true), need: known && !known.useful ? known.need : one.need,
      to: Math.max(one.to, known?.to ?? 0), asking: [...(known?.asking ?? []), whose],
    });
  }
  const rank = ({ id, useful }) => (useful ? 2 : gaps.role.some((one) => one.id === id && !one.useful) ? 0 : 1);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || (b.to - b.from) - (a.to - a.from));
}

/** The levels above the one that somebody has, as the competency describes them: those there are to go to. */
export function above(row, index) {
  const step = (id) => index.levels.find((one) => one.id === id)?.step ?? 0;
  return row.levels.filter(({ id }) => step(id) > (row.mine ?? 0));
}

/** The first thing that a level says one can do. */
export function sign(row, level) {
  return row.levels.find(({ id }) => id === level)?.lines[0] ?? "";
}

/** The same in every language of the handbook: whoever wrote a plan may read it in another. */
const signs = (row, level) => row.levels.find(({ id }) => id === level)?.signs ?? [sign(row, level)];

/** How an item will show: in the language of the page as long as it is what the handbook says of the level. */
export function signOf(item, row) {
  return item.sign && row && signs(row, item.to).includes(item.sign) ? sign(row, item.to) : item.sign;
}

/** A competency as an item: one level up, to be seen by what the handbook says of that level; the day is for the reader to change. */
export function suggested(row, index, by) {
  const [next = row.levels[row.levels.length - 1]] = above(row, index);
  return { competency: row.id, to: next.id, how: "", by, who: "", sign: sign(row, next.id) };
}

/** Items with what each is called by, which holds as long as no other of its competency comes before it. */
export function keyed(items) {
  const seen = new Map();
  return items.map((item) => {
    const n = seen.get(item.competency) ?? 0;
    seen.set(item.competency, n + 1);
    return { key: n ? `${item.competency}~${n}` : item.competency, item };
  });
}

const withPlan = (state, change) => ({ ...state, plan: { ...state.plan, ...change } });

/** A plan with one item more, at a place or at its end. With the first come days to look back on it, by the handbook's rhythm. */
export function added(state, item, { at = state.plan.items.length, start = "", months = 0 } = {}) {
  const { items, reviews } = state.plan;
  const first = !items.length && !reviews.length && months && start;
  return withPlan(state, {
    items: [...items.slice(0, at), item, ...items.slice(at)],
    reviews: first ? reviewDays(start, months, item.by).map((on) => ({ on, note: "" })) : reviews,
  });
}

export function without(state, key) {
  return withPlan(state, { items: keyed(state.plan.items).filter((one) => one.key !== key).map(({ item }) => item) });
}

/** An item changed. With another level comes what that level says, unless the reader has written something else. */
export function changed(state, key, change, row = null) {
  const items = keyed(state.plan.items).map((one) => {
    if (one.key !== key) return one.item;
    const untouched = change.to && row && ["", ...signs(row, one.item.to)].includes(one.item.sign);
    return { ...one.item, ...change, ...(untouched ? { sign: sign(row, change.to) } : {}) };
  });
  return withPlan(state, { items });
}

/** The day of the review after those there are; where there is none, of the first. Without a rhythm, the last day of the plan. */
export function nextReview({ items, reviews }, months, today) {
  const last = reviews.map(({ on }) => on).sort().pop() ?? "";
  const until = items.map(({ by }) => by).sort().pop() ?? "";
  if (months) return monthsLater(last || today, months);
  return until > last ? until : monthsLater(last || today, 1);
}

/** The reviews in the order of their days. */
export function withReviews(state, reviews) {
  return withPlan(state, { reviews: inOrder(reviews) });
}

/** A review changed, or taken out, where it still is the one that was shown in its place. It stays there, though its day may now come before
 * another’s: whoever types a day has typed only a part of it. `withReviews` puts them in order once that is done. */
export function reviewed(state, number, shown, change) {
  if (state.plan.reviews[number]?.on !== shown?.on) return state;
  const reviews = state.plan.reviews.flatMap((one, at) => (at !== number ? [one] : change ? [{ ...one, ...change }] : []));
  return withPlan(state, { reviews });
}

export function talkedOf(state, talk) {
  return withPlan(state, { talk });
}

/** A plan that is over: kept as it was with what was reached, by the keys of its items. What shows it joins the evidence, and a level that was
 * reached and is higher than the one before becomes one's own. The next plan begins with nothing, or, where the reader wishes to `carry` it
 * over, with what was not reached, its days open and looked back on every so many `months`. */
export function finished(state, { on, reached, shows, note, carry = false, months = 0 }, index) {
  const step = (level) => (level === NONE || level === UNKNOWN ? 0 : index.levels.find((one) => one.id === level)?.step ?? 0);
  const every = keyed(state.plan.items).map(({ key, item }) => ({ ...item, reached: reached.includes(key), shown: own(shows, key)?.trim() ?? "" }));
  const ratings = { ...state.ratings };
  let evidence = state.evidence;
  for (const { competency, to, reached: done, shown } of every) {
    if (shown) evidence = { ...evidence, [competency]: [...(own(evidence, competency) ?? []), { on, text: shown }] };
    const before = own(ratings, competency);
    if (done && step(to) > step(before?.level ?? NONE)) ratings[competency] = { evidence: shown || (before?.evidence ?? ""), level: to, on };
  }
  const items = every.map(({ shown, ...item }) => ({ ...item, before: own(state.ratings, item.competency)?.level ?? "" }));
  const { reviews, talk } = state.plan;
  const over = { on, role: state.role, goal: state.goal, items, note, reviews: inOrder(reviews), talk };
  const next = carry ? state.plan.items.filter((_, at) => !every[at].reached).map((item) => ({ ...item, by: "" })) : [];
  const begun = withPlan(state, { items: [], reviews: [], talk: "" });
  return { ...next.reduce((found, item) => added(found, item, { start: on, months }), begun), ratings, evidence, finished: [...state.finished, over] };
}

/** A state without one of the finished plans, where it still is the one that was shown in its place. */
export function unfinished(state, number, shown) {
  if (JSON.stringify(state.finished[number]) !== JSON.stringify(shown)) return state;
  return { ...state, finished: state.finished.filter((_, at) => at !== number) };
}

/** The same with it again where it was. */
export function refinished(state, number, shown) {
  return { ...state, finished: [...state.finished.slice(0, number), shown, ...state.finished.slice(number)] };
}

export function evident(state, competency, piece) {
  return { ...state, evidence: { ...state.evidence, [competency]: [...(own(state.evidence, competency) ?? []), piece] } };
}

/** Evidence without one piece; that of a competency without any is gone. */
export function unproven(state, competency, piece) {
  const every = own(state.evidence, competency) ?? [];
  const at = every.findIndex(({ on, text }) => on === piece.on && text === piece.text);
  const left = every.filter((_, number) => number !== at);
  const { [competency]: _, ...others } = state.evidence;
  return { ...state, evidence: left.length ? { ...others, [competency]: left } : others };
}

/** What shows where somebody stands, by competency, the newest first: what was kept, and what stands beside the ratings now. */
export function history({ ratings, evidence }) {
  const found = new Map(Object.entries(evidence).map(([id, every]) => [id, every.map((one) => ({ ...one, kept: true }))]));
  for (const [id, { evidence: text, on, level }] of Object.entries(ratings)) {
    const every = found.get(id) ?? [];
    if (text && !every.some((one) => one.text === text)) found.set(id, [...every, { on, text, level, kept: false }]);
  }
  for (const every of found.values()) every.sort((a, b) => (a.on < b.on ? 1 : -Number(a.on > b.on)));
  return found;
}
