// The way from one role to another, worked out from their sheets as the static pages work it out from the records.
import { element, filled, nodes } from "./compare-table.js";

/** Fills the plan on the page for someone who goes from `origin` to `target`. */
export function plan(section, origin, target, index) {
  const { words } = index;
  const [had, asked] = [origin, target].map((sheet) => rows(sheet, "competencies"));
  const [measured, expected] = [origin, target].map((sheet) => rows(sheet, "kpis"));
  const rises = (row) => had.has(row.key) && row.step > had.get(row.key).step;
  const learn = [...asked.values()].filter((row) => !had.has(row.key));
  const raise = [...asked.values()].filter(rises);
  const fresh = [...expected.values()].filter((row) => !measured.has(row.key));
  const parts = {
    "learn": learn.map((row) => entry(null, row, true)),
    "raise": raise.map((row) => entry(had.get(row.key), row, true)),
    "stays": [...asked.values()].filter((row) => had.has(row.key) && !rises(row)).map((row) => entry(had.get(row.key), row)),
    "no-longer": [...had.values()].filter((row) => !asked.has(row.key)).map((row) => entry(row, null)),
    "kpis-new": fresh.map((row) => entry(null, row)),
    "kpis-stay": [...expected.values()].filter((row) => measured.has(row.key)).map((row) => entry(measured.get(row.key), row)),
    "kpis-end": [...measured.values()].filter((row) => !expected.has(row.key)).map((row) => entry(row, null)),
  };
  const way = origin.ways[target.id];
  section.querySelector(".move-ends").textContent = `${origin.name} → ${target.name}`;
  for (const line of document.querySelectorAll(".compare-page .sentence")) line.replaceChildren(
    sentence(learn, raise.map((row) => row.step - had.get(row.key).step), fresh, words) || words.nothingNew, " ",
    element("span", { class: "basis" }, [...new Set([origin.mark, target.mark])].filter(Boolean).join(words.comma)),
  );
  section.querySelector(".direction").textContent = direction(origin, target, index);
  section.querySelector(".standing").replaceChildren(...(way ? [words.curated, element("a", { href: way.href }, `${origin.name} → ${target.name}`)] : [words.uncurated]));
  const lists = Object.entries(parts).filter(([, entries]) => entries.length);
  section.querySelector(".plan-parts").replaceChildren(
    ...lists.map(([id, entries]) => part(id, index, element("ul", { class: "plan" }, ...entries), entries.length)),
    part("conditions", index, element("div", {}, ...conditions(way, origin, target, index))),
    part("help", index, element("ul", { class: "helps" }, ...help(way, origin, target, [...learn, ...raise], index))),
    part("basis", index, element("dl", { class: "plan-bases" }, ...[origin, target].flatMap((sheet) => [...nodes(sheet.basis)[0].children]))),
  );
  section.hidden = false;
}

function part(id, index, content, count) {
  const title = count ? [index.parts[id], " ", element("span", { class: "count" }, count)] : [index.parts[id]];
  return element("section", { class: "duty", id }, element("h3", {}, ...title), content);
}

function rows(sheet, id) {
  return new Map(sheet.groups.find((group) => group.id === id).rows.map((row) => [row.key, row]));
}

/** One row as it stands before and after; one cell where both are equal. */
function entry(before, after, explained = false) {
  const row = after || before;
  const equal = before && after && before.same === after.same;
  const cells = [before && !equal ? before : null, after].filter(Boolean).map((one) => nodes(one.cell));
  if (cells.length === 2) cells.splice(1, 0, [" ", element("span", { class: "arrow", "aria-hidden": "true" }, "→"), " "]);
  return element("li", {}, element("span", { class: "name" }, ...nodes(row.head)), element("span", { class: "asked" }, ...cells.flat()), ...(explained && row.lines ? nodes(row.lines) : []));
}

function sentence(learn, rises, fresh, words) {
  const said = words.sentence;
  const counted = (forms, n) => (n ? filled(forms[n === 1 ? "one" : "other"], { n }) : "");
  const competencies = [counted(said.learn, learn.length), counted(rises.every((rise) => rise === 1) ? said.one : said.more, rises.length)].filter(Boolean).join(said.comma);
  const clauses = [competencies, counted(said.kpis, new Set(fresh.map((row) => row.name)).size)].filter(Boolean).join(said.semicolon);
  return clauses && filled(said.whole, { said: clauses });
}

function order(index) {
  return Object.keys(index.stages);
}

function direction(origin, target, index) {
  const way = order(index).indexOf(target.stage) - order(index).indexOf(origin.stage);
  return filled(index.words.directions[way > 0 ? "up" : way ? "down" : "sideways"], { from: index.stages[origin.stage].name, to: index.stages[target.stage].name });
}

function conditions(way, origin, target, index) {
  const asked = way ? nodes(way.conditions) : [];
  const shared = order(index).indexOf(target.stage) > order(index).indexOf(origin.stage) ? nodes(origin.signals) : [];
  return asked.length || shared.length ? [...asked, ...shared] : [element("p", { class: "soft" }, index.words.noConditions)];
}

/** Programmes that touch this way, those for most of its new competencies first, and the rotations open to the origin. */
function help(way, origin, target, wanted, index) {
  const touched = index.practices.map((practice) => {
    const competencies = wanted.filter((row) => practice.competencies.some((id) => row.key === `competency-${id}`));
    const roles = [origin, target].filter((sheet) => practice.roles.includes(sheet.id));
    const stages = [...new Set([origin.stage, target.stage])].filter((id) => practice.stages.includes(id)).map((id) => index.stages[id]);
    const moves = (way?.moves || []).filter((move) => practice.moves.includes(move.id));
    return { practice, first: competencies.length, names: [...competencies, ...roles, ...stages, ...moves].map((one) => one.name) };
  }).filter((one) => one.names.length).sort((one, other) => other.first - one.first);
  const entries = touched.map(({ practice, names }) => {
    const [item] = [...nodes(practice.html)[0].children];
    item.querySelector(".touches").textContent = index.words.for + names.join(index.words.comma);
    return item;
  });
  const found = [...entries, ...nodes(origin.rotations)[0].children];
  return found.length ? found : [element("li", { class: "soft" }, index.words.noHelp)];
}
