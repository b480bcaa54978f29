// The plan on paper: one page of A4 with the profile, what is worked on, and lines to sign. It stands beside the form, unseen, so that the
// page can say beforehand how many sheets it takes.
import { element } from "../comparison/table.js";
import { filled } from "../comparison/wording.js";
import { itemText, levelled } from "./outline.js";
import { dayInWords, inOrder, nextOf } from "./reviews.js";

const MM = 96 / 25.4; // pixels of a millimetre, on screen and on paper
const SPARE = 3; // of them, for what a printer breaks otherwise than a screen
const HEIGHT = 262; // millimetres of a sheet between its margins, as styles/print.css has them

/** The sheet for a plan. */
export function paper(context, language, today) {
  const { state, role, goal, words, gaps } = context;
  const said = words.plan;
  const { items, reviews, talk } = state.plan;
  const line = (name, text = "") => element("span", { class: "line" }, name, " ", text ? element("b", {}, text) : element("i", {}));
  const day = ({ on, note }) => dayInWords(on, language) + (note ? filled(words.aside, { said: note }) : "");
  return element("div", { class: "plan-paper", "data-key": "paper", "aria-hidden": "true" }, element("div", { class: "sheet" },
    element("p", { class: "paper-title" }, said.title),
    element("p", { class: "lines" }, line(said.myName), line(said.date, dayInWords(today, language)),
      element("span", { class: "way" }, goal ? filled(said.step, { from: role.name, to: goal.name }) : role.name)),
    element("p", { class: "paper-head" }, said.profile),
    element("ul", { class: "paper-profile" }, ...gaps.rows.map((row) => element("li", { class: (row.asked.goal ?? row.asked.role).useful ? "useful" : "" },
      element("span", {}, row.name), bars(row, context), element("span", { class: "level" }, levelled(row.rating?.level, context))))),
    element("p", { class: "paper-key" }, element("span", { class: "of-mine" }, said.me),
      ...(goal ? [element("span", { class: "of-role" }, said.asksMine), element("span", { class: "of-goal" }, filled(words.asks, { name: goal.name }))]
        : [element("span", { class: "of-goal" }, said.asksMine)]),
      element("em", {}, filled(said.barsMean, { levels: context.index.levels.map(({ name }) => name).join(words.comma) }))),
    ...(items.length ? [element("p", { class: "paper-head" }, said.items),
      element("ol", { class: "paper-items" }, ...items.map((item) => entry(itemText(item, context), said, language)))] : []),
    element("div", { class: "paper-end" }, fact(said.talk, talk), ...(reviews.length ? [fact(said.reviews, inOrder(reviews).map(day).join(words.comma))] : [])),
    element("p", { class: "lines" }, line(said.signMine), line(said.signManager),
      line(said.nextReview, dayInWords(nextOf(reviews, today)?.on ?? "", language))),
    element("p", { class: "soft" }, said.notAppraisal),
  ));
}

function entry(one, said, language) {
  return element("li", {}, element("div", {}, element("p", {}, element("b", {}, one.name), " ", one.way), fact(said.sign, one.sign)),
    element("div", {}, fact(said.how, one.how)), element("div", {}, fact(said.by, dayInWords(one.by, language)), fact(said.who, one.who)));
}

/** What something is called, and what is written there or room to write it. */
function fact(name, text) {
  return element("p", { class: text ? "fact" : "fact empty" }, element("small", {}, name), element("span", { dir: "auto" }, text));
}

/** Levels as bars: full ones are mine, outlines what the goal asks, and a line below what the role does; without a goal outlines are the role’s. */
function bars(row, { index, goal }) {
  const asked = goal ? row.goal : row.role;
  const cells = index.levels.map(({ step }) => {
    const look = row.mine !== null && step <= row.mine ? "done" : step <= asked ? "ghost" : "none";
    return element("i", { class: `${look}${goal && step <= row.role ? " of-role" : ""}` });
  });
  return element("span", { class: "paper-bars" }, ...cells);
}

/** How many sheets a paper takes: what is not to be broken goes on to the next where there is no room for it. */
export function sheets(place) {
  const made = place.querySelector(".plan-paper > .sheet");
  if (!made) return 0;
  const [room, top] = [(HEIGHT - SPARE) * MM, made.getBoundingClientRect().top];
  let start = 0; // of the sheet that is being filled
  let count = 1;
  for (const block of made.querySelectorAll(":scope > :not(.paper-items), .paper-items > li")) {
    const { top: from, bottom } = block.getBoundingClientRect();
    if (bottom - top - start <= room) continue;
    if (from - top > start) {
      start = from - top;
      count += 1;
    }
    for (; bottom - top - start > room; start += room) count += 1;
  }
  return count;
}
