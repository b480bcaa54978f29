// A plan as it is taken along: what stands on paper and in every export, in the same words. Pure.
import { filled } from "../comparison/wording.js";
import { keyed, signOf } from "./planning.js";
import { NONE, UNKNOWN, own } from "./state.js";
import { dayInWords, inOrder, nextOf } from "./reviews.js";

/** What a competency is called; one that the handbook does not know goes by its id. */
export const called = (id, index) => (own(index.competencies, id) ?? own(index.retired.competencies, id))?.name ?? id;

/** What a level is called; one that the handbook does not know goes by its id. */
export function levelled(level, { index, words }) {
  if (level === NONE) return words.none;
  if (!level || level === UNKNOWN) return words.plan[level ? "unknown" : "notRated"];
  return index.levels.find(({ id }) => id === level)?.name ?? level;
}

const stepped = (step, index) => index.levels.find((one) => one.step === step)?.name ?? "";

/** An item as text: what it is about, from where to where, and the rest of it; `met` where one already is as far as it goes. */
export function itemText(item, context) {
  const { state, index } = context;
  const [from, to] = [levelled(own(state.ratings, item.competency)?.level, context), levelled(item.to, context)];
  const row = context.gaps?.rows.find(({ id }) => id === item.competency) ?? null;
  const met = Boolean(row?.mine) && row.mine >= (index.levels.find(({ id }) => id === item.to)?.step ?? Infinity);
  return {
    name: called(item.competency, index), from, to, met, way: filled(context.words.plan[met ? "stepMet" : "step"], { from, to }),
    sign: signOf(item, row), how: item.how, by: item.by, who: item.who,
  };
}

/** The profile as rows of text: what is asked, where one is, what both roles ask. */
export function profileRows(context) {
  const { gaps, goal, index, words } = context;
  return gaps.rows.map((row) => [
    row.name, row.mine === null ? levelled(row.rating && UNKNOWN, context) : row.mine ? stepped(row.mine, index) : words.none,
    stepped(row.role, index), ...(goal ? [stepped(row.goal, index)] : []), (row.asked.goal ?? row.asked.role).need,
  ]);
}

/** The plan for a word processor or as Markdown. @returns {import("./exports.js").Sheet} */
export function sheet(context, language, today) {
  const { state, role, goal, index, words } = context;
  const said = words.plan;
  const day = (on) => dayInWords(on, language);
  const items = state.plan.items.map((item) => itemText(item, context));
  const { reviews, talk } = state.plan;
  const line = "____________";
  const asked = [said.competency, said.me, said.asksMine, ...(goal ? [said.asksGoal] : []), said.need];
  const days = inOrder(reviews).map(({ on, note }) => [day(on), note]);
  return {
    lang: language,
    title: said.title,
    facts: [
      [said.myName, line], [said.date, day(today)], [said.role, role.name], ...(goal ? [/** @type {[string, string]} */ ([said.goal, goal.name])] : []),
      [said.handbook, filled(said.edition, { title: index.handbook.titles[language === "zh" ? 0 : 1], edition: index.handbook.edition })],
    ],
    parts: [
      { title: said.profile, table: { columns: asked, rows: profileRows(context) } },
      ...(items.length ? [{
        title: said.items,
        entries: items.map((one) => ({
          title: `${one.name}${words.plan.colon}${one.way}`,
          facts: /** @type {[string, string][]} */ ([[said.sign, one.sign], [said.how, one.how], [said.by, day(one.by)], [said.who, one.who]]),
        })),
      }] : []),
      ...(days.length ? [{ title: said.reviews, table: { columns: [said.reviewOn, said.reviewNote], rows: days } }] : []),
      ...(talk ? [{ title: said.talk, text: talk }] : []),
      {
        title: said.signatures,
        table: { columns: [said.signMine, said.signManager, said.nextReview], rows: [[line, line, day(nextOf(reviews, today)?.on ?? "") || line]] },
      },
    ],
    foot: said.notAppraisal,
  };
}

/** The plan as a table, an item a line; days as spreadsheets sort them. @returns {import("./exports.js").Table} */
export function table(context) {
  const said = context.words.plan;
  return {
    columns: [said.competency, said.from, said.to, said.sign, said.how, said.by, said.who],
    rows: context.state.plan.items.map((item) => {
      const { name, from, to, sign, how, by, who } = itemText(item, context);
      return [name, from, to, sign, how, by, who];
    }),
  };
}

/** The reviews, and the days by which items are to be reached, as days of a calendar. `mark` tells this plan’s days from those of others; a
 * review that is moved stays the same one.
 * @returns {import("./calendar.js").Event[]} */
export function events(context, mark, language, url) {
  const { state, role, words } = context;
  const items = state.plan.items.map((item) => itemText(item, context));
  const due = ({ by }) => (by ? filled(words.aside, { said: dayInWords(by, language) }) : "");
  const lines = items.map((one) => `${one.name}${words.plan.colon}${one.way}${due(one)}`);
  const uid = (name) => `${mark}-${state.finished.length}-${name}`;
  const reviews = state.plan.reviews.map(({ on, note }, number) => ({
    uid: uid(number), on, title: filled(words.plan.reviewOf, { role: role.name }), text: [note, ...lines].filter(Boolean).join("\n"), url,
  }));
  const dues = keyed(state.plan.items).map(({ key, item }) => ({ key, ...itemText(item, context) })).filter(({ by }) => by);
  return [...reviews, ...dues.map(({ key, name, to, by, sign, how }) => ({
    uid: uid(key), on: by, title: filled(words.plan.dueTitle, { name, to }), text: [sign, how].filter(Boolean).join("\n"), url,
  }))];
}
