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
//   say(text)   says a quiet sentence at the foot of the window, for ears, too; buttons may follow it
//   sheet       of others, to judge: { kept, judging, open(key), leave(), drop(key), handed() }; while `judging`, state and change are of that sheet
import { counted, filled } from "../comparison/wording.js";
import { unmarked } from "./along.js";
import { ask, inAddress, inFile } from "./arrival.js";
import { asked, choices } from "./choosing.js";
import { download } from "./download.js";
import { gaps } from "./gaps.js";
import { draw as growth } from "./growth.js";
import { load, offers, unavailable } from "./loading.js";
import { does, focused, sayings } from "./notices.js";
import { opened } from "./opening.js";
import { draw as plan } from "./plan.js";
import { draw as rating } from "./rating.js";
import { draw as result } from "./result.js";
import { settle } from "./settle.js";
import { draw as sheet, waiting } from "./sheet.js";
import { sheets } from "./sheets.js";
import { Fault, chosen, empty, isEmpty, own, withGrowth, written } from "./state.js";
import { KEYS } from "./store.js";
import { told } from "./told.js";
import { unkept } from "./unkept.js";

const PARTS = { rate: rating, gap: result, plan, growth };
const page = document.querySelector(".path-page");
const form = page.querySelector(".path-choose");
const arrivals = page.querySelector(".arrivals");
const heading = document.querySelector(".path-head h1");
const title = heading.textContent;
const tools = page.querySelector(".path-tools");

let index = null;
let mine = null; // the store of one’s own
let theirs = null; // the sheets of others
let judging = null; // the store of the sheet that is judged
let turn = 0;
const { put, hold, regain, notice } = sayings(page);

/** A quiet sentence, in place of the one before, which stands until the next change; buttons may follow it. */
const say = (text = "", ...more) => put("quiet", ...(text ? [text, ...more] : []));

const kept = () => judging ?? mine;
const all = () => [mine, ...(theirs?.kept ?? [])].filter(Boolean);
const { hindered, saved } = unkept(all, put, () => index.words, save);

/** Changes what is kept; `done` says a sentence about it. */
function change(fn, ...done) {
  const fault = kept().change(fn);
  say(...(fault ? [told(fault, index.words)] : done));
  hindered();
  return draw();
}

/** A button that brings back what was kept before. */
const bringBack = (...ways) => does(index.words.bringBack, () => {
  for (const way of ways) way();
  say();
  hindered();
  draw();
});

/** Draws everything from what is kept. */
async function draw() {
  const now = ++turn;
  const { state } = kept();
  choices(form, state, index);
  let files;
  try {
    files = await Promise.all([...[state.role, state.goal].map((id) => (id && own(index.roles, id) ? load(`roles/${id}`) : null)), offers(index)]);
  } catch (fault) {
    if (now === turn) unavailable(page, fault);
    return;
  }
  if (now !== turn) return;
  for (const one of page.querySelectorAll(":scope > [role=alert]")) one.hidden = true;
  for (const one of page.querySelectorAll("[data-unread]")) one.parentElement.hidden = !all().some(({ key, unread }) => unread && key === one.dataset.unread);
  const [role, goal, helping] = files;
  hold();
  const context = {
    state, change, index, role, goal, gaps: role ? gaps(role, goal, state.ratings, index) : null, offers: helping, words: index.words, say,
    sheet: {
      kept: theirs.kept, judging: Boolean(judging), open: (key) => judge(theirs.kept.find((one) => one.key === key)), leave: () => judge(null), drop,
      handed: () => { saved.add(judging.state); },
    },
  };
  page.classList.toggle("judging-sheet", Boolean(judging));
  for (const field of form.elements) field.disabled = Boolean(judging);
  heading.textContent = judging ? index.words.judgeTitle : title;
  const others = page.querySelector(".others");
  others.onclick = ({ target: { dataset: { do: wish, sheet: key } } }) => ({ judge: context.sheet.open, drop })[wish]?.(key);
  settle(others, ...(judging ? [] : waiting(context)));
  if (!judging) for (const [part, fill] of Object.entries(PARTS)) fill(page.querySelector(`.of-${part} > .place`), context);
  sheet(page.querySelector(".of-sheet > .place"), context);
  regain();
}

