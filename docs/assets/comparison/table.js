// A comparison as tables and lists: built from sheets of rows, and read back for the clipboard, for CSV and for print.
import { copied } from "../clipboard.js";
import { counted, filled } from "./wording.js";

const TABLED = ["facts", "levels"]; // the kinds of groups that share the first table

/** A new element with attributes and children; text stays text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, value === true ? "" : value);
  made.append(...children);
  return made;
}

/** Nodes from a piece of HTML. Only for the site's own files, whose templates have escaped everything that is data. */
export function nodes(html) {
  const whole = html.replace(/[0-9][0-9.,]*[%％]?[～–][0-9][0-9.,]*[%％]?/g, '<span class="range">$&</span>'); // stays on one line, as on every page
  return [...new DOMParser().parseFromString(whole, "text/html").body.childNodes];
}

/** A part that opens when its heading is pressed. */
export function fold(heading, content, look = "fold") {
  return element("details", { class: look }, element("summary", {}, heading), element("div", { class: "folded" }, ...content));
}

/** Puts sheets of the same kind side by side in the comparison on the page: first what several have, then what one alone has. */
export function show(comparison, sheets, index) {
  const { words } = index;
  const groups = sheets[0].groups.map((_, number) => laid(sheets.map((sheet) => sheet.groups[number]), sheets, words));
  const tabled = groups.filter(({ kind }) => TABLED.includes(kind));
  const others = groups.filter((group) => !TABLED.includes(group.kind) && (group.tables.length || group.own.some(({ rows }) => rows.length)));
  const names = sheets.map((sheet) => sheet.name).join(words.names);
  comparison.querySelector(".sides").replaceChildren(
    table(sheets, tabled, names, words),
    ...tabled.flatMap((group) => after(group, words)),
    ...others.map((group) => section(group, sheets, words)).flat(),
  );
  comparison.dataset.columns = sheets.length;
  const equal = comparison.querySelectorAll("tr.same").length;
  comparison.querySelector(".hidden-count").textContent = equal ? counted(words.hidden, equal) : "";
  comparison.querySelector(".compare-tools").dataset.file = ["compare", ...sheets.map((sheet) => sheet.id)].join("-");
  comparison.hidden = false;
}

/** One group of all sheets: tables of the rows that stand side by side, what each sheet alone has, and what none of them says. */
function laid(groups, sheets, words) {
  const [{ id, title, kind, folded, unknown, empty }] = groups;
  const own = groups.map((group) => new Map(group.rows.map((row) => [row.key, row])));
  const every = new Map(groups.flatMap((group) => group.rows).reverse().map((row) => [row.key, row]));
  const keys = [...new Set(groups.flatMap((group) => group.rows.map((row) => row.key)))];
  const having = (key) => own.filter((rows) => rows.has(key)).length;
  const rows = (found) => found.map((key) => ({ key, row: every.get(key), cells: own.map((one) => one.get(key)) }));
  const counts = sheets.map((_, number) => sheets.length - number).filter((n) => n > 1);
  const shared = counts.map((n) => ({ title: bucket(n, sheets.length, words), rows: rows(keys.filter((key) => having(key) === n)) }));
  const facts = [{ title, rows: rows(keys) }];
  const tables = { facts, levels: shared, figures: shared, columns: [] }[kind].filter((one) => one.rows.length);
  const silent = unknown.filter(([key]) => !every.has(key)).map(([, phrase]) => phrase);
  return {
    id, title, kind, folded, empty, tables,
    own: kind === "facts" ? [] : groups.map((group, number) => alone(sheets[number], group.rows, kind === "columns" ? () => 1 : having, words)),
    silent: silent.length ? filled(words[sheets.length === 2 ? "neither" : "none"], { names: silent.join(words.names) }) : "",
  };
}

/** What is written over rows that so many of the roles have. */
function bucket(n, all, words) {
  if (n === all) return all === 2 ? words.both : filled(words.all, { n });
  return filled(words.some, { n });
}

function alone({ name, href }, rows, having, words) {
  return { name, href, title: filled(words.only, { name }), empty: !rows.length, rows: rows.filter(({ key }) => having(key) < 2) };
}

