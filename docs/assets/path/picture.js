// The profile as a picture that is a table: levels as cells, and the same in words beside them, so that it prints and is heard as it is seen.
import { element } from "../comparison/table.js";
import { filled } from "../comparison/wording.js";
import { NONE, UNKNOWN } from "./state.js";

const SVG = "http://www.w3.org/2000/svg";

function drawn(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  made.append(...children);
  return made;
}

/** A cell for each level: full up to mine, broken up to what the goal asks, and a post at the end of what my role does. Where there is no goal,
 * what my role asks is broken, and there is nothing to tell from it. */
function cells({ mine, role, goal }, steps, aimed) {
  const wide = 112 / steps;
  const cell = (step) => {
    const left = (step - 1) * wide;
    if (step <= (mine ?? 0)) return drawn("rect", { class: "done", x: left, y: 1, width: wide - 2, height: 10 });
    if (step <= (aimed ? goal : role)) return drawn("rect", { class: "ghost", x: left + 0.6, y: 1.6, width: wide - 3.2, height: 8.8 });
    return drawn("path", { class: "rest", d: `M${left} 11h${wide - 2}` });
  };
  const all = Array.from({ length: steps }, (_, number) => cell(number + 1));
  const post = aimed && role ? [drawn("path", { class: "post", d: `M${role * wide - 1} -1v14` })] : [];
  return drawn("svg", { class: "bars", viewBox: "0 0 110 12", "aria-hidden": "true", preserveAspectRatio: "none" }, ...all, ...post);
}

/** What somebody has judged of a competency, in words. */
export function inWords(rating, step, { words, index }) {
  if (!rating) return words.notRated;
  if (rating.level === NONE) return words.none;
  if (rating.level === UNKNOWN || step === null) return words.unknown;
  return levelled(step, { words, index });
}

/** A level with its step; a dot where nothing is asked. */
export function levelled(step, { words, index }) {
  const level = index.levels.find((one) => one.step === step);
  return level ? filled(words.level, { step, name: level.name }) : words.none;
}

/** The table of these rows. */
export function picture({ rows }, context) {
  const { words, role, goal, index } = context;
  const useful = ({ asked }) => (asked.goal ?? asked.role).useful;
  const asked = (step) => (step ? levelled(step, context) : element("span", { class: "missing", title: words.notListed },
    element("span", { "aria-hidden": "true" }, "·"), element("span", { class: "for-ears" }, words.notListed)));
  const head = [words.competency, words.me, role.name, ...(goal ? [goal.name] : [])];
  const line = (row) => element("tr", { "data-key": row.id },
    element("th", { scope: "row" }, element("a", { href: row.href, class: useful(row) ? "useful" : false }, row.name),
      ...(useful(row) ? [element("span", { class: "for-ears" }, filled(words.aside, { said: index.needs.useful }))] : []),
      cells(row, index.levels.length, Boolean(goal))),
    element("td", { class: row.mine === null ? "soft" : false }, inWords(row.rating, row.mine, context)),
    element("td", {}, asked(row.role)), ...(goal ? [element("td", {}, asked(row.goal))] : []));
  return element("div", { class: "picture", "data-key": "picture" },
    element("table", { class: "profile-table", "aria-label": words.picture },
      element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...rows.map(line))),
    element("p", { class: "picture-key", "aria-hidden": "true" },
      element("span", { class: "key-done" }, words.me),
      ...(goal ? [element("span", { class: "key-post" }, role.name)] : []), element("span", { class: "key-ghost" }, (goal ?? role).name),
      ...(rows.some(useful) ? [element("span", { class: "key-useful" }, index.needs.useful)] : [])));
}
