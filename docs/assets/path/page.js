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
import { element } from "../comparison/table.js";
import { filled } from "../comparison/wording.js";
import { draw as growth } from "./growth.js";
import { draw as plan } from "./plan.js";
import { draw as rating } from "./rating.js";
import { draw as result } from "./result.js";
import { draw as sheet } from "./sheet.js";
import { followed } from "./follow.js";
import { gaps } from "./gaps.js";
import { chosen, own } from "./state.js";
import { KEYS, store } from "./store.js";
import { told } from "./told.js";

const PARTS = { rate: rating, gap: result, plan, growth, sheet };
const page = document.querySelector(".path-page");
const form = page.querySelector(".path-choose");
const notices = page.querySelector(".notices");
const loaded = new Map();
class Unreachable extends Error {}

/** A file of this site, fetched once; a failure is tried anew the next time. */
function load(name) {
  if (!loaded.has(name)) {
    const coming = fetch(`${name}.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(name))))
      .catch(() => Promise.reject(new Unreachable(name)));
    coming.catch(() => loaded.delete(name));
    loaded.set(name, coming);
  }
  return loaded.get(name);
}

let index = null;
let mine = null; // the store
let said = []; // what there is to say of what was kept
let turn = 0;

/** A quiet sentence, in place of the one before. */
function say(...line) {
  page.querySelector(".notices .quiet")?.remove();
  if (line.length) notices.append(element("p", { class: "quiet soft" }, ...line));
}

function change(fn) {
  const fault = mine.change(fn);
  if (fault) say(told(fault, index.words));
  else say();
  return draw();
}

/** What helps, and the index of the comparison that its words and moves are in. */
async function offers() {
  if (!index.compare) return null;
  try {
    const compare = await load(`${index.compare}index`);
    const every = (await Promise.all(compare.help.map((name) => load(`${index.compare}${name}`)))).flat();
    return { every, index: compare };
  } catch { return null; }
}

/** Sets the two choices: of goals first those that documents lead to. */
function choices(state) {
  const { role, goal } = form.elements;
  role.value = state.role ?? "";
  const led = own(index.goals, state.role) ?? [];
  const first = goal.querySelector("optgroup.led") ?? element("optgroup", { class: "led", label: index.words.led });
  const options = led.map((id) => element("option", { value: id }, index.roles[id].name));
  first.replaceChildren(...options);
  if (led.length) goal.querySelector("option").after(first);
  else first.remove();
  for (const option of goal.querySelectorAll("optgroup:not(.led) option")) option.disabled = option.value === state.role;
  goal.value = state.goal ?? "";
}

/** Draws everything from what is kept. */
async function draw() {
  const now = ++turn;
  const { state } = mine;
  choices(state);
  let files;
  try {
    files = await Promise.all([...[state.role, state.goal].map((id) => (id && own(index.roles, id) ? load(`roles/${id}`) : null)), offers()]);
  } catch (fault) {
    if (now === turn) unavailable(fault);
    return;
  }
  if (now !== turn) return;
  for (const one of page.querySelectorAll(":scope > [role=alert]")) one.hidden = true;
  const [role, goal, helping] = files;
  const context = { state, change, index, role, goal, gaps: role ? gaps(role, goal, state.ratings, index) : null, offers: helping, words: index.words, say };
  for (const [part, fill] of Object.entries(PARTS)) fill(page.querySelector(`.of-${part} > .place`), context);
}

/** Nothing can be drawn: what is needed did not come, or this browser lacks something. */
function unavailable(fault) {
  const undrawn = !(fault instanceof Unreachable);
  page.querySelector(".unavailable").hidden = undrawn;
  page.querySelector(".undrawn").hidden = !undrawn;
  if (undrawn) throw fault;
}

/** What there is to say of what is kept. */
function notice() {
  const lines = [...(mine.hindered ? [index.words[mine.hindered]] : []), ...said];
  notices.replaceChildren(...lines.map((line) => element("p", { class: "notice" }, line)));
}

async function start() {
  page.hidden = false;
  try {
    index = await load("index");
    const stamp = () => ({ handbook: index.handbook.titles[0], edition: index.handbook.edition });
    mine = store(KEYS.mine, stamp, (how) => {
      draw();
      say(index.words[how === "emptied" ? "emptied" : "elsewhere"]);
    });
    const fault = mine.open();
    if (fault) said.push(told(fault, index.words));
    const { said: changes } = followed(mine.state, index);
    if (changes.length) mine.change((state) => followed(state, index).state);
    said.push(...changes.map((one) => told(one, index.words)));
    const asked = new URLSearchParams(location.search).get("role");
    if (asked && own(index.roles, asked) && !mine.state.role) mine.change((state) => chosen(state, { role: asked }));
    notice();
    await draw();
  } catch (fault) { unavailable(fault); }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target }) => change((state) => chosen(state, { [target.name]: target.value })));
start();
