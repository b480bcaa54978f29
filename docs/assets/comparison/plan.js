// The plan of a move on the page: draws what `way` puts together, as the static pages show it.
import { element, fold, nodes } from "./table.js";

/** Fills the plan on the page with what was found about a way; `ends` are the names of its two roles. */
export function plan(section, found, index, ends) {
  section.querySelector("h2 .title").textContent = found.title;
  section.querySelector(".plan-parts").replaceChildren(
    ...(found.back ? [element("p", { class: "back" }, index.words.back, element("a", { href: found.back.href }, found.back.name))] : []),
    ...(found.parts.length ? [key(ends, index.needs)] : []),
    ...found.parts.map(part),
    ...(found.conditions ? [conditions(index.endings.conditions, found.conditions)] : []),
    ...(found.help ? [ending("help", index.endings.help, help(found.help, index.words), found.help.count)] : []),
    ...(found.signs ? [ending("signs", index.endings.signs, nodes(found.signs))] : []),
    ...(found.bases.length ? [ending("basis", index.endings.basis, [element("dl", { class: "plan-bases" }, ...found.bases.flatMap(bases))])] : []),
  );
  section.hidden = false;
}

function key([had, asked], needs) {
  const [done, ghost] = [["key-done", had], ["key-ghost", asked]].map(([look, name]) => element("span", { class: look }, name));
  return element("div", { class: "plan-key" }, done, ghost, ...nodes(needs));
}

function part({ id, title, count, rows }) {
  const heading = element("h3", {}, title, " ", element("span", { class: "count" }, count));
  return element("section", { id }, heading, element("ul", { class: "plan" }, ...rows.map(entry)));
}

/** A competency with what it takes; what its level means opens below. */
function entry({ name, head, span, need, means }) {
  const shown = [...nodes(span), ...nodes(need)];
  if (!means) return element("li", { class: "row" }, element("span", { class: "name" }, ...nodes(head)), ...shown);
  const summary = element("summary", {}, element("span", { class: "name" }, name), ...shown);
  return element("li", {}, element("details", { class: "plain" }, summary, element("div", { class: "meaning" }, ...nodes(means))));
}

function conditions(title, html) {
  return element("section", { id: "conditions" }, element("h3", {}, title), element("div", {}, ...nodes(html)));
}

function ending(id, title, content, count = "") {
  return fold(element("h3", { id }, title, ...(count ? [" ", element("span", { class: "count" }, count)] : [])), content, "fold ending");
}

function help({ entries, along, later }, words) {
  const offers = (found) => element("ul", { class: "helps" }, ...nodes(found.join("")));
  return [
    ...(entries.length ? [offers(entries)] : []),
    ...(along.length && entries.length ? [element("h4", {}, words.along)] : []),
    ...(along.length ? [offers(along)] : []),
    ...(later.length ? [element("h4", {}, words.later), offers(later)] : []),
  ];
}

/** On what a role's requirements stand: the entries of the list that is printed for it. */
function bases(html) {
  return [.../** @type {Element} */ (nodes(html)[0]).children];
}