function table(sheets, groups, label, words) {
  const headOf = ({ href, name, about }) => element("th", { scope: "col" }, element("a", { href }, name), element("small", {}, about));
  const head = element("thead", {}, element("tr", {}, element("td"), ...sheets.map(headOf)));
  const bodies = groups.flatMap((group) => group.tables.map((one) => body(one, group, sheets.length, words)));
  const wide = sheets.length > 2 || groups.some((group) => group.tables.some(({ rows }) => rows.some(({ row }) => row.long)));
  return element("table", { class: wide ? "side wide" : "side", "aria-label": label }, head, ...bodies);
}

function body({ title, rows }, group, columns, words) {
  const count = group.kind === "facts" ? [] : [" ", element("span", { class: "count" }, rows.length)];
  const heading = element("th", { scope: "rowgroup", colspan: columns + 1 }, title, ...count);
  const lines = rows.map((one) => line(one, group, words));
  return element("tbody", { class: group.kind, "data-part": group.title }, element("tr", { class: "heading" }, heading), ...lines);
}

function line({ row, cells }, { kind, empty }, words) {
  const same = cells.every(Boolean) && new Set(cells.map((cell) => cell.same)).size === 1;
  const missing = () => (kind === "facts"
    ? element("span", { class: "missing" }, empty || words.unstated)
    : element("span", { class: "missing dot", title: words.absent }, element("span", {}, words.absent)));
  const shown = cells.map((cell) => element("td", {}, ...(cell ? nodes(cell.cell) : [missing()])));
  return element("tr", { class: (same ? "same" : "differs") + (row.long ? " long" : "") }, element("th", { scope: "row" }, ...nodes(row.head)), ...shown);
}

/** What stands below the first table: what no document says, and what each role alone has. */
function after({ title, own, silent }, words) {
  const soft = (text) => element("p", { class: "silent soft" }, text);
  if (!own.length) return silent ? [soft(silent)] : [];
  const lists = own.map((one, column) => ({ ...one, column })).filter(({ rows }) => rows.length).map(({ title: name, rows, column }) => element("div", {},
    element("dt", {}, name, " ", element("span", { class: "count" }, rows.length)),
    element("dd", {}, element("ul", { class: "names" }, ...rows.map((row) => entry(row, column)))),
  ));
  return [element("dl", { class: "alone", "data-part": title }, ...lists), soft(words.caution)];
}

/** What one role alone has: a name that is seen with its marks, and what the table of a spreadsheet says of it. */
function entry(row, column) {
  const said = element("div", { class: "cell", hidden: true }, ...nodes(row.cell));
  const seen = [...nodes(row.head), ...nodes(row.marks || "")];
  return element("li", { class: "entry", "data-column": column, "data-row": row.key, "data-name": row.name }, ...seen, said);
}

function figured(row, column) {
  const said = element("div", { class: "cell" }, ...nodes(row.cell));
  return element("li", { class: "entry figured", "data-column": column, "data-row": row.key, "data-name": row.name }, ...nodes(row.head), said);
}

function block(row, column) {
  const head = row.name ? [element("h4", {}, ...nodes(row.head))] : [];
  const said = element("div", { class: "cell" }, ...nodes(row.cell));
  return element("div", { class: "entry", "data-column": column, "data-row": row.key, "data-name": row.name }, ...head, said);
}

/** A group with a heading of its own. */
function section(group, sheets, words) {
  const heading = element("h2", { id: group.id }, group.title);
  const columns = group.own.map((one, column) => element("section", {}, ...columnOf(group, one, column, words)));
  const content = [
    ...(group.tables.length ? [table(sheets, [group], group.title, words)] : []),
    element("div", { class: "beside", "data-part": group.title }, ...columns),
  ];
  return group.folded ? [fold(heading, content)] : [heading, ...content];
}

function columnOf(group, one, column, words) {
  const empty = one.empty ? [element("p", { class: "soft" }, words.absent)] : [];
  if (group.kind === "columns") return [element("h3", {}, one.name), ...one.rows.map((row) => block(row, column)), ...empty];
  if (!one.rows.length && !one.empty) return [];
  const given = one.rows.filter((row) => row.figured);
  const [bare, informing] = [false, true].map((of) => one.rows.filter((row) => !row.figured && Boolean(row.informs) === of));
  return [
    element("h3", {}, group.tables.length ? one.title : one.name, " ", element("span", { class: "count" }, one.rows.length || "")),
    ...(given.length ? [element("ul", { class: "figures-list" }, ...given.map((row) => figured(row, column)))] : []),
    ...named(words.unfigured, bare, column),
    ...named(words.informing, informing, column),
    ...empty,
  ];
}

