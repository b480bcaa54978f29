// The page of one’s own plan: loads what it needs, keeps what is written, and lets each part draw itself.
//
// A part is a module that exports `draw(place, context)`. It is called after every change, also one made in another tab. It puts its nodes
// there through `settle` (settle.js), which leaves standing what stands there already, so that a field with the focus is never replaced, and
// sets `place.onclick`, `place.oninput` and `place.onchange`, which are its own. Text goes in as text; pieces of HTML only from the files of
// this site, through `nodes`. In `context` are
//   state       what is kept (state.js), never changed in place
//   change(fn)  applies a pure function of the state to what is kept, writes it and draws anew; refused with a sentence where too much would be kept
//   index, role, goal   the files of the page; role and goal are null where none is chosen
//   gaps        of these ratings (gaps.js); null without a role
//   offers      what helps, of the comparison: { every, index } (../comparison/way.js), null where that could not be loaded
//   words       index.words
//   say(text)   says a quiet sentence below the two choices, for ears, too
//   sheet       of somebody else, to judge: { kept, judging, open(), leave(), drop() }; while `judging`, state and change are of that sheet
import { element } from "../comparison/table.js";
import { filled } from "../comparison/wording.js";
import { unmarked } from "./along.js";
import { ask, inAddress, inFile } from "./arrival.js";
import { download } from "./download.js";
import { followed } from "./follow.js";
import { gaps } from "./gaps.js";
import { draw as growth } from "./growth.js";
import { Unreachable, load, offers } from "./loading.js";
import { draw as plan } from "./plan.js";
import { draw as rating } from "./rating.js";
import { draw as result } from "./result.js";
import { draw as sheet } from "./sheet.js";
import { Fault, chosen, empty, isEmpty, own, withGrowth, written } from "./state.js";
import { KEYS, store } from "./store.js";
import { changes, told } from "./told.js";

const PARTS = { rate: rating, gap: result, plan, growth };
const page = document.querySelector(".path-page");
const form = page.querySelector(".path-choose");
const notices = page.querySelector(".notices");
const arrivals = page.querySelector(".arrivals");
const tools = page.querySelector(".path-tools");

let index = null;
let mine = null; // the store of one’s own
let theirs = null; // the store of a sheet to judge
let judging = false;
let turn = 0;
let quiet = ""; // what was said last and stands no longer than until the next change

/** A quiet sentence, in place of the one before; `more` may be a button. */
function say(text = "", ...more) {
  quiet = text;
  notices.querySelector(".quiet")?.remove();
  if (text) notices.append(element("p", { class: "quiet soft" }, text, ...more));
}

/** A sentence that stays until it is answered. */
function notice(text, ...more) {
  notices.append(element("p", { class: "notice" }, text, ...more.flatMap((one) => [" ", one])));
}

function does(name, act) {
  const button = element("button", { type: "button", class: "button" }, name);
  button.addEventListener("click", act);
  return button;
}

const kept = () => (judging ? theirs : mine);

function change(fn, done = "") {
  const before = kept().hindered;
  const fault = kept().change(fn);
  if (fault) say(told(fault, index.words));
  else if (quiet || done) say(done);
  if (kept().hindered && kept().hindered !== before) notice(index.words[kept().hindered]);
  return draw();
}

/** Sets the two choices: of goals first those that documents lead to. */
function choices(state) {
  const { role, goal } = form.elements;
  role.value = state.role ?? "";
  const led = own(index.goals, state.role) ?? [];
  const first = goal.querySelector("optgroup.led") ?? element("optgroup", { class: "led", label: index.words.led });
  first.replaceChildren(...led.map((id) => element("option", { value: id }, index.roles[id].name)));
  if (led.length) goal.querySelector("option").after(first);
  else first.remove();
  for (const option of goal.querySelectorAll("optgroup:not(.led) option")) option.disabled = option.value === state.role;
  goal.value = state.goal ?? "";
}

/** Draws everything from what is kept. */
async function draw() {
  const now = ++turn;
  const { state } = kept();
  choices(state);
  let files;
  try {
    files = await Promise.all([...[state.role, state.goal].map((id) => (id && own(index.roles, id) ? load(`roles/${id}`) : null)), offers(index)]);
  } catch (fault) {
    if (now === turn) unavailable(fault);
    return;
  }
  if (now !== turn) return;
  for (const one of page.querySelectorAll(":scope > [role=alert]")) one.hidden = true;
  const [role, goal, helping] = files;
  const context = {
    state, change, index, role, goal, gaps: role ? gaps(role, goal, state.ratings, index) : null, offers: helping, words: index.words, say,
    sheet: { kept: theirs.state, judging, open: () => judge(true), leave: () => judge(false), drop },
  };
  page.classList.toggle("judging-sheet", judging);
  for (const field of form.elements) field.disabled = judging;
  if (!judging) for (const [part, fill] of Object.entries(PARTS)) fill(page.querySelector(`.of-${part} > .place`), context);
  sheet(page.querySelector(".of-sheet > .place"), context);
}

