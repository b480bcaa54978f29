// With my manager: a file or a link to hand on, and both judgements beside each other, what differs first. Drawn by page.js, also for the
// manager, who judges a sheet that somebody has handed on: then `context.sheet.judging` holds.
import { copied } from "../clipboard.js";
import { element } from "../comparison/table.js";
import { counted, filled } from "../comparison/wording.js";
import { differences } from "./differences.js";
import { download } from "./download.js";
import { RISKY, linkOf } from "./link.js";
import { inWords } from "./picture.js";
import { draw as rating } from "./rating.js";
import { dayInWords } from "./reviews.js";
import { settle } from "./settle.js";
import { isEmpty, sheetOf, written } from "./state.js";

const language = document.documentElement.dataset.language ?? "";
let shown = null; // the link that was made last, and for which state

export function draw(place, context) {
  const { sheet, words } = context;
  place.onclick = ({ target }) => does(target.dataset.do, context, () => draw(place, context));
  if (sheet.judging) return settle(place, ...judging(place, context));
  settle(place,
    ...(isEmpty(sheet.kept) ? [] : [waiting(sheet.kept, words)]),
    ...(context.role ? [...beside(context), ...handing(context, words.handOn)] : [element("p", { class: "prompt" }, words.first)]));
}

/** What the manager sees: whose sheet it is, their own judgement, then both. */
function judging(place, context) {
  const { words, role, goal, state } = context;
  const form = place.querySelector(":scope > .judging") ?? element("div", { class: "judging", "data-key": "judging" });
  const way = [role, goal].filter(Boolean).map(({ name }) => name).join(" → ");
  rating(form, context, "judged");
  const { talk } = state.plan;
  return [
    element("p", { class: "lead-in", "data-key": "whose" }, filled(words.whose, { way, day: dayInWords(state.saved, language) }), " ", words.judgeFirst),
    form, ...beside(context),
    ...(talk ? [element("div", { "data-key": "talk" }, element("h3", {}, words.theirTalk), element("p", { class: "theirs" }, talk))] : []),
    ...handing(context, words.handBack),
    element("p", { class: "actions", "data-key": "away" }, button("leave", words.leaveSheet), button("drop", words.dropSheet)),
  ];
}

function button(wish, name) {
  return element("button", { type: "button", class: "button", "data-do": wish }, name);
}

/** That a sheet of somebody else is kept here, too. */
function waiting({ saved, role }, words) {
  const kept = filled(words.sheetKept, { day: dayInWords(saved, language), role: role ?? "" });
  return element("div", { class: "waiting", "data-key": "waiting" }, element("p", {}, kept),
    element("p", { class: "actions" }, button("judge", words.goOnJudging), button("drop", words.dropSheet)));
}

/** Both judgements, what differs first; nothing before there are two. */
function beside(context) {
  const { state, gaps, index, words, sheet } = context;
  if (!Object.keys(state.judged).length) return [];
  const { differ, alike, open } = differences(gaps.rows, state, index);
  const [self, other] = sheet.judging ? [words.they, words.me] : [words.me, words.manager];
  const line = ({ id, row, mine, theirs, mineAt, theirsAt, apart }) => element("tr", { "data-key": id },
    element("th", { scope: "row" }, element("a", { href: row.href }, row.name)),
    element("td", {}, inWords(mine, mineAt, context), ...said(mine)),
    element("td", {}, inWords(theirs, theirsAt, context), ...said(theirs)),
    element("td", {}, apart ? counted(apart > 0 ? words.higher : words.lower, Math.abs(apart)) : ""));
  const said = (one) => (one?.evidence ? [element("p", { class: "theirs soft" }, one.evidence)] : []);
  const table = (some, key) => element("table", { class: "profile-table both", "data-key": key, "aria-label": words.differences },
    element("thead", {}, element("tr", {}, ...[words.competency, self, other, words.apart].map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...some.map(line)));
  const names = (some) => some.map(({ name }) => name).join(words.comma);
  return [element("section", { "data-key": "beside" },
    element("h3", {}, words.differences, " ", element("span", { class: "count" }, `${differ.length}`)),
    ...(differ.length ? [element("p", { class: "lead-in" }, words.forTalk), table(differ, "differ")]
      : [element("p", { class: "soft" }, words.noDifference)]),
    ...(open.length ? [element("p", { "data-key": "open" }, filled(words.oneSays, { names: names(open) }))] : []),
    ...(alike.length ? [element("details", { class: "plain chevron alike", "data-key": "alike" },
      element("summary", {}, words.alike, " ", element("span", { class: "count" }, `${alike.length}`)), table(alike, "alike"))] : []))];
}

/** The ways to hand it on. */
function handing({ state, words }, lead) {
  const made = shown?.state === state ? shown : null;
  return [element("section", { class: "handing", "data-key": "handing" },
    element("p", { class: "lead-in" }, lead),
    element("p", { class: "actions" }, button("file", words.toFile), button("link", words.toLink)),
    ...(made ? link(made.link, words) : []))];
}

/** The link itself, to select where the browser does not copy, and how long it is. */
function link(made, words) {
  const long = filled(words[made.length > RISKY ? "linkLong" : "linkLength"], { n: made.length });
  return [
    element("label", { class: "made-link", "data-key": "link" }, element("span", {}, words.link),
      element("input", { type: "text", readonly: true, value: made })),
    element("p", { class: "soft", "data-key": "length" }, long),
  ];
}

async function does(wish, context, again) {
  const { state, words, say, sheet, change } = context;
  if (wish === "file") {
    const name = `${filled(words.sheetFile, { day: state.saved })}.json`;
    download(name, "application/json", written(sheetOf(state)));
    say(filled(words.savedAs, { name }));
  }
  if (wish === "judge") sheet.open();
  if (wish === "leave") sheet.leave();
  if (wish === "drop") sheet.drop();
  if (wish !== "link" || !change) return;
  if (typeof CompressionStream === "undefined") return say(words.told.old);
  shown = { state, link: await linkOf(state, location.href) };
  again();
  try {
    await copied({ "text/plain": shown.link });
    say(words.linkCopied);
  } catch { say(words.linkShown); }
}