/** Indicators by their names alone, folded under how many there are. */
function named(title, rows, column) {
  if (!rows.length) return [];
  const names = element("ul", { class: "bare" }, ...rows.map((row) => entry(row, column)));
  return [element("details", { class: "plain chevron" }, element("summary", {}, counted(title, rows.length)), names)];
}

/** What a cell says, as plain text. */
function plain(cell, tools) {
  const copy = cell.cloneNode(true);
  for (const why of copy.querySelectorAll(".why")) {
    why.replaceWith(tools.mark.replace("{mark}", why.querySelector(why.querySelector(".means") ? "b" : "div").textContent.trim()));
  }
  copy.querySelectorAll(".for-ears, .need").forEach((one) => one.remove());
  copy.querySelectorAll(".measure").forEach((one) => one.append(tools.after));
  copy.querySelectorAll("li:not(:last-child), ul:not(:last-child), .line:not(:last-child)").forEach((one) => one.append(tools.between));
  return copy.textContent.replace(/\s+/g, " ").replace(/ (?=[（；：])/g, "").trim();
}

/** The whole of it: part, row, and for each role its cell; how much a competency is needed has a column of its own. */
function read(comparison) {
  const tools = comparison.querySelector(".compare-tools").dataset;
  const names = [...comparison.querySelectorAll(".side")][0].querySelectorAll("thead th > :is(a, span)");
  const needs = comparison.querySelector(".sides .need") !== null;
  const said = (cell) => {
    const text = cell ? plain(cell, tools) : tools.absent;
    return needs ? [text, cell?.querySelector(".need")?.textContent.trim() ?? ""] : [text];
  };
  const head = [...names].map((one) => one.textContent.trim());
  const rows = [[tools.part, tools.row, ...head.flatMap((name) => (needs ? [name, tools.need.replace("{name}", name)] : [name]))]];
  for (const part of comparison.querySelectorAll(".sides [data-part]")) {
    for (const row of part.querySelectorAll("tr:is(.differs, .same)")) {
      const [first, ...cells] = row.cells;
      rows.push([part.dataset.part, plain(first, tools), ...cells.flatMap(said)]);
    }
    for (const { name, cells } of entries(part)) rows.push([part.dataset.part, name, ...head.flatMap((_, column) => said(cells.get(`${column}`)))]);
  }
  return rows.map((row) => row.map(harmless));
}

/** What stands in lists, row by row: its name, and column to what is said there. */
function entries(part) {
  const found = new Map();
  for (const one of part.querySelectorAll(".entry")) {
    const { row, name, column } = one.dataset;
    if (!found.has(row)) found.set(row, { name: name || part.dataset.part, cells: new Map() });
    found.get(row).cells.set(column, one.querySelector(".cell"));
  }
  return found.values();
}

/** A spreadsheet must not take a text for a formula. */
function harmless(text) {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function csv(rows) {
  const quoted = (text) => (/[",\n\r]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function html(rows) {
  const [head, ...rest] = rows.map((row, number) => element("tr", {}, ...row.map((text) => element(number ? "td" : "th", {}, text))));
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rest)).outerHTML;
}

function copy(rows) {
  const plain = rows.map((row) => row.map((text) => text.replaceAll("\t", " ")).join("\t")).join("\n");
  return copied({ "text/html": html(rows), "text/plain": plain });
}

function save(name, text) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

for (const comparison of document.querySelectorAll(".comparison")) {
  const tools = comparison.querySelector(".compare-tools");
  const say = (text) => { tools.querySelector("[role=status]").textContent = text; };
  tools.querySelector(".actions").hidden = false;
  tools.addEventListener("click", async (event) => {
    const wish = event.target.closest("[data-do]")?.dataset.do;
    say("");
    if (wish === "print") window.print();
    if (wish === "csv") {
      const name = `${tools.dataset.file}.csv`;
      save(name, csv(read(comparison)));
      say(tools.dataset.saved.replace("{file}", name));
    }
    if (wish === "copy") await copy(read(comparison)).then(() => say(tools.dataset.copied), () => say(tools.dataset.failed));
  });
}
