// What somebody has, what their role asks and what the goal asks, side by side. Pure: from ratings and the files of two roles.
import { NONE, UNKNOWN, own } from "./state.js";

/** The step of a rating: 0 is “not yet”; null where there is none, one does not know, or the level is none of this handbook. */
export function stepOf(rating, levels) {
  if (!rating || rating.level === UNKNOWN) return null;
  return rating.level === NONE ? 0 : levels.find((one) => one.id === rating.level)?.step ?? null;
}

/** A row for each competency of both roles, group by group, and in a group as the roles list them: mine, what my role asks, what the goal asks. */
export function profile(role, goal, ratings, index) {
  const asked = [role, goal].map((one) => new Map((one?.competencies ?? []).map((each) => [each.id, each])));
  const every = new Map([...asked[1], ...asked[0]]);
  const order = new Map(index.groups.map(({ id }, number) => [id, number]));
  const ids = [...new Set([...asked[0].keys(), ...asked[1].keys()])].sort((a, b) => order.get(every.get(a).group) - order.get(every.get(b).group));
  return ids.map((id) => {
    const { name, href, key, group, levels } = every.get(id);
    const [mine, theirs] = asked.map((one) => one.get(id) ?? null);
    const rating = own(ratings, id) ?? null;
    return {
      id, name, href, key, group, levels, rating, unknown: rating?.level === UNKNOWN, mine: stepOf(rating, index.levels),
      role: mine?.step ?? 0, goal: theirs?.step ?? 0, asked: { role: mine, goal: theirs },
    };
  });
}

/** The profile, and what follows: strengths; what my role asks beyond me, and what the goal does; what is not known and what is not rated yet. */
export function gaps(role, goal, ratings, index) {
  const rows = profile(role, goal, ratings, index);
  return {
    rows,
    strengths: strengths(rows),
    role: beyond(rows, "role"),
    goal: beyond(rows, "goal"),
    unknown: rows.filter((row) => row.mine === null && row.rating),
    unrated: rows.filter((row) => !row.rating),
  };
}

/** Where one is as far as is asked, or further: the furthest beyond first, what is essential before what is useful. */
function strengths(rows) {
  const found = rows.filter((row) => row.mine && row.mine >= Math.max(row.role, row.goal)).map((row) => {
    const asking = row.asked[row.role >= row.goal && row.asked.role ? "role" : "goal"];
    return { row, id: row.id, name: row.name, at: row.mine, beyond: row.mine - Math.max(row.role, row.goal), useful: asking.useful, need: asking.need };
  });
  return sorted(found, (one) => -one.beyond);
}

/** What one of the two asks beyond what one has: essential first, then the widest. What one does not know is no gap. */
function beyond(rows, whose) {
  const found = rows.filter((row) => row.mine !== null && row[whose] > row.mine).map((row) => {
    const { useful, need } = row.asked[whose];
    return { row, id: row.id, name: row.name, from: row.mine, to: row[whose], distance: row[whose] - row.mine, useful, need };
  });
  return sorted(found, (one) => (one.useful ? 1 : 0), (one) => -one.distance);
}

/** In the order of these numbers; what is alike stays as the profile has it. */
function sorted(found, ...by) {
  const all = [...by, (one) => (one.useful ? 1 : 0)];
  return found.sort((a, b) => all.map((of) => of(a) - of(b)).find(Boolean) ?? 0);
}
