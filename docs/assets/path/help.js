// What helps with a gap: what the comparison of two roles offers, by its rules, for one competency at a time; and what there is to learn it from.
import { element, nodes } from "../comparison/table.js";
import { offer, offered } from "../comparison/way.js";
import { own } from "./state.js";

/** By competency what helps on the way from a role to a goal, or in the role where there is none: nodes of a list, or none. */
export function helping(found, { role, goal, offers, index }) {
  const target = goal ?? role;
  const rows = found.map(({ id, row }) => ({ id, key: row.key, head: "" }));
  const { entries, later } = offers ? offered(rows, role, target, own(role.moves, target.id) ?? [], offers.every) : { entries: [], later: [] };
  return new Map(rows.map((row) => {
    const lines = (some) => some.filter((each) => each.rows.includes(row)).map(({ one }) => offer(one, [{ ...row, name: "" }], { builds: "", listed: "" }));
    const [now, then] = [lines(entries), lines(later)];
    const learn = own(index.competencies, row.id)?.resources ?? "";
    return [row.id, { now, then, learn, none: !now.length && !then.length && !learn }];
  }));
}

/** The same as nodes: at most two at once, and the rest folded; none where nothing helps. */
export function shown(help, words, offers) {
  const list = (some) => element("ul", { class: "helps" }, ...nodes(some.join("")));
  const [first, more] = [help.now.slice(0, 1), help.now.slice(1)];
  const folded = [
    ...(more.length ? [list(more)] : []),
    ...(help.then.length ? [element("p", { class: "soft" }, offers.index.words.later), list(help.then)] : []),
    ...(help.learn ? nodes(help.learn) : []),
  ];
  const count = more.length + help.then.length + (help.learn ? help.learn.split("<li>").length - 1 : 0);
  return [
    ...(first.length ? [list(first)] : []),
    ...(folded.length ? [element("details", { class: "plain chevron more-help", "data-key": "more" },
      element("summary", {}, words[first.length ? "moreHelp" : "help"], " ", element("span", { class: "count" }, `${count}`)), ...folded)] : []),
  ];
}
