// Where I stand: for each competency of both roles the levels as the handbook words them, one choice each, with a line for what shows it.
import { element, nodes } from "../comparison/table.js";
import { counted, filled } from "../comparison/wording.js";
import { settle } from "./settle.js";
import { LIMITS, NONE, UNKNOWN, rated, ticked } from "./state.js";

const met = new WeakSet(); // the places where sections have been shown

/** Draws it; `kind` says whose judgement is written, `ratings` or `judged`. */
export function draw(place, context, kind = "ratings") {
  const { role, words, gaps, index, change } = context;
  if (!role) return settle(place, element("p", { class: "prompt" }, words.first));
  const groups = index.groups.map((group) => ({ ...group, rows: gaps.rows.filter((row) => row.group === group.id) })).filter(({ rows }) => rows.length);
  settle(place, ...groups.map((group) => section(group, context, kind)), ...(kind === "ratings" ? signals(context) : []));
  const sections = [...place.querySelectorAll(":scope > details.rates")];
  if (!met.has(place)) open(sections, gaps);
  met.add(place);
  place.onchange = ({ target }) => {
    if (target.name?.startsWith(`${kind}.`)) change((state) => rated(state, target.name.slice(kind.length + 1), { level: target.value }, kind));
    if (target.dataset.sign) change((state) => ticked(state, target.dataset.sign, target.checked));
  };
  place.oninput = ({ target }) => {
    if (target.dataset.evidence) change((state) => rated(state, target.dataset.evidence, { evidence: target.value }, kind));
  };
  place.onclick = ({ target }) => {
    if (target.dataset.do !== "next") return;
    const here = target.closest("details");
    const next = sections[sections.indexOf(here) + 1];
    here.open = false;
    if (!next) return;
    next.open = true;
    next.querySelector("summary").focus();
    next.scrollIntoView({ block: "start", behavior: "instant" });
  };
}

/** At first the first section that is not rated through is open. */
function open(sections, { rows }) {
  const started = sections.find((one) => rows.some((row) => row.group === one.dataset.group && !row.rating)) ?? sections[0];
  if (started) started.open = true;
}

function section({ id, name, rows }, context, kind) {
  const { words } = context;
  const done = rows.filter(({ rating }) => rating).length;
  const count = element("span", { class: "count" }, filled(words.rated, { n: done, all: rows.length }));
  return element("details", { class: "plain chevron rates", "data-key": `group-${id}`, "data-group": id },
    element("summary", {}, element("h3", {}, name, " ", count)),
    ...rows.map((row) => one(row, context, kind)),
    element("p", { class: "after-rates", "data-key": "next" }, element("button", { type: "button", class: "button", "data-do": "next" }, words.next)),
  );
}

/** One competency: what is asked, the levels to choose from, and what shows it. */
function one(row, { words, index, role, goal }, kind) {
  const { id, name, href, rating, levels, asked } = row;
  const tags = (level) => [["role", role], ["goal", goal]].filter(([whose]) => asked[whose]?.level === level)
    .map(([whose, { name: called }]) => element("span", { class: `asks of-${whose}` }, filled(words[whose === "role" ? "asksMine" : "asks"], { name: called }),
      ...(asked[whose].useful ? [" ", element("span", { class: "soft" }, filled(words.aside, { said: asked[whose].need }))] : [])));
  const choice = (value, called, said = [], ...more) => element("label", { class: `option of-${value === NONE || value === UNKNOWN ? value : "level"}` },
    element("input", { type: "radio", name: `${kind}.${id}`, value, checked: rating?.level === value }),
    element("span", { class: "says" }, element("b", {}, called), ...more, ...said.map((line) => element("span", { class: "line" }, line))));
  return element("fieldset", { class: "rate", "data-key": `rate-${id}`, "data-id": id },
    element("legend", {}, name),
    choice(NONE, words.none),
    ...levels.map((level) => {
      const { step, name: called } = index.levels.find((each) => each.id === level.id);
      return choice(level.id, filled(words.level, { step, name: called }), level.lines, ...tags(level.id));
    }),
    choice(UNKNOWN, words.unknown),
    ...(rating ? [element("label", { class: "evidence", "data-key": "evidence" }, element("span", {}, words.evidence),
      element("textarea", { rows: 1, maxlength: LIMITS.text, "data-evidence": id, placeholder: words.evidenceLike }, rating.evidence))] : []),
    element("p", { class: "rests", "data-key": "rests" }, element("a", { href }, words.restsOn)),
  );
}

/** Signs of readiness to tick: for oneself, and no condition. */
function signals({ role, state, words }) {
  const ticks = ({ signs, mark }, title) => (signs.length ? [element("div", { class: "marked" }, element("h4", {}, title), ...nodes(mark)),
    element("ul", { class: "signs" }, ...signs.map(({ id, html }) => element("li", { "data-key": id }, element("label", {},
      element("input", { type: "checkbox", "data-sign": id, checked: state.signals.includes(id) }), element("span", {}, ...nodes(html))))))] : []);
  const { stage, role: own } = role.signals;
  const every = [...own.signs, ...stage.signs];
  if (!every.length) return [];
  const done = every.filter(({ id }) => state.signals.includes(id)).length;
  return [element("details", { class: "plain chevron signals", "data-key": "signals" },
    element("summary", {}, element("h3", {}, words.signals, " ", element("span", { class: "count" }, counted(words.ticked, done)))),
    element("p", { class: "lead-in" }, words.noCondition),
    ...ticks(own, filled(words.signsOf, { name: role.name })), ...ticks(stage, filled(words.signsOf, { name: role.stage.name })))];
}
