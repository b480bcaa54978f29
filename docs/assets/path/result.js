// The gap: the picture of the profile, and in words what one has, what one’s role asks beyond that and what the goal does, with what helps.
// Drawn by page.js.
import { element, nodes } from "../comparison/table.js";
import { counted, filled } from "../comparison/wording.js";
import { helping, shown } from "./help.js";
import { levelled, picture } from "./picture.js";
import { settle } from "./settle.js";

const FEW = 6; // gaps of a list that are shown before the rest is folded

export function draw(place, context) {
  const { role, goal, gaps, words } = context;
  const tally = place.parentElement.querySelector("h2 .count");
  if (!role) {
    tally.textContent = "";
    return settle(place, element("p", { class: "prompt" }, words.first));
  }
  const found = counts(gaps, goal ? "goal" : "role", words);
  tally.textContent = found && filled(words.against, { name: (goal ?? role).name, tally: found });
  const mine = new Map(gaps.role.map((one) => [one.id, one]));
  settle(place,
    picture(gaps, context),
    strengths(gaps.strengths, context),
    list("role", filled(words.roleAsks, { name: role.name }), gaps.role, { ...context, goal: null }),
    ...(goal ? [list("goal", filled(words.goalAsks, { name: goal.name }), gaps.goal, context, mine)] : []),
    ...open(gaps, words),
    ...kpis(context),
    element("details", { class: "plain chevron bases", "data-key": "bases" }, element("summary", {}, words.bases),
      ...[role, goal].flatMap((one) => (one ? nodes(one.basis) : []))),
  );
}

/** How many are reached, one level short, further short; and how many nobody can tell. */
function counts({ rows }, whose, words) {
  const rated = rows.filter((row) => row[whose] && row.mine !== null);
  if (!rated.length) return "";
  const short = (of) => rated.filter((row) => of(row[whose] - row.mine)).length;
  const found = { reached: short((n) => n <= 0), one: short((n) => n === 1), more: short((n) => n > 1) };
  return Object.entries(found).filter(([, n]) => n).map(([key, n]) => filled(words.tally[key], { n })).join(words.comma);
}

function heading(title, n) {
  return element("h3", {}, title, ...(n ? [" ", element("span", { class: "count" }, `${n}`)] : []));
}

function strengths(found, context) {
  const { words } = context;
  const entry = ({ id, name, row, at, beyond }) => element("li", { "data-key": id }, element("a", { href: row.href }, name), " ",
    element("span", { class: "soft" }, levelled(at, context), beyond ? filled(words.aside, { said: counted(words.beyond, beyond) }) : ""));
  return element("section", { class: "strengths", "data-key": "strengths" }, heading(words.strengths, found.length),
    found.length ? element("ul", { class: "few" }, ...found.map(entry)) : element("p", { class: "soft" }, words.noStrengths));
}

/** What one of the two asks beyond what one has; what the other list tells in full already is only named here. */
function list(id, title, found, context, told = new Map()) {
  const { words } = context;
  const help = helping(found, context);
  const entry = (one) => gap(one, help.get(one.id), context, told.get(one.id));
  const [first, rest] = [found.slice(0, FEW), found.slice(FEW)];
  const alone = found.filter(({ id }) => !told.has(id) && help.get(id).none).map(({ name }) => name).join(words.comma);
  return element("section", { class: "gap-part", "data-key": `asks-${id}` }, heading(title, found.length),
    ...(found.length ? [element("p", { class: "lead-in" }, words.order)] : [element("p", { class: "soft" }, words.noGap)]),
    ...(first.length ? [element("ol", { class: "gap-list", "data-key": "first" }, ...first.map(entry))] : []),
    ...(rest.length ? [element("details", { class: "plain fold more-gaps", "data-key": "rest" },
      element("summary", {}, words.more, " ", element("span", { class: "count" }, `${rest.length}`)),
      element("ol", { class: "gap-list", start: FEW + 1 }, ...rest.map(entry)))] : []),
    ...(alone ? [element("p", { class: "soft", "data-key": "alone" }, filled(words.noHelp, { names: alone }))] : []));
}

/** One gap: from which level to which, what to reach first in the words of the handbook, and what helps. */
function gap({ id, name, row, from, to, useful, need }, help, context, told) {
  const { words, offers } = context;
  const head = element("p", { class: "g-head" }, element("a", { class: "g-name", href: row.href }, name), " ",
    element("span", { class: "g-step" }, `${levelled(from, context)} → ${levelled(to, context)}`), " ",
    element("span", { class: useful ? "need useful" : "need" }, need));
  if (told) return element("li", { "data-key": id }, head, element("p", { class: "soft" }, told.to === to ? words.asMyRole : words.beyondMyRole));
  const next = row.levels.find((level) => context.index.levels.find((one) => one.id === level.id)?.step === from + 1);
  const [line, ...more] = next?.lines ?? [];
  return element("li", { "data-key": id }, head,
    ...(line ? [element("div", { class: "g-next" }, element("b", {}, words.reachFirst), line,
      ...(more.length ? [element("details", { class: "plain g-all", "data-key": "all" }, element("summary", {}, filled(words.allOf, { n: more.length })),
        element("div", {}, ...nodes(next.html)))] : []))] : []),
    ...(help.none ? [] : [element("div", { class: "g-help" }, element("b", {}, words.helps), ...shown(help, words, offers))]));
}

/** What one does not know and what is not rated: neither is a gap, and both are worth a word. */
function open({ unknown, unrated }, words) {
  const names = (rows) => rows.map(({ name }) => name).join(words.comma);
  const left = () => element("p", { class: "soft", "data-key": "unrated" }, filled(words.unratedNames, { n: unrated.length, names: names(unrated) }));
  return [
    ...(unknown.length ? [element("section", { "data-key": "unknown" }, heading(words.unknownTitle, unknown.length),
      element("p", {}, filled(words.unknownNames, { names: names(unknown) })))] : []),
    ...(unrated.length ? [left()] : []),
  ];
}

/** By what one will be judged there; the documents tie no indicator to a competency, and so nothing here does. */
function kpis({ role, goal, words }) {
  const target = goal ?? role;
  if (!target.kpis.length) return [];
  const known = new Set(role.kpis.map((one) => one.id));
  const fresh = target.kpis.filter(({ id }) => !known.has(id)).length;
  const mixed = goal && fresh < target.kpis.length; // else the sentence above the list says so of all
  return [element("section", { class: "goal-kpis", "data-key": "kpis" }, heading(filled(words.kpis, { name: target.name }), target.kpis.length),
    element("p", { class: "lead-in" }, words.kpisLead, ...(goal && fresh ? [" ", mixed ? counted(words.kpisNew, fresh) : words.kpisAllNew] : [])),
    element("ul", { class: "few" }, ...target.kpis.map(({ id, name, href, asked }) => element("li", { "data-key": id },
      element("a", { href }, name), ...(mixed && !known.has(id) ? [" ", element("span", { class: "fresh" }, words.fresh)] : []),
      " ", element("span", { class: "soft" }, ...asked.flatMap((html, number) => [number ? words.semicolon : "", ...nodes(html)]))))))];
}

