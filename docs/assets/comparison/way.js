// The way from one role to another, put together from what the sheet of each says of it alone: the rules of transition.py, gap.py,
// standing.py, help.py and plan.py in macros/comparison. A test holds both against each other for every pair of roles.
import { counted, filled } from "./wording.js";

/** Everything about going from `origin` to `target`. Pieces of HTML in it were printed by the site's templates; all else is text. */
export function way(origin, target, index, offers) {
  const { words } = index;
  const up = climb(origin, target);
  const falls = (up.stages || up.rungs) < 0;
  const rises = (up.stages || up.rungs) > 0;
  const change = transition(origin, target);
  const { tracks, moves } = documented(origin, target);
  const here = { from: origin.stage.name, to: target.stage.name, track: up.track ? index.tracks[up.track].within : "" };
  return {
    falls,
    title: index.titles[falls ? "down" : "plan"],
    sentence: falls ? "" : sentence(change, words.sentence),
    marks: falls ? [] : each(origin.mark, target.mark),
    direction: direction(up, here, words.way),
    placed: each(origin.placed, target.placed),
    ways: [...tracks.map(([id, rung]) => index.tracks[id].steps[rung - 1]), ...moves.map((id) => index.moves[id].link)],
    unknown: origin.over[target.id] || (up.stages > 0 && words.staged) || words.unknown,
    href: origin.pages.includes(target.id) ? `${index.here}${origin.id}/${target.id}/` : "",
    back: falls ? { name: `${target.name} → ${origin.name}`, href: `${index.here}?roles=${target.id},${origin.id}#plan` } : null,
    parts: falls ? [] : parts(change, index),
    conditions: falls ? "" : moves.map((id) => index.moves[id].conditions).join(""),
    signs: rises ? origin.signs.role + (up.stages > 0 ? origin.signs.stage : "") : "",
    help: falls ? null : help(lacking(change), origin, target, moves, offers, words),
    bases: falls ? [] : [origin.basis, target.basis],
  };
}

/** Marks, each once; none where a role has none. */
const each = (...marks) => [...new Set(marks)].filter(Boolean);

/** The names of the files with what may help on the way: one for all, and where that would be large one for each thing that is lacking. */
export function helping(origin, target, index) {
  const keys = lacking(transition(origin, target)).map(({ key }) => key);
  return ["help", ...keys.map((key) => `help/${key}`)].filter((name) => index.help.includes(name));
}

/** The rows of the target's sheet that someone from the origin has to work on, in the order in which help is offered. */
function lacking(change) {
  return [...change.raise, ...change.learn].map(({ after }) => after);
}

/** The competencies of the target, each with the row of the origin before it or null. */
function transition(origin, target) {
  const had = new Map(competencies(origin).map((row) => [row.key, row]));
  const pairs = competencies(target).map((after) => ({ before: had.get(after.key) || null, after }));
  const rises = ({ before, after }) => after.step > before.step;
  return {
    raise: pairs.filter((pair) => pair.before && rises(pair)),
    learn: pairs.filter(({ before }) => !before),
    stays: pairs.filter((pair) => pair.before && !rises(pair)),
  };
}

const competencies = (sheet) => sheet.groups.find((group) => group.id === "competencies").rows;

/** How far the way leads up: in stages, and in rungs of the first track that holds both roles. Negative is down. */
function climb(origin, target) {
  const there = new Map(target.rungs), here = new Map(origin.rungs);
  const track = [...here.keys()].find((id) => there.has(id));
  return { stages: target.stage.place - origin.stage.place, rungs: track ? there.get(track) - here.get(track) : 0, track };
}

/** The tracks with the rung a step leaves, and the moves, by which documents lead from one role to the other. */
function documented(origin, target) {
  const up = origin.rungs.filter(([track, rung]) => target.rungs.some(([other, place]) => other === track && place === rung + 1));
  return { tracks: [...new Map(up)], moves: origin.leaves.filter((id) => target.enters.includes(id)) };
}

