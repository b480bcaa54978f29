// A comparison as a table: built from sheets of rows, and read back for the clipboard, for CSV and for print.
import { counted, filled, inside, listed } from "./wording.js";

/** A new element with attributes and children; text stays text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, value === true ? "" : value);
  made.append(...children);
  return made;
}

/** Nodes from a piece of HTML. Only for the site's own files, whose templates have escaped everything that is data. */
export function nodes(html) {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes];
}

/** Puts sheets of the same kind side by side in the comparison on the page; equal rows can fold. */
export function show(comparison, sheets, words) {
  const names = sheets.map((sheet) => sheet.name);
  const headOf = (sheet) => element("th", { scope: "col" }, element("a", { href: sheet.href }, sheet.name), element("small", {}, sheet.about));
  const head = element("tr", {}, element("td"), ...sheets.map(headOf));
  const bodies = sheets[0].groups.map((_, number) => body(sheets, sheets.map((sheet) => sheet.groups[number]), words)).filter(Boolean);
  comparison.querySelector(".table-frame").replaceChildren(element("table", { "aria-label": listed(names) }, element("thead", {}, head), ...bodies));
  comparison.querySelector(".compare-pick").replaceChildren(
    element("legend", { class: "for-ears" }, words.pick),
    ...names.map((name, number) => {
      const radio = element("input", { type: "radio", name: "pick", class: `pick-${number + 1}`, checked: !number });
      return element("label", {}, radio, name);
    }),
  );
  comparison.dataset.columns = sheets.length;
  const folded = comparison.querySelectorAll("tr.same").length;
  comparison.querySelector(".folded-count").textContent = folded ? counted(words.folded, folded) : "";
  comparison.querySelector(".compare-tools").dataset.file = ["compare", ...sheets.map((sheet) => sheet.id)].join("-");
  comparison.hidden = false;
}

/** One group of rows: those of the first sheet, then what the others add. */
function body(sheets, groups, words) {
  const own = groups.map((group) => new Map(group.rows.map((row) => [row.key, row])));
  const first = new Map(groups.flatMap((group) => group.rows).reverse().map((row) => [row.key, row]));
  const keys = [...new Set(groups.flatMap((group) => group.rows.map((row) => row.key)))];
  if (!keys.length) return null;
  const span = sheets.length + 1;
  const equal = keys.filter((key) => own.every((rows) => rows.has(key)) && new Set(own.map((rows) => rows.get(key).same)).size === 1);
  const rows = keys.map((key) => {
    const cells = own.map((rows, number) => cell(sheets[number].name, rows.get(key), own[0].get(key), groups[number].absent, inside(sheets[0].name), words));
    const look = (equal.includes(key) ? "same" : "differs") + (first.get(key).long ? " long" : "");
    return element("tr", { class: look }, element("th", { scope: "row" }, ...nodes(first.get(key).head)), ...cells);
  });
  const made = element("tbody", {}, element("tr", { class: "heading" }, element("th", { scope: "rowgroup", colspan: span }, groups[0].title)), ...rows);
  if (equal.length) {
    const button = element("label", { class: "show" }, element("input", { type: "checkbox" }), words.show);
    const said = filled(words.same, { names: listed(equal.map((key) => inside(first.get(key).name))) });
    made.append(element("tr", { class: "folded" }, element("td", { colspan: span }, said, " ", button)));
  }
  return made;
}

function cell(of, row, first, absent, name, words) {
  if (!row) return element("td", { "data-of": of }, element("span", { class: "open" }, absent));
  const made = element("td", { "data-of": of }, ...nodes(row.cell));
  const rise = first ? (row.step || 0) - (first.step || 0) : 0;
  if (rise) made.append(" ", element("span", { class: rise > 0 ? "diff raised" : "diff" }, filled(words.differences[rise], { name })));
  return made;
}

/** What a cell says, as plain text. */
function plain(cell, tools) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll(".for-ears, .diff, .level-link ~ .need").forEach((one) => one.remove());
  for (const why of copy.querySelectorAll(".why")) {
    why.replaceWith(tools.mark.replace("{mark}", why.querySelector(why.querySelector(".means") ? "b" : "div").textContent.trim()));
  }
  copy.querySelectorAll(".measure, .when").forEach((one) => { one.textContent = tools.mark.replace("{mark}", one.textContent); });
  copy.querySelectorAll("summary").forEach((one) => one.append(tools.after));
  copy.querySelectorAll("li:not(:last-child), .line:not(:last-child), details:not(:last-child)").forEach((one) => one.append(tools.between));
  return copy.textContent.replace(/\s+/g, " ").replace(/ (?=[（；：])/g, "").trim();
}

/** The whole table, folded rows too: part, row, and for each role its cell; how much a competency is needed has a column of its own. */
function read(comparison) {
  const tools = comparison.querySelector(".compare-tools").dataset;
  const names = [...comparison.querySelectorAll("thead th > :is(a, span)")].map((one) => one.textContent);
  const needs = comparison.querySelector("td .need") !== null;
  const rows = [[tools.part, tools.row, ...names.flatMap((name) => (needs ? [name, tools.need.replace("{name}", name)] : [name]))]];
  for (const group of comparison.querySelectorAll("tbody")) {
    for (const row of group.querySelectorAll("tr:is(.differs, .same)")) {
      const [head, ...cells] = row.cells;
      const said = cells.flatMap((cell) => (needs ? [plain(cell, tools), cell.querySelector(".level-link ~ .need")?.textContent ?? ""] : [plain(cell, tools)]));
      rows.push([group.rows[0].textContent.trim(), plain(head, tools), ...said]);
    }
  }
  return rows.map((row) => row.map(harmless));
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

async function copy(rows) {
  const kinds = { "text/html": html(rows), "text/plain": rows.map((row) => row.map((text) => text.replaceAll("\t", " ")).join("\t")).join("\n") };
  if (navigator.clipboard?.write && window.ClipboardItem) {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })])))]);
    return;
  }
  // Over plain http, as on many an intranet, browsers have no clipboard but this one.
  document.addEventListener("copy", (event) => {
    for (const [type, text] of Object.entries(kinds)) event.clipboardData?.setData(type, text);
    event.preventDefault();
  }, { once: true });
  if (!document.execCommand("copy")) throw new Error("copy");
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
addEventListener("beforeprint", () => document.querySelectorAll(".comparison details").forEach((one) => { one.open = true; }));
