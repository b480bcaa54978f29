// My plan: choose from the gaps what to work on, write how, and take it along. Drawn by page.js, whose head says what a part is given.
import { element, nodes } from "../comparison/table.js";
import { counted, filled } from "../comparison/wording.js";
import { along, take } from "./along.js";
import { helping, shown } from "./help.js";
import { called, itemText, levelled } from "./outline.js";
import { paper, sheets } from "./paper.js";
import * as planning from "./planning.js";
import { dayInWords, dueOf, inOrder, monthsLater } from "./reviews.js";
import { settle } from "./settle.js";
import { LIMITS, isDay, own, today } from "./state.js";

const DAY = { type: "date", min: "2000-01-01", max: "2199-12-31" };
const FEW = 6; // gaps that are shown before the rest is folded
const leaving = new WeakMap(); // what is done where somebody leaves a field, by place
let fitting = ""; // how many sheets it takes, in words
const language = document.documentElement.dataset.language ?? "";

export function draw(place, context) {
  const { role, state, words, index } = context;
  const said = words.plan;
  const tally = place.parentElement.querySelector("h2 .count");
  const n = state.plan.items.length;
  tally.textContent = n ? counted(said.count, n) : "";
  if (!role) return settle(place, element("p", { class: "prompt" }, words.first));
  const planned = new Set(state.plan.items.map((one) => one.competency));
  settle(place, ...overdue(context), choosing(context, planned), ...(n ? [items(context)] : []), ...(n || state.plan.reviews.length ? [reviews(context)] : []),
    field("talk", said.talk, element("textarea", { rows: 2, maxlength: LIMITS.text, "data-talk": "1" }, state.plan.talk)),
    along(context, fitting), paper(context, language, today()));
  const pages = sheets(place);
  fitting = pages > 1 ? filled(said.pages, { n: pages }) : pages ? said.fits : "";
  const line = place.querySelector(".sheets");
  if (line.textContent !== fitting) line.textContent = fitting;
  listen(place, context, index);
}

/** A review whose day has come, until something is noted of it. */
function overdue({ state, words }) {
  const due = dueOf(state.plan.reviews, today());
  return due ? [element("p", { class: "notice", "data-key": "due" }, filled(words.plan.due, { day: dayInWords(due.on, language) }))] : [];
}

/** What one could work on, each to be ticked; and anything else. */
function choosing({ gaps, goal, index, words, state }, planned) {
  const said = words.plan;
  const found = planning.candidates(gaps);
  const names = (step) => (step ? index.levels.find((level) => level.step === step)?.name : words.none) ?? "";
  const way = ({ row, from, to }) => {
    const [next] = planning.above(row, index);
    const first = index.levels.find(({ id }) => id === next?.id)?.step ?? to;
    return filled(first < to ? said.stepwise : said.step, { from: names(from), next: names(first), to: names(to) });
  };
  const whose = ({ asking }) => (goal ? ` · ${said.asking[asking.length > 1 ? "both" : asking[0]]}` : "");
  const option = (one) => element("li", { "data-key": one.id }, element("label", { class: "gap-choice" },
    element("input", { type: "checkbox", "data-plan": one.id, checked: planned.has(one.id) }),
    element("span", {}, element("b", {}, one.name), " ", way(one)),
    element("span", { class: one.useful ? "need useful" : "need" }, one.need, whose(one))));
  const list = (some, key, from = 1) => element("ol", { class: "gap-choices", "data-key": key, start: from }, ...some.map(option));
  const known = new Set(found.map(({ id }) => id));
  const others = gaps.rows.filter(({ id }) => !known.has(id) && !planned.has(id));
  const lead = found.length ? said[goal ? "chooseLeadGoal" : "chooseLead"] : gaps.unrated.length ? said.rateFirst : said.nothing;
  return element("section", { class: "plan-choose", "data-key": "choose" },
    element("h3", {}, said.choose), element("p", { class: "lead-in" }, lead,
      ...(found.length && gaps.unrated.length ? [" ", counted(said.unrated, gaps.unrated.length)] : [])),
    ...(found.length ? [list(found.slice(0, FEW), "first")] : []),
    ...(found.length > FEW ? [element("details", { class: "plain fold", "data-key": "more" },
      element("summary", {}, said.more, " ", element("span", { class: "count" }, `${found.length - FEW}`)), list(found.slice(FEW), "rest", FEW + 1))] : []),
    ...(others.length && state.plan.items.length < LIMITS.items ? [element("p", { class: "plan-other", "data-key": "other" },
      element("label", {}, said.other, " ", element("select", { "data-other": "1" }, element("option", { value: "" }, "—"),
        ...others.map(({ id, name }) => element("option", { value: id }, name)))),
      " ", element("button", { type: "button", class: "button", "data-do": "add" }, said.add))] : []),
  );
}

