// Where I stand: for each competency of both roles the levels, one choice each, what they mean in the handbook’s words, and a line for what
// shows it. Drawn by page.js; and by sheet.js for the judgement of a manager.
import { element, nodes } from "../comparison/table.js";
import { counted, filled } from "../comparison/wording.js";
import { levelled } from "./picture.js";
import { settle } from "./settle.js";
import { LIMITS, NONE, UNKNOWN, asAsked, own, rated, ticked } from "./state.js";

const met = new WeakMap(); // for which role sections have been shown in a place

/** Draws it; `kind` says whose judgement is written, `ratings` or `judged`. */
export function draw(place, context, kind = "ratings") {
  const { role, words, gaps, index, change } = context;
  if (!role) {
    met.delete(place);
    return settle(place, element("p", { class: "prompt" }, words.first));
  }
  const groups = index.groups.map((group) => ({ ...group, rows: gaps.rows.filter((row) => row.group === group.id) })).filter(({ rows }) => rows.length);
  const mine = kind === "ratings";
  settle(place, ...(mine ? beginning(context) : []), ...groups.map((group) => section(group, context, kind)), ...(mine ? signals(context) : []));
  const sections = [...place.querySelectorAll(":scope > details.rates")];
  if (met.get(place) !== role.id && !sections.some((one) => one.open)) start(sections, gaps.rows, context.state[kind]);
  met.set(place, role.id);
  place.onchange = ({ target }) => {
    if (target.name?.startsWith(`${kind}.`)) change((state) => rated(state, target.name.slice(kind.length + 1), { level: target.value }, kind));
    if (target.dataset.sign) change((state) => ticked(state, target.dataset.sign, target.checked));
  };
  place.oninput = ({ target }) => {
    if (target.dataset.evidence) change((state) => rated(state, target.dataset.evidence, { evidence: target.value }, kind));
  };
  place.onclick = ({ target }) => {
    if (target.dataset.do === "from-role") change((state) => asAsked(state, role));
    if (target.dataset.do === "next") next(sections, target.closest("details"));
  };
}

/** At first, and for another role where no section is, the first that is not rated through is open. */
function start(sections, rows, judged) {
  const first = sections.find((one) => rows.some((row) => row.group === one.dataset.group && !own(judged, row.id))) ?? sections[0];
  if (first) first.open = true;
}

/** On to the section after this one. */
function next(sections, here) {
  const following = sections[sections.indexOf(here) + 1];
  here.open = false;
  if (!following) return;
  following.open = true;
  following.querySelector("summary").focus();
  following.scrollIntoView({ block: "start", behavior: "instant" });
}

/** While something that the role asks is not rated: a way not to begin with nothing. */
function beginning({ role, state, words }) {
  if (role.competencies.every(({ id }) => own(state.ratings, id))) return [];
  return [element("p", { class: "beginning", "data-key": "beginning" }, element("span", { class: "soft" }, words.fromRoleLead), " ",
    element("button", { type: "button", class: "button", "data-do": "from-role" }, words.fromRole))];
}

function section({ id, name, rows }, context, kind) {
  const { words, state } = context;
  const done = rows.filter((row) => own(state[kind], row.id)).length;
  const count = element("span", { class: "count" }, filled(words.rated, { n: done, all: rows.length }));
  return element("details", { class: "plain chevron rates", "data-key": `group-${id}`, "data-group": id },
    element("summary", {}, element("h3", {}, name, " ", count)),
    ...rows.map((row) => one(row, context, kind)),
    element("p", { class: "after-rates", "data-key": "next" }, element("button", { type: "button", class: "button", "data-do": "next" }, words.next)),
  );
}

/** One competency: what is asked, the levels to choose from, what they mean, and what shows it. */
function one(row, context, kind) {
  const { words, index, role, goal, state } = context;
  const { id, name, href, levels, asked } = row;
  const rating = own(state[kind], id);
  const wanted = [[asked.role, role], [asked.goal, goal]].filter(([each]) => each).map(([each, { name: called }]) => filled(words.wanted, {
    name: called, level: levelled(each.step, context) + (each.useful ? filled(words.aside, { said: each.need }) : ""),
  }));
  const most = Math.max(row.role, row.goal);
  const choice = (value, called, look, label = called) => element("label", { class: look },
    element("input", { type: "radio", name: `${kind}.${id}`, value, checked: rating?.level === value, "aria-label": label }), element("span", {}, called));
  const shown = index.levels.find((each) => each.id === rating?.level);
  return element("fieldset", { class: "rate", "data-key": `rate-${id}`, "data-id": id, "aria-describedby": `${kind}-wanted-${id}` },
    element("legend", {}, name),
    element("p", { class: "wanted soft", "data-key": "wanted", id: `${kind}-wanted-${id}` }, ...wanted.map((said) => element("span", {}, said))),
    element("div", { class: "seg", "data-key": "seg", "data-levels": index.levels.length },
      choice(NONE, words.none, "none"),
      ...index.levels.map((level) => choice(level.id, level.name, level.step <= most ? "lv goal" : "lv", filled(words.level, level))),
      choice(UNKNOWN, words.unknown, "dunno")),
    ...(shown ? [element("ul", { class: "chosen-means", "data-key": "chosen" },
      ...(levels.find((each) => each.id === shown.id)?.lines ?? []).map((line) => element("li", {}, line)))] : []),
    element("details", { class: "plain chevron means", "data-key": "means" }, element("summary", {}, words.means),
      element("dl", {}, ...levels.map((level) => element("div", {},
        element("dt", {}, levelled(index.levels.find((each) => each.id === level.id)?.step, context)), element("dd", {}, ...nodes(level.html))))),
      element("p", {}, element("a", { href }, name))),
    ...(rating ? [element("label", { class: "evidence", "data-key": "evidence" }, element("span", {}, words.evidence),
      element("textarea", { rows: 1, maxlength: LIMITS.text, "data-evidence": id, placeholder: words.evidenceLike }, rating.evidence))] : []),
  );
}

/** Signs of readiness to tick: for oneself, and no condition. */
function signals({ role, state, words }) {
  const ticks = ({ signs, mark }, title) => (signs.length ? [element("div", { class: "marked" }, element("h4", {}, title), ...nodes(mark)),
    element("ul", { class: "ticks" }, ...signs.map(({ id, html }) => element("li", { "data-key": id }, element("label", {},
      element("input", { type: "checkbox", "data-sign": id, checked: state.signals.includes(id) }), element("span", {}, ...nodes(html))))))] : []);
  const { stage, role: its } = role.signals;
  const every = [...its.signs, ...stage.signs];
  if (!every.length) return [];
  const done = every.filter(({ id }) => state.signals.includes(id)).length;
  return [element("details", { class: "plain chevron rates ticking", "data-key": "signals" },
    element("summary", {}, element("h3", {}, words.signals, ...(done ? [" ", element("span", { class: "count" }, counted(words.ticked, done))] : []))),
    element("p", { class: "lead-in" }, words.noCondition),
    ...ticks(its, filled(words.signsOf, { name: role.name })), ...ticks(stage, filled(words.signsOf, { name: role.stage.name })))];
}
