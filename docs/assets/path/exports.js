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

// What is printed small takes a template within a template for code, so that none stands in another here.
const cell = (tag, text) => `<${tag} dir="auto">${inHtml(text)}</${tag}>`;
const cells = (tag, row) => `<tr>${row.map((one) => cell(tag, one)).join("")}</tr>`;
const paragraph = (text) => `<p dir="auto">${inHtml(text)}</p>`;
const heading = (level, text) => `<h${level}>${inHtml(text)}</h${level}>`;
const fact = ([name, said]) => `<tr><th width="22%">${inHtml(name)}</th>${cell("td", said)}</tr>`;

/** A page of its own that word processors open: headings, paragraphs and tables, nothing to load or to run. @param {Sheet} sheet */
export function asHtml({ lang, title, facts, parts, foot }) {
  const table = ({ columns, rows }) => [
    '<table border="1"><thead>', cells("th", columns), "</thead><tbody>", ...rows.map((row) => cells("td", row)), "</tbody></table>",
  ];
  const listed = (found) => ['<table border="1"><tbody>', ...found.map(fact), "</tbody></table>"];
  return [
    "<!doctype html>", `<html lang="${lang === "zh" ? "zh-Hans" : "en-GB"}">`, "<head>", '<meta charset="utf-8">',
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', `<title>${inHtml(title.replace(/\s+/g, " "))}</title>`,
    `<style>${LOOK}</style>`, "</head>", "<body>", heading(1, title), ...listed(facts),
    ...parts.flatMap((part) => [
      heading(2, part.title), ...(part.text === undefined ? [] : [paragraph(part.text)]), ...(part.table ? table(part.table) : []),
      ...(part.entries ?? []).flatMap((one) => [heading(3, one.title), ...listed(one.facts)]),
    ]),
    paragraph(foot), "</body>", "</html>", "",
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
  const inLine = (text) => inMarkdown(text.replace(/\s+/g, " "));
  const row = (found) => `| ${found.join(" | ")} |`;
  const table = ({ columns, rows }) => [columns.map(inLine), columns.map(() => "---"), ...rows.map((one) => one.map(inLine))].map(row).join("\n");
  const headed = (level, text) => `${"#".repeat(level)} ${inLine(text)}`;
  return [
    headed(1, title), facts.map(line).join("\n"),
    ...parts.flatMap((part) => [
      headed(2, part.title), ...(part.text === undefined ? [] : [inMarkdown(part.text)]), ...(part.table ? [table(part.table)] : []),
      ...(part.entries ?? []).flatMap((one) => [headed(3, one.title), one.facts.map(line).join("\n")]),
    ]),
    inMarkdown(foot), "",
  ].filter((block, place, all) => block || place === all.length - 1).join("\n\n").replace(/\n+$/, "\n");
}

/** What a spreadsheet would take for the beginning of a formula; the same as in macros/views/spreadsheets.py. */
export const COMPUTED = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"];

/** A table that spreadsheets open and compute nothing of, with the mark by which they know UTF-8. @param {Table} table */
export function asCsv({ columns, rows }) {
  const harmless = (text) => (COMPUTED.some((sign) => text.startsWith(sign)) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns, ...rows.map((row) => row.map((one) => harmless(clean(one))))].map((row) => row.map(quoted).join(","));
  return `\ufeff${[...lines, ""].join("\r\n")}`;
}