function field(key, name, input, look = "field") {
  return element("label", { class: look, "data-key": key }, element("span", {}, name), input);
}

function items(context) {
  const { state, words, gaps } = context;
  const planned = new Set(state.plan.items.map((one) => one.competency));
  const help = helping(gaps.rows.filter(({ id }) => planned.has(id)).map((row) => ({ id: row.id, row })), context);
  return element("section", { class: "plan-items", "data-key": "items" }, element("h3", {}, words.plan.items),
    element("ol", {}, ...planning.keyed(state.plan.items).map(({ key, item }) => entry(key, item, help.get(item.competency), context))));
}

/** One item as a form. What the handbook has put there can be written anew. */
function entry(key, item, help, { gaps, index, words, state, offers }) {
  const said = words.plan;
  const row = gaps.rows.find(({ id }) => id === item.competency) ?? null;
  const name = called(item.competency, index);
  const from = levelled(own(state.ratings, item.competency)?.level, { index, words });
  const levels = row ? planning.above(row, index).map(({ id }) => id) : [];
  const choice = [...new Set([...levels, item.to])].map((id) => element("option", { value: id, selected: id === item.to }, levelled(id, { index, words })));
  const { met } = itemText(item, { state, index, words, gaps });
  const meant = row?.levels.find(({ id }) => id === item.to);
  const text = (of, like, rows) => element("textarea", { rows, maxlength: LIMITS.text, "data-item": key, "data-of": of, placeholder: like, dir: "auto" },
    of === "sign" ? planning.signOf(item, row) : item[of]);
  return element("li", { "data-key": key }, element("div", { class: "plan-item", role: "group", "aria-label": name },
    element("h4", {}, name, " ", element("span", { class: "soft" }, from)),
    ...(met ? [element("p", { class: "soft", "data-key": "met" }, said.met, ...(levels.length ? [" ", element("button", {
      type: "button", class: "quiet-button", "data-raise": key, "data-level": levels[0],
    }, filled(said.raise, { to: levelled(levels[0], { index, words }) }))] : []))] : []),
    field("to", said.to, element("select", { "data-item": key, "data-of": "to" }, ...choice), "field of-to"),
    field("by", said.by, element("input", { ...DAY, value: item.by, "data-item": key, "data-of": "by" }), "field of-by"),
    field("sign", said.sign, text("sign", said.signLike, 2), "field wide"),
    field("how", said.how, text("how", said.howLike, 2), "field wide"),
    ...(meant?.html ? [element("details", { class: "plain chevron level-means", "data-key": `means-${item.to}` },
      element("summary", {}, said.means), element("div", {}, ...nodes(meant.html)))] : []),
    ...(help && !help.none ? [element("div", { class: "g-help", "data-key": "help" }, element("b", {}, words.helps), ...shown(help, words, offers))] : []),
    field("who", said.who, text("who", said.whoLike, 1), "field of-who"),
    element("p", { class: "plan-out", "data-key": "out" },
      element("button", { type: "button", class: "quiet-button", "data-out": key, "aria-label": filled(said.removeNamed, { name }) }, said.remove)),
  ));
}

