// A state that comes from outside, in a file or a link: what it is, and whose it shall be. Nothing is overwritten before that is answered.
import { element } from "../comparison/table.js";
import { counted, filled } from "../comparison/wording.js";
import { download } from "./download.js";
import { followed, isOurs } from "./follow.js";
import { bringsState, stateIn } from "./link.js";
import { dayInWords } from "./reviews.js";
import { comesBack } from "./sheets.js";
import { Fault, LIMITS, isEmpty, isSheet, own, read, written } from "./state.js";
import { changes } from "./told.js";

const language = document.documentElement.dataset.language ?? "";

/** The state in a file. Throws a Fault. @param {File} file */
export async function inFile(file) {
  if (file.size > LIMITS.file) throw new Fault("large", "", { n: LIMITS.file });
  return read(await file.text());
}

/** The state that the address brings along, or null; it is taken out of the address, which is kept in histories and bookmarks. */
export async function inAddress() {
  const { hash } = location;
  if (!bringsState(hash)) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return stateIn(hash);
}

/** Asks below the two choices whose the state is. `mine` is what is kept and `sheets` what others have handed on; `answers` does `beside`,
 * `mine` and `judge` with the state of today, and hears whether it came as a sheet, without a growth file. */
export function ask(place, state, { index, mine, sheets, answers }) {
  const { words } = index;
  if (!isOurs(state, index)) throw new Fault("other", "", { found: state.handbook });
  const { state: today, said } = followed(state, index);
  const names = [today.role, today.goal].map((id) => own(index.roles, id)?.name).filter(Boolean).join(" → ");
  const full = !isEmpty(mine);
  const back = comesBack(today, mine);
  const known = back ? null : sheets.like(today);
  const judged = Object.keys(today.judged).length;
  const wishes = [
    ...(back ? [["beside", words.putBeside]] : []),
    ...(known ? [["judge", words.goOnJudging]] : []),
    ["mine", words[full ? "replaceMine" : "asMine"]],
    ...(judged && full && !back ? [["beside", words.putBeside]] : []),
    ...(known ? [] : [["judge", words.asManager]]),
    ...(full ? [["save", words.saveMine]] : []), ["away", words.leaveIt],
  ];
  const box = element("section", { class: "arrival", tabindex: "-1", "aria-label": words.arrived },
    element("p", {}, element("b", {}, filled(words.arrivedOf, { way: names || words.noRole, day: dayInWords(state.saved, language) }))),
    ...changes(said, words).map((one) => element("p", { class: "soft" }, one)),
    ...(judged ? [element("p", {}, counted(words.holdsJudged, judged))] : []),
    ...(known ? [element("p", {}, counted(words.sheetAgain, Object.keys(known.state.judged).length))] : []),
    ...(full ? [element("p", {}, words.replaces)] : []),
    element("p", { class: "actions" }, ...wishes.map(([wish, name], at) => element("button", {
      type: "button", class: !at && (back || known) ? "button primary" : "button", "data-answer": wish,
    }, name))));
  box.addEventListener("click", ({ target }) => {
    const wish = /** @type {HTMLElement} */ (target).dataset.answer;
    if (wish === "save") download(`${filled(words.mineFile, { day: mine.saved })}.json`, "application/json", written(mine));
    if (!wish || wish === "save") return;
    answers.gone(box);
    answers[wish]?.(today, isSheet(state));
  });
  place.querySelector(".arrival")?.remove();
  place.append(box);
  box.focus();
}
