// With my manager: a file or a link to hand on, and both judgements beside each other, what differs first. Drawn by page.js, also for the
// manager, who judges a sheet that somebody has handed on: then `context.sheet.judging` holds.
import { copied } from "../clipboard.js";
import { element, nodes } from "../comparison/table.js";
import { counted, filled } from "../comparison/wording.js";
import { differences } from "./differences.js";
import { download } from "./download.js";
import { RISKY, linkOf } from "./link.js";
import { itemText } from "./outline.js";
import { inWords } from "./picture.js";
import { draw as rating } from "./rating.js";
import { dayInWords } from "./reviews.js";
import { settle } from "./settle.js";
import { own, sheetOf, today, written } from "./state.js";

const language = document.documentElement.dataset.language ?? "";
let shown = null; // the link that was made last, and for which state

export function draw(place, context) {
  const { sheet, words } = context;
  place.onclick = ({ target }) => does(target, context, () => draw(place, context));
  if (sheet.judging) return settle(place, ...judging(place, context));
  settle(place,
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
    element("h2", { class: "for-ears", "data-key": "mine" }, words.myJudging), form, ...beside(context), ...planned(context),
    ...(talk ? [element("div", { "data-key": "talk" }, element("h3", {}, words.theirTalk), element("p", { class: "theirs" }, talk))] : []),
    ...handing(context, words.handBack),
    element("p", { class: "actions", "data-key": "away" }, button("leave", words.leaveSheet), button("drop", words.dropSheet)),
  ];
}

function button(wish, name, more = {}) {
  return element("button", { type: "button", class: "button", "data-do": wish, ...more }, name);
}

/** What they plan, to read: items, days to look back, and the signs that they see. */
function planned(context) {
  const { state, role, words } = context;
  const said = words.plan;
  const day = (on) => dayInWords(on, language);
  const facts = (item) => [["sign", item.sign], ["how", item.how], ["by", day(item.by)], ["who", item.who]].filter(([, text]) => text)
    .map(([of, text]) => element("div", {}, element("dt", {}, said[of]), element("dd", { dir: "auto" }, text)));
  const items = state.plan.items.map((one) => itemText(one, context)).map((item) => element("li", {},
    element("b", {}, item.name), words.plan.colon, filled(said.step, item), element("dl", { class: "quiet" }, ...facts(item))));
  const reviews = state.plan.reviews.map(({ on, note }) => element("li", {}, day(on),
    ...(note ? [words.plan.colon, element("span", { dir: "auto" }, note)] : [])));
  const { stage, role: its } = role?.signals ?? { stage: { signs: [] }, role: { signs: [] } };
  const signs = [...its.signs, ...stage.signs].filter(({ id }) => state.signals.includes(id)).map(({ html }) => element("li", {}, ...nodes(html)));
  const list = (name, some, of = "ul") => (some.length ? [element("h4", {}, name), element(of, {}, ...some)] : []);
  if (![items, reviews, signs].some((some) => some.length)) return [];
  return [element("section", { class: "their-plan", "data-key": "plan" }, element("h3", {}, words.theirPlan),
    ...list(said.items, items, "ol"), ...list(said.reviews, reviews), ...list(words.signals, signs))];
}

/** The sheets of others that are kept here, too, each to go on with. */
export function waiting({ sheet, index, words }) {
  if (!sheet.kept.length) return [];
  const way = ({ role, goal }) => [role, goal].map((id) => own(index.roles, id)?.name).filter(Boolean).join(" → ") || words.noRole;
  const line = ({ key, state }) => {
    const name = filled(words.sheetOf, { way: way(state), day: dayInWords(state.saved, language) });
    return element("li", { "data-key": key }, element("p", {}, element("b", {}, name), " ",
      element("span", { class: "soft" }, counted(words.judgedOf, Object.keys(state.judged).length))),
    element("p", { class: "actions" },
      button("judge", words.goOnJudging, { "data-sheet": key, "aria-label": `${words.goOnJudging}${words.plan.colon}${name}` }),
      button("drop", words.dropSheet, { "data-sheet": key, "aria-label": `${words.dropSheet}${words.plan.colon}${name}` })));
  };
  return [element("section", { class: "waiting", "data-key": "waiting", "aria-label": words.sheetsKept },
    element("p", {}, words.sheetsKept), element("ul", {}, ...sheet.kept.map(line)))];
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

async function does({ dataset: { do: wish, sheet: key } }, context, again) {
  const { words, say, sheet, change } = context;
  const state = sheet.judging ? { ...context.state, saved: today() } : context.state;
  if (wish === "file") {
    const name = `${filled(words.sheetFile, { day: state.saved })}.json`;
    download(name, "application/json", written(sheetOf(state)));
    if (sheet.judging) sheet.handed();
    say(filled(words.savedAs, { name }));
  }
  if (wish === "leave") sheet.leave();
  if (wish === "drop") sheet.drop(key);
  if (wish !== "link" || !change) return;
  if (typeof CompressionStream === "undefined") return say(words.told.old);
  shown = { state: context.state, link: await linkOf(state, location.href) };
  again();
  try {
    await copied({ "text/plain": shown.link });
    say(words.linkCopied);
  } catch { say(words.linkShown); }
}