/** The days to look back on it: proposed by the handbook’s rhythm, and the reader’s to move. */
function reviews({ state, words, index }) {
  const said = words.plan;
  const day = (on) => dayInWords(on, language);
  const rows = state.plan.reviews.map(({ on, note }, number) => element("li", { "data-key": `review-${number}` },
    element("input", { ...DAY, value: on, "data-review": number, "data-of": "on", "aria-label": said.reviewOn }),
    element("input", { type: "text", value: note, maxlength: LIMITS.text, "data-review": number, "data-of": "note", placeholder: said.reviewNote,
      "aria-label": said.reviewNote, dir: "auto" }),
    element("button", { type: "button", class: "quiet-button", "data-unreview": number, "aria-label": filled(said.removeReview, { day: day(on) }) },
      said.remove)));
  const next = planning.nextReview(state.plan, index.reviews?.months ?? 0, today());
  return element("section", { class: "plan-reviews", "data-key": "reviews" }, element("h3", {}, said.reviews),
    ...(index.reviews ? [element("p", { class: "lead-in", "data-key": "rhythm" }, index.reviews.text, " ",
      element("a", { href: index.reviews.href }, index.reviews.name))] : []),
    ...(rows.length ? [element("ul", { "data-key": "days" }, ...rows)] : []),
    ...(state.plan.reviews.length < LIMITS.reviews ? [element("p", { "data-key": "next" },
      element("button", { type: "button", class: "button", "data-do": "review", "data-on": next }, filled(said.addReview, { day: day(next) })))] : []));
}

/** A day is typed piece by piece: they are put in order once nobody is at them any more, though the window may be left in between. */
function left(place, { state, change }) {
  if (!leaving.has(place)) place.addEventListener("focusout", (event) => leaving.get(place)(event));
  leaving.set(place, ({ target, relatedTarget }) => {
    const days = target.closest("[data-key=days]");
    if (!days || days.contains(relatedTarget) || !document.hasFocus()) return;
    if (inOrder(state.plan.reviews).some((one, at) => one !== state.plan.reviews[at])) change((now) => planning.withReviews(now, now.plan.reviews));
  });
}

function listen(place, context, index) {
  const { change, gaps, state, words, say } = context;
  left(place, context);
  const rowOf = (id) => gaps.rows.find((one) => one.id === id) ?? null;
  const add = (id) => {
    const months = index.reviews?.months ?? 0;
    const item = planning.suggested(rowOf(id), index, months ? monthsLater(today(), months) : "");
    return change((now) => planning.added(now, item, { start: today(), months }));
  };
  const out = (key) => {
    const at = planning.keyed(state.plan.items).findIndex((one) => one.key === key);
    const item = state.plan.items[at];
    const back = element("button", { type: "button", class: "quiet-button" }, words.plan.back);
    back.addEventListener("click", () => change((now) => planning.added(now, item, { at })));
    return Promise.resolve(change((now) => planning.without(now, key)))
      .then(() => {
        say(filled(words.plan.taken, { name: called(item.competency, index) }), " ", back);
        back.focus({ preventScroll: true });
      });
  };
  const edit = ({ item, of }, value) => {
    const row = rowOf(planning.keyed(state.plan.items).find((one) => one.key === item)?.item.competency);
    change((now) => planning.changed(now, item, { [of]: value }, row));
  };
  const review = (number, value) => change((now) => planning.reviewed(now, number, state.plan.reviews[number], value));
  place.oninput = ({ target }) => {
    const { item, of, review: number, talk } = target.dataset;
    if (talk) change((now) => planning.talkedOf(now, target.value));
    else if (item && target.localName === "textarea") edit({ item, of }, target.value);
    else if (number && of === "note") review(Number(number), { note: target.value });
  };
  place.onchange = ({ target }) => {
    const { item, of, review: number, plan } = target.dataset;
    if (plan) target.checked ? add(plan) : out(planning.keyed(state.plan.items).find((one) => one.item.competency === plan).key);
    else if (item && of === "to") edit({ item, of }, target.value);
    else if (item && of === "by" && (!target.value || isDay(target.value))) edit({ item, of }, target.value);
    else if (number && of === "on" && isDay(target.value)) review(Number(number), { on: target.value });
  };
  place.onclick = ({ target }) => {
    const { do: wish, out: key, unreview, on, take: taken, raise, level } = target.dataset;
    if (taken) take(taken, context);
    else if (raise) edit({ item: raise, of: "to" }, level);
    else if (key) out(key);
    else if (unreview) review(Number(unreview), null);
    else if (wish === "review") change((now) => planning.withReviews(now, [...now.plan.reviews, { on, note: "" }]));
    else if (wish === "add" && place.querySelector("[data-other]").value) add(place.querySelector("[data-other]").value);
  };
}
