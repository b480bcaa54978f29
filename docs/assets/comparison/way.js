// The way from one role to another, put together from what the sheet of each says of it alone: the rules of transition.py, gap.py,
// standing.py, help.py and plan.py in macros/comparison. A test holds both against each other for every pair of roles.
import { counted, filled, inside, listed } from "./wording.js";

const EXPLAINED = ["learn", "raise"]; // lists whose entries tell what a level means

/** Everything about going from `origin` to `target`. Pieces of HTML in it were printed by the site's templates; all else is text. */
export function way(origin, target, index, offers) {
  const { words } = index;
  const change = transition(origin, target);
  const up = climb(origin, target);
  const known = origin.ways.find((one) => one.to === target.id) ?? { href: "", moves: [], conditions: "" };
  return {
    href: known.href,
    sentence: sentence(change, words.sentence),
    mark: joined(origin.mark, target.mark, words),
    direction: direction(up, origin, target, words.way),
    note: note(up, origin, target, words.way),
    parts: parts(change, origin, target, index),
    conditions: known.conditions,
    signs: up.rises ? origin.signs.role + (up.stages > 0 ? origin.signs.stage : "") : "",
    help: help(lacking(change), origin, target, known.moves, offers, words.help),
  };
}

/** The names of the files with what may help on the way: one for all, and where that would be large one for each thing that is lacking. */
export function helping(origin, target, index) {
  const keys = lacking(transition(origin, target)).map(({ key }) => key);
  return ["help", ...keys.map((key) => `help/${key}`)].filter((name) => index.help.includes(name));
}

/** The rows of the target's sheet that someone from the origin has to work on, in the order in which help is offered. */
function lacking(change) {
  return [...change.learn, ...change.raise].map(({ after }) => after);
}

/** What changes, as lists of rows before and after; null where one sheet has no such row. */
function transition(origin, target) {
  const [competencies, kpis] = ["competencies", "kpis"].map((id) => matched(rows(origin, id), rows(target, id)));
  const rises = ({ before, after }) => after.step > before.step;
  return {
    "learn": competencies.fresh,
    "raise": competencies.both.filter(rises),
    "stays": competencies.both.filter((pair) => !rises(pair)),
    "no-longer": competencies.gone,
    "kpis-new": kpis.fresh,
    "kpis-stay": kpis.both,
    "kpis-end": kpis.gone,
  };
}

function rows(sheet, id) {
  return new Map(sheet.groups.find((group) => group.id === id).rows.map((row) => [row.key, row]));
}

function matched(own, asked) {
  const pairs = [...asked.values()].map((after) => ({ before: own.get(after.key) ?? null, after }));
  return {
    fresh: pairs.filter(({ before }) => !before),
    both: pairs.filter(({ before }) => before),
    gone: [...own.values()].filter(({ key }) => !asked.has(key)).map((before) => ({ before, after: null })),
  };
}

/** How far the way leads up: in stages, and in rungs of the first track that holds both roles. Negative is down. */
function climb(origin, target) {
  const there = new Map(target.rungs);
  const [track, rung] = origin.rungs.find(([id]) => there.has(id)) ?? [];
  const [stages, rungs] = [target.stage.place - origin.stage.place, track ? there.get(track) - rung : 0];
  return { stages, rungs, rises: stages > 0 || (stages === 0 && rungs > 0) };
}

/** What is new for someone who goes this way; empty when the two sheets ask for nothing new. */
function sentence(change, words) {
  const raised = change.raise.map(({ before, after }) => after.step - before.step);
  const kpis = new Set(change["kpis-new"].map(({ after }) => after.name)).size;
  const said = (form, n) => (n ? counted(words[form], n) : "");
  const competencies = [said("learn", change.learn.length), said(raised.every((n) => n === 1) ? "one" : "more", raised.length)];
  const clauses = [competencies.filter(Boolean).join(words.comma), said("kpis", kpis)].filter(Boolean);
  return clauses.length ? filled(words.whole, { said: clauses.join(words.semicolon) }) : "";
}