/** Goes to a sheet of somebody else, or back to one’s own. */
async function judge(store) {
  judging = store;
  say();
  await draw();
  focused(heading);
  heading.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Gives up the sheet of somebody else; for as long as this page is open it can be brought back. */
async function drop(key) {
  const store = judging ?? theirs.kept.find((one) => one.key === key);
  const way = store.way();
  store.change(() => empty());
  await (judging ? judge(null) : draw());
  say(index.words.sheetDropped, " ", bringBack(way));
}

/** Gives up all that is kept here, one’s own and the sheets of others, likewise. */
function clear() {
  const { words } = index;
  const others = theirs.kept;
  const ways = all().map((one) => one.way());
  mine.forget();
  unmarked();
  for (const one of others) one.change(() => empty());
  change(() => empty(), others.length ? counted(words.clearedAll, others.length) : words.cleared, " ", bringBack(...ways));
}

/** Saves what is kept to a file. */
function save() {
  const { state } = kept();
  const { words } = index;
  const name = `${filled(words[judging ? "sheetFile" : "mineFile"], { day: state.saved })}.json`;
  download(name, "application/json", written(state));
  saved.add(state);
  say(filled(words.savedAs, { name }));
}

/** What came in a file or a link. */
async function arrive(coming) {
  put("refused");
  try {
    const state = await coming;
    if (!state) return;
    ask(arrivals, state, { index, mine: mine.state, sheets: theirs, answers: { gone, beside, mine: replace, judge: take } });
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    put("refused", told(fault, index.words));
  }
}

/** What has come is answered. */
function gone(box) {
  hold(box);
  box.remove();
  regain();
}

/** Keeps a sheet to judge, and goes to it. */
async function take(today) {
  const store = theirs.take(today);
  hindered();
  await judge(store);
}

/** Takes the judgements of one’s manager over, and nothing else. */
async function beside({ judged }) {
  const { words } = index;
  const before = mine.state.judged;
  judging = null;
  await change((now) => ({ ...now, judged }), words.besideNow, " ", does(words.bringBack, () => change((now) => ({ ...now, judged: before }))));
  const to = page.querySelector(".of-sheet h2");
  focused(to);
  to.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Goes on with what has come, in place of what was here; with a sheet the growth file goes on, too. */
async function replace(today, sheet) {
  const { words } = index;
  const way = isEmpty(mine.state) && !mine.unread ? null : mine.way();
  judging = null;
  mine.forget();
  const fault = mine.change((now) => (sheet ? withGrowth(today, now) : today));
  hindered();
  await draw();
  if (fault) say(told(fault, words));
  else say(words[mine.hindered ? "openedOnly" : way ? (sheet ? "openedInstead" : "openedFile") : "opened"], ...(way ? [" ", bringBack(way)] : []));
}

/** What cannot be read is given up. */
function anew(store) {
  const way = store.way();
  store.forget();
  draw();
  say(index.words.begun, " ", bringBack(way));
}

/** The role that the address asks for; what is chosen already is changed only on demand. */
function wished() {
  const role = asked(index);
  if (!role || mine.state.role === role) return;
  const take = () => change((state) => chosen(state, { role }));
  if (!mine.state.role) return void take();
  const { words } = index;
  const values = { name: index.roles[role].name, mine: own(index.roles, mine.state.role)?.name ?? "" };
  say(filled(words.otherRole, values), " ", does(filled(words.takeRole, values), take), " ",
    does(filled(words.takeGoal, values), () => change((state) => chosen(state, { goal: role }))));
}

async function start() {
  page.hidden = false;
  try {
    index = await load("index");
    const others = (how) => {
      hindered();
      draw();
      if (how === "emptied") say(index.words.emptied);
      else if (!page.querySelector(".said .quiet button")) say(index.words.elsewhere); // a way back is worth more
    };
    const given = { index, others, notice, anew };
    mine = opened(KEYS.mine, given);
    theirs = sheets((key) => opened(key, given));
    hindered();
    wished();
    await draw();
    await arrive(inAddress());
  } catch (fault) { unavailable(page, fault); }
}

const ready = start(); // what is chosen before that is kept for then
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target: { name, value } }) => ready.then(() => mine && change((state) => chosen(state, { [name]: value }))));
tools.addEventListener("click", ({ target }) => {
  if (mine) ({ clear, save })[target.dataset.do]?.();
});
tools.addEventListener("change", ({ target }) => {
  const [file] = target.files ?? [];
  if (file && mine) arrive(inFile(file)).then(() => { target.value = ""; });
});
addEventListener("hashchange", () => arrive(inAddress()));