/** What to add, what to raise, and what is there already. */
function sentence({ raise, learn, stays }, words) {
  if (!learn.length && !raise.length) return stays.length ? counted(words.nothing, stays.length) : words.silent;
  const wanted = learn.length ? [counted(words.add, learn.length)] : [];
  if (raise.length) wanted.push(counted(learn.length ? words.also : words.raise, raise.length));
  const said = [wanted.join(words.comma), ...(stays.length ? [counted(words.there, stays.length)] : [])];
  return filled(words.whole, { said: said.join(words.semicolon) });
}

/** How many stages the way leads up or down, or how many steps of a shared track within a stage; else only that the stage is the same. */
function direction({ stages, rungs }, names, words) {
  const n = stages || rungs;
  return n ? counted(words[stages ? "stages" : "rungs"][n > 0 ? "up" : "down"], Math.abs(n), names) : filled(words.same, names);
}

/** The lists that are not empty, each with what it is called and how many names are on it. */
function parts(change, { lists, spans, words }) {
  return lists.filter(({ id }) => change[id].length).map(({ id, title }) => ({
    id, title, count: count(change[id], words), rows: change[id].map((pair) => entry(pair, spans, id !== "stays")),
  }));
}

/** How many there are, and how many of them are essential where not all or none are. */
function count(pairs, words) {
  const essential = pairs.filter(({ after }) => !after.useful).length;
  return essential && essential < pairs.length ? filled(words.essential, { n: pairs.length, essential }) : `${pairs.length}`;
}

/** One competency, with `explained` also what the level means and those on the way to it. */
function entry({ before, after }, spans, explained) {
  const own = before ? before.step : 0;
  const { name, head, need, means, more } = after;
  const below = after.below.filter(({ step }) => step > own).reverse().map(({ html }) => html);
  return { name, head, span: spans[`${own}-${after.step}`], need, means: explained ? means + below.join("") + more : "" };
}

/** What helps on the way in pieces of HTML; null where there is nothing. */
function help(needed, origin, target, moves, offers, words) {
  const { entries, along, later } = offered(needed, origin, target, moves, offers);
  const count = entries.length + along.length + later.length;
  const shown = (found) => found.map(({ one, rows }) => offer(one, rows, words));
  return count ? { count: `${count}`, entries: shown(entries), along: along.map((one) => offer(one, [], words)), later: shown(later) } : null;
}

/** Only what is meant for someone at either end, and builds what is lacking or belongs to the way itself: what is open on the way, with the
 * rows that it builds, apart from what comes only in the new role. */
export function offered(needed, origin, target, moves, offers) {
  const takesIn = (one, role) => one.anyone || one.roles.includes(role.id) || one.stages.includes(role.stage.id);
  const meets = (one) => {
    const [here, there] = [origin, target].map((role) => takesIn(one, role));
    return { origin: here, target: there, either: here || there, both: here && there }[one.ends];
  };
  const meetsBefore = (one) => meets(one) && one.ends !== "target" && takesIn(one, origin); // not only once someone is there
  const every = [...new Map(offers.map((one) => [one.place, one])).values()].sort((one, other) => one.place - other.place); // files may share some
  const built = every.filter((one) => one.fits.some(meets)).map((one) => ({ one, rows: needed.filter(({ key }) => one.builds.includes(key)) }))
    .filter(({ rows }) => rows.length).sort((a, b) => needed.indexOf(a.rows[0]) - needed.indexOf(b.rows[0]));
  const shown = new Set(built.map(({ one }) => one.name));
  const along = every.filter((one) => !shown.has(one.name) && (one.along.some(meets) || one.moves.some((id) => moves.includes(id))));
  const [entries, later] = [true, false].map((now) => built.filter(({ one }) => one.fits.some(meetsBefore) === now));
  return { entries, along, later };
}

/** An offer as an entry of a list, with what it builds of what is lacking and the sentences that say so. */
export function offer({ head, lines }, rows, words) {
  const names = rows.map(({ head: name }, n) => `<span class="phrase">${name}${n < rows.length - 1 ? words.listed : ""}</span>`).join("");
  const said = lines.filter(({ builds }) => !builds || rows.some(({ key }) => builds.includes(key))).map(({ html }) => html);
  return `<li>${head}${names && `<span class="which">${words.builds}${names}</span>`}${said.join("")}</li>`;
}
