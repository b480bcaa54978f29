// The plan of a move on the page: draws what `way` puts together, as the static pages show it.
import { element, nodes } from "./table.js";
import { way } from "./way.js";

/** Fills the plan on the page for someone who goes from `origin` to `target`; `offers` are what may help on the way. */
export function plan(section, origin, target, offers, index) {
  const { words } = index;
  const found = way(origin, target, index, offers);
  const ends = `${origin.name} → ${target.name}`;
  section.querySelector(".move-ends").textContent = ends;
  for (const line of document.querySelectorAll(".compare-page .sentence")) {
    line.replaceChildren(found.sentence || words.nothingNew, ...(found.mark ? [" ", element("span", { class: "soft" }, found.mark)] : []));
  }
  section.querySelector(".direction").textContent = found.direction;
  section.querySelector(".standing").replaceChildren(...(found.href ? [words.curated, element("a", { href: found.href }, ends)] : [words.uncurated]));
  section.querySelector(".plan-note").replaceChildren(...note(found.note));
  section.querySelector(".plan-parts").replaceChildren(
    ...found.parts.map((one) => part(one.id, one.title, list(one, words), one.count)),
    part("conditions", index.parts.conditions, element("div", {}, ...(found.conditions ? nodes(found.conditions) : [soft(words.silent)]))),
    ...(found.signs ? [part("signs", index.parts.signs, element("div", {}, soft(words.signs), ...nodes(found.signs)))] : []),
    part("help", index.parts.help, element("div", {}, ...help(found.help))),
    part("basis", index.parts.basis, element("dl", { class: "plan-bases" }, ...[origin, target].flatMap(bases))),
  );
  section.hidden = false;
}

function soft(text) {
  return element("p", { class: "soft" }, text);
}

function note(found) {
  if (!found) return [];
  const lines = [...found.lines, ...(found.link ? nodes(found.link) : [])];
  return [element("div", { class: "notice" }, ...lines.map((line) => element("p", {}, line)))];
}

function help({ groups, along, alongTitle, silent, without }) {
  const offers = (entries) => element("ul", { class: "helps" }, ...nodes(entries.join("")));
  return [
    ...groups.flatMap(({ head, entries }) => [element("h4", {}, ...nodes(head)), offers(entries)]),
    ...(along.length && alongTitle ? [element("h4", {}, alongTitle)] : []),
    ...(along.length ? [offers(along)] : []),
    ...(silent ? [soft(silent)] : []),
    ...(without ? [element("p", { class: "without" }, without)] : []),
  ];
}

/** On what a role's requirements stand: the entries of the list that is printed for it. */
function bases(sheet) {
  return [.../** @type {Element} */ (nodes(sheet.basis)[0]).children];
}

/** The entries of a part; what is left behind is folded. */
function list({ rows, behind }, words) {
  const made = element("ul", { class: "plan" }, ...rows.map((row) => entry(row, words)));
  return behind ? element("details", { class: "below" }, element("summary", {}, words.show), made) : made;
}

function part(id, title, content, count = 0) {
  return element("section", { class: "duty", id }, element("h3", {}, title, ...(count ? [" ", element("span", { class: "count" }, count)] : [])), content);
}

/** What is asked before and after, and what the new level means, with those before it. */
function entry({ head, before, after, mark, lines, below }, words) {
  const asked = [before, after].filter(Boolean).map(nodes);
  if (asked.length === 2) asked.splice(1, 0, [" ", element("span", { class: "arrow", "aria-hidden": "true" }, "→"), " "]);
  if (mark) asked.push([" ", element("span", { class: "soft" }, mark)]);
  return element("li", {},
    element("span", { class: "name" }, ...nodes(head)), element("div", { class: "asked" }, ...asked.flat()),
    ...nodes(lines),
    ...(below.length ? [element("details", { class: "below" }, element("summary", {}, words.below), ...below.flatMap((one) => nodes(one.html)))] : []),
  );
}