/** Goes to the sheet of somebody else, or back to one’s own. */
async function judge(on) {
  judging = on;
  await draw();
  (on ? page.querySelector(".of-sheet h2") : form).scrollIntoView({ block: "start", behavior: "instant" });
}

/** Gives up the sheet of somebody else; for as long as this page is open it can be brought back. */
async function drop() {
  const { state } = theirs;
  theirs.change(() => empty());
  await judge(false);
  say(index.words.sheetDropped, " ", does(index.words.bringBack, () => {
    theirs.change(() => state);
    say();
    draw();
  }));
}

/** Gives up all that is kept here of one’s own, likewise. */
function clear() {
  const { state } = mine;
  mine.forget();
  unmarked();
  change(() => empty());
  say(index.words.cleared, " ", does(index.words.bringBack, () => {
    change(() => state);
    say();
  }));
}

/** What came in a file or a link. */
async function arrive(coming) {
  try {
    const state = await coming;
    if (!state) return;
    ask(arrivals, state, {
      index, mine: mine.state,
      answers: {
        mine: (today, sheet) => {
          judging = false;
          mine.forget();
          change((own) => (sheet ? withGrowth(today, own) : today), index.words.opened);
        },
        judge: (today) => {
          theirs.forget();
          theirs.change(() => today);
          judge(true);
        },
      },
    });
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    notices.querySelector(".refused")?.remove();
    const said = element("p", { class: "notice refused", role: "alert" }, told(fault, index.words));
    notices.append(said);
  }
}

/** Nothing can be drawn: what is needed did not come, or this browser lacks something. */
function unavailable(fault) {
  const undrawn = !(fault instanceof Unreachable);
  page.querySelector(".unavailable").hidden = undrawn;
  page.querySelector(".undrawn").hidden = !undrawn;
  if (undrawn) throw fault;
}

/** Opens what is kept under a key, follows it into this edition and says what there is to say. */
function opened(key, others) {
  const stamp = () => ({ handbook: index.handbook.titles[0], edition: index.handbook.edition });
  const found = store(key, stamp, others);
  const fault = found.open();
  const { words } = index;
  if (fault) {
    notice(`${words.unread} ${told(fault, words)}`, does(words.saveUnread, () => download(`${words.unreadFile}.txt`, "text/plain", found.unread)),
      does(words.startAnew, ({ target }) => {
        found.forget();
        target.closest(".notice").remove();
      }));
  }
  const { said } = followed(found.state, index);
  if (said.some(({ kind }) => !["stranger", "level"].includes(kind))) found.change((state) => followed(state, index).state);
  if (!isEmpty(found.state)) for (const one of changes(said, words)) notice(one);
  return found;
}

/** The role that the address asks for, as a link on its page does; what is chosen already is changed only on demand. */
function wished() {
  const written = new URLSearchParams(location.search).get("role") ?? "";
  const asked = own(index.retired.roles, written)?.by[0] ?? written;
  if (!own(index.roles, asked) || mine.state.role === asked) return;
  const take = () => change((state) => chosen(state, { role: asked }));
  if (!mine.state.role) return void take();
  const { words } = index;
  const values = { name: index.roles[asked].name, mine: own(index.roles, mine.state.role)?.name ?? "" };
  say(filled(words.otherRole, values), " ", does(filled(words.takeRole, values), take), " ",
    does(filled(words.takeGoal, values), () => change((state) => chosen(state, { goal: asked }))));
}

async function start() {
  page.hidden = false;
  try {
    index = await load("index");
    const others = (how) => {
      draw();
      say(index.words[how === "emptied" ? "emptied" : "elsewhere"]);
    };
    mine = opened(KEYS.mine, others);
    theirs = opened(KEYS.sheet, others);
    if (mine.hindered) notice(index.words[mine.hindered]);
    wished();
    await draw();
    await arrive(inAddress());
  } catch (fault) { unavailable(fault); }
}

const ready = start(); // what is chosen before that is kept for then
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target: { name, value } }) => ready.then(() => mine && change((state) => chosen(state, { [name]: value }))));
tools.addEventListener("click", ({ target }) => {
  if (!mine) return;
  if (target.dataset.do === "clear") clear();
  if (target.dataset.do !== "save") return;
  const name = `${filled(index.words.mineFile, { day: mine.state.saved })}.json`;
  download(name, "application/json", written(mine.state));
  say(filled(index.words.savedAs, { name }));
});
tools.addEventListener("change", ({ target }) => {
  const [file] = target.files ?? [];
  if (file && mine) arrive(inFile(file)).then(() => { target.value = ""; });
});
addEventListener("hashchange", () => arrive(inAddress()));
