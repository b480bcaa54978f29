// A plan to take along: as a page that Word opens, as Markdown, as a table. Whatever people wrote stays text in each of them.

/**
 * @typedef {object} Table
 * @property {string[]} columns
 * @property {string[][]} rows
 *
 * @typedef {object} Part
 * @property {string} title
 * @property {string} [text]
 * @property {Table} [table]
 * @property {{ title: string, facts: [string, string][] }[]} [entries] what is written at length, fact by fact
 *
 * @typedef {object} Sheet
 * @property {string} lang
 * @property {string} title
 * @property {[string, string][]} facts
 * @property {Part[]} parts
 * @property {string} foot
 */

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** What no file of text may hold; Word refuses a page with it. */
const clean = (text) => text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, "");
const inHtml = (text) => clean(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]).replace(/\n/g, "<br>");

// Sizes in points and borders on cells, which is what Word understands.
const LOOK = "body{font:10.5pt/1.5 \"Microsoft YaHei\",\"PingFang SC\",\"Noto Sans CJK SC\",Calibri,sans-serif}h1{font-size:18pt}h2{font-size:13pt}"
  + "h3{font-size:11pt}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:3pt 6pt;text-align:left;vertical-align:top}";

/** A page of its own that word processors open: headings, paragraphs and tables, nothing to load or to run. @param {Sheet} sheet */
export function asHtml({ lang, title, facts, parts, foot }) {
  const cells = (tag, row) => `<tr>${row.map((one) => `<${tag} dir="auto">${inHtml(one)}</${tag}>`).join("")}</tr>`;
  const table = ({ columns, rows }) => [
    `<table border="1"><thead>${cells("th", columns)}</thead>`, "<tbody>", ...rows.map((row) => cells("td", row)), "</tbody></table>",
  ].join("\n");
  const listed = (found) => [
    '<table border="1"><tbody>', ...found.map(([name, said]) => `<tr><th width="22%">${inHtml(name)}</th><td dir="auto">${inHtml(said)}</td></tr>`),
    "</tbody></table>",
  ].join("\n");
  return [
    "<!doctype html>", `<html lang="${lang === "zh" ? "zh-Hans" : "en-GB"}">`, "<head>", '<meta charset="utf-8">',
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', `<title>${inHtml(title).replace(/<br>/g, " ")}</title>`,
    `<style>${LOOK}</style>`, "</head>", "<body>", `<h1>${inHtml(title)}</h1>`, listed(facts),
    ...parts.flatMap((part) => [
      `<h2>${inHtml(part.title)}</h2>`,
      ...(part.text === undefined ? [] : [`<p dir="auto">${inHtml(part.text)}</p>`]),
      ...(part.table ? [table(part.table)] : []),
      ...(part.entries ?? []).flatMap((one) => [`<h3>${inHtml(one.title)}</h3>`, listed(one.facts)]),
    ]),
    `<p>${inHtml(foot)}</p>`, "</body>", "</html>", "",
  ].join("\n");
}

/** A text as Markdown shows it and makes nothing of it; each line of it on a line, the ones after the first set in. */
function inMarkdown(text, indent = "") {
  const lines = clean(text).split("\n").map((line) => line.trim()).filter(Boolean);
  const safe = (line) => line.replace(/[&<>]/g, (sign) => ENTITIES[sign]).replace(/[\\`*_{}[\]#|!]/g, "\\$&").replace(/~/g, "&#126;")
    .replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[-+]/, "\\$&").replace(/^=/, "&#61;");
  return lines.map(safe).join(`  \n${indent}`);
}

/** The same as Markdown. @param {Sheet} sheet */
export function asMarkdown({ title, facts, parts, foot, lang }) {
  const colon = lang === "zh" ? "：" : ": ";
  const line = ([name, said]) => `- **${inMarkdown(name)}**${colon}${inMarkdown(said, "  ")}`.trimEnd();
  const cell = (text) => inMarkdown(text.replace(/\s+/g, " "));
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const table = ({ columns, rows }) => [row(columns.map(cell)), row(columns.map(() => "---")), ...rows.map((one) => row(one.map(cell)))].join("\n");
  return `${[
    `# ${cell(title)}`, facts.map(line).join("\n"),
    ...parts.flatMap((part) => [
      `## ${cell(part.title)}`, ...(part.text === undefined ? [] : [inMarkdown(part.text)]), ...(part.table ? [table(part.table)] : []),
      ...(part.entries ?? []).flatMap((one) => [`### ${cell(one.title)}`, one.facts.map(line).join("\n")]),
    ]),
    inMarkdown(foot),
  ].filter(Boolean).join("\n\n")}\n`;
}

/** What a spreadsheet would take for the beginning of a formula; the same as in macros/views/spreadsheets.py. */
export const COMPUTED = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"];

/** A table that spreadsheets open and compute nothing of, with the mark by which they know UTF-8. @param {Table} table */
export function asCsv({ columns, rows }) {
  const harmless = (cell) => (COMPUTED.some((sign) => cell.startsWith(sign)) ? `'${cell}` : cell);
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\ufeff${[columns, ...rows.map((row) => row.map((one) => harmless(clean(one))))].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}