/** Whether the way leads up, down or sideways, by stages first and by the rungs of a shared track within one stage. */
function direction({ stages, rungs }, origin, target, words) {
  const which = (stages || rungs) > 0 ? "up" : "down";
  const ends = { from: origin.stage.name, to: target.stage.name, n: Math.abs(stages) };
  if (stages) return filled(words[ends.n > 1 ? "far" : "near"][which], ends);
  const here = { stage: target.stage.name };
  return rungs ? counted(words.rungs[which], Math.abs(rungs), here) : filled(words.sideways, here);
}

/** What to bear in mind where the documents list little for the new role; null where there is nothing. Levels that are stated have no mark. */
function note({ rises }, origin, target, words) {
  const names = { origin: inside(origin.name), target: inside(target.name) };
  const [[had, asked], [measured, expected]] = ["competencies", "kpis"].map((id) => [origin, target].map((sheet) => rows(sheet, id).size));
  const lines = [];
  if (rises && asked < had && target.mark) lines.push(filled(words.shorter, { ...names, asked, had }));
  if (!expected) lines.push(filled(words.unmeasured, names));
  else if (rises && expected < measured) lines.push(filled(words.fewer, { ...names, asked: expected, had: measured }));
  return lines.length ? { lines, link: target.open } : null;
}

/** The lists that are not empty, each with what it is called and how many names are on it. */
function parts(change, origin, target, index) {
  const both = joined(origin.mark, target.mark, index.words);
  const marks = { "learn": target.mark, "raise": both, "stays": both, "no-longer": origin.mark };
  return index.lists.filter(({ id }) => change[id].length).map(({ id, title, behind }) => {
    const entries = change[id].map((pair) => entry(pair, marks[id] ?? "", EXPLAINED.includes(id)));
    return { id, title: title || target.left, behind, count: new Set(entries.map(({ name }) => name)).size, rows: entries };
  });
}

function joined(one, other, words) {
  return [...new Set([one, other])].filter(Boolean).join(words.comma);
}

/** A row as it stands before and after; one cell where both are equal, and with `explained` what the level means and those on the way to it. */
function entry({ before, after }, mark, explained) {
  const { name, head, lines = "", below = [] } = after ?? before;
  const equal = before && after && before.same === after.same;
  const between = below.filter(({ step }) => !before || step > before.step);
  const meaning = explained ? { lines, below: between } : { lines: "", below: [] };
  return { name, head, mark, before: before && !equal ? before.cell : "", after: after ? after.cell : "", ...meaning };
}

/** Only what is meant for someone at either end, and builds what is lacking or belongs to the way itself. */
function help(needed, origin, target, moves, offers, words) {
  const takesIn = (one, role) => one.anyone || one.roles.includes(role.id) || one.stages.includes(role.stage.id);
  const meets = (one) => {
    const [here, there] = [origin, target].map((role) => takesIn(one, role));
    return { origin: here, either: here || there, both: here && there }[one.ends];
  };
  const found = needed.map((row) => ({ row, of: offers.filter((one) => one.builds.includes(row.key) && one.fits.some(meets)) }));
  const shown = new Set(found.flatMap(({ of }) => of.map(({ name }) => name)));
  const along = offers.filter((one) => !shown.has(one.name) && (one.along.some(meets) || one.moves.some((id) => moves.includes(id))));
  const [groups, without] = [found.filter(({ of }) => of.length), found.filter(({ of }) => !of.length)];
  return {
    groups: groups.map(({ row, of }) => ({ head: row.head, entries: of.map(({ html }) => html) })),
    along: along.map(({ html }) => html),
    alongTitle: groups.length ? words.along : "",
    without: without.length ? filled(words.without, { names: listed(without.map(({ row }) => inside(row.name))) }) : "",
    silent: groups.length || along.length ? "" : words.silent,
  };
}
