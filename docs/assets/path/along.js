// Takes the plan along: on paper, as a page for a word processor, as Markdown, as a table, and as days of a calendar.
import { element } from "../comparison/table.js";
import { filled } from "../comparison/wording.js";
import { calendar } from "./calendar.js";
import { download } from "./download.js";
import { asCsv, asHtml, asMarkdown } from "./exports.js";
import { events, sheet, table } from "./outline.js";
import { today } from "./state.js";
import { KEYS } from "./store.js";

const language = document.documentElement.dataset.language ?? "";
const KEY = `${KEYS.mine}.calendar`;
let mark = ""; // tells this reader’s days in a calendar from those of others

/** The buttons, and what is known of how many sheets it takes. */
export function along({ state, words }, fitting) {
  const button = (wish, look = "button") => element("button", { type: "button", class: look, "data-key": wish, "data-take": wish }, words.plan[wish]);
  return element("div", { class: "plan-along", "data-key": "along" },
    element("p", { class: "actions" }, button("print", "button primary"), button("word"), button("markdown"),
      ...(state.plan.items.length ? [button("csv")] : []), ...(state.plan.reviews.length || state.plan.items.some(({ by }) => by) ? [button("calendar")] : [])),
    element("p", { class: "soft sheets", role: "status" }, fitting));
}

const FILES = {
  word: ["doc", "application/msword", (context) => asHtml(sheet(context, language, today()))],
  markdown: ["md", "text/markdown", (context) => asMarkdown(sheet(context, language, today()))],
  csv: ["csv", "text/csv", (context) => asCsv(table(context))],
  calendar: ["ics", "text/calendar", days],
};

/** Does what a button says. @param {string} wish */
export function take(wish, context) {
  if (wish === "print") return print();
  const { words, say } = context;
  const [ending, type, written] = FILES[wish];
  const name = `${filled(words.plan.file, { day: today() })}.${ending}`;
  download(name, type, written(context));
  say(filled(words.savedAs, { name }));
}

function days(context) {
  const { words, index } = context;
  const url = /^https?:$/.test(location.protocol) ? location.origin + location.pathname : "";
  const product = `-//${index.handbook.titles[0]}//${words.plan.title}//${language.toUpperCase()}`;
  return calendar({ product, name: words.plan.title, events: events(context, ownMark(), language, url), now: new Date() });
}

/** A word by chance, the same each time in this browser as long as it keeps anything. */
function ownMark() {
  try { mark ||= localStorage.getItem(KEY) ?? ""; } catch { /* nothing is kept here; this page’s own serves */ }
  mark ||= [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("");
  try { localStorage.setItem(KEY, mark); } catch { /* as above */ }
  return mark;
}

/** Gives up that word, too, where all is given up. */
export function unmarked() {
  mark = "";
  try { localStorage.removeItem(KEY); } catch { /* nothing is kept here */ }
}
