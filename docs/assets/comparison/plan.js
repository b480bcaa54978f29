// The way from one role to another: its lists are worked out from the two sheets as the static pages work them out from the
// records; what stands around them is printed beforehand for every pair.
import { element, filled, nodes } from "./table.js";

const BEHIND = ["no-longer", "kpis-end"];

/** Fills the plan on the page for someone who goes from `origin` to `target`; `way` holds what is printed for this pair. */
export function plan(section, origin, target, way, index) {
  const { words } = index;
  const [had, asked] = [origin, target].map((sheet) => rows(sheet, "competencies"));
  const [measured, expected] = [origin, target].map((sheet) => rows(sheet, "kpis"));
  const rises = (row) => had.has(row.key) && row.step > had.get(row.key).step;
  const learn = [...asked.values()].filter((row) => !had.has(row.key));
  const raise = [...asked.values()].filter(rises);
  const fresh = [...expected.values()].filter((row) => !measured.has(row.key));
  const both = [...new Set([origin.mark, target.mark].filter(Boolean))].join(words.comma);
  const parts = {
    "learn": learn.map((row) => entry(null, row, target.mark, words)),
    "raise": raise.map((row) => entry(had.get(row.key), row, both, words)),
    "stays": [...asked.values()].filter((row) => had.has(row.key) && !rises(row)).map((row) => entry(had.get(row.key), row, both)),
    "no-longer": [...had.values()].filter((row) => !asked.has(row.key)).map((row) => entry(row, null, origin.mark)),
    "kpis-new": fresh.map((row) => entry(null, row)),
    "kpis-stay": [...expected.values()].filter((row) => measured.has(row.key)).map((row) => entry(measured.get(row.key), row)),
    "kpis-end": [...measured.values()].filter((row) => !expected.has(row.key)).map((row) => entry(row, null)),
  };
  const ends = `${origin.name} → ${target.name}`;
  section.querySelector(".move-ends").textContent = ends;
  for (const line of document.querySelectorAll(".compare-page .sentence")) line.replaceChildren(
    sentence(learn, raise.map((row) => row.step - had.get(row.key).step), fresh, words) || words.nothingNew,
    ...(both ? [" ", element("span", { class: "basis" }, both)] : []),
  );
  section.querySelector(".direction").textContent = way.direction;
  section.querySelector(".standing").replaceChildren(...(way.href ? [words.curated, element("a", { href: way.href }, ends)] : [words.uncurated]));
  section.querySelector(".plan-note").replaceChildren(...nodes(way.note));
  const lists = Object.entries(parts).filter(([, entries]) => entries.length);
  section.querySelector(".plan-parts").replaceChildren(
    ...lists.map(([id, entries]) => part(id, way.titles[id], list(id, entries, words), different(entries))),
    ...["conditions", "signs", "help"].filter((id) => way[id]).map((id) => part(id, index.parts[id], element("div", {}, ...nodes(way[id])))),
    part("basis", index.parts.basis, element("dl", { class: "plan-bases" }, ...[origin, target].flatMap(bases))),
  );
  section.hidden = false;
}

/** On what a role's requirements stand: the entries of the list that is printed for it. */
function bases(sheet) {
  return [.../** @type {Element} */ (nodes(sheet.basis)[0]).children];
}

/** How many competencies or indicators these entries are about. */
function different(entries) {
  return new Set(entries.map((one) => (one.querySelector(".name a") ?? one).textContent)).size;
}

/** The entries of a part; what is left behind is folded. */
function list(id, entries, words) {
  const made = element("ul", { class: "plan" }, ...entries);
  return BEHIND.includes(id) ? element("details", { class: "below" }, element("summary", {}, words.show), made) : made;
}

function part(id, title, content, count = 0) {
  return element("section", { class: "duty", id }, element("h3", {}, title, ...(count ? [" ", element("span", { class: "count" }, count)] : [])), content);
}

function rows(sheet, id) {
  return new Map(sheet.groups.find((group) => group.id === id).rows.map((row) => [row.key, row]));
}

/** One row as it stands before and after; one cell where both are equal. With `words`, what the level means and those before it. */
function entry(before, after, mark, words) {
  const row = after || before;
  const equal = before && after && before.same === after.same;
  const cells = [before && !equal ? before : null, after].filter(Boolean).map((one) => nodes(one.cell));
  if (cells.length === 2) cells.splice(1, 0, [" ", element("span", { class: "arrow", "aria-hidden": "true" }, "→"), " "]);
  if (mark) cells.push([" ", element("span", { class: "basis" }, mark)]);
  const below = words ? (row.below || []).filter((one) => !before || one.step > before.step) : [];
  return element("li", {},
    element("span", { class: "name" }, ...nodes(row.head)), element("span", { class: "asked" }, ...cells.flat()),
    ...(words && row.lines ? nodes(row.lines) : []),
    ...(below.length ? [element("details", { class: "below" }, element("summary", {}, words.below), ...below.flatMap((one) => nodes(one.html)))] : []),
  );
}

function sentence(learn, rises, fresh, words) {
  const said = words.sentence;
  const counted = (forms, n) => (n ? filled(forms[n === 1 ? "one" : "other"], { n }) : "");
  const raised = counted(rises.every((rise) => rise === 1) ? said.one : said.more, rises.length);
  const competencies = [counted(said.learn, learn.length), raised].filter(Boolean).join(said.comma);
  const clauses = [competencies, counted(said.kpis, new Set(fresh.map((row) => row.name)).size)].filter(Boolean).join(said.semicolon);
  return clauses && filled(said.whole, { said: clauses });
}
