// The growth file: finishing a plan, plans that are finished, and what shows progress over time. Drawn by page.js.
import { element } from "../comparison/table.js";
import { filled } from "../comparison/wording.js";
import { called, itemText, levelled } from "./outline.js";
import * as planning from "./planning.js";
import { dayInWords } from "./reviews.js";
import { settle } from "./settle.js";
import { LIMITS, isDay, own, today } from "./state.js";

const language = document.documentElement.dataset.language ?? "";
const day = (on) => dayInWords(on, language);

export function draw(place, context) {
  const { state, words, gaps } = context;
  const said = words.plan;
  const known = planning.history(state);
  const ids = [...new Set([...(gaps?.rows ?? []).map(({ id }) => id), ...known.keys()])];
  const about = state.plan.items.map(({ competency, to }) => `${competency} ${to}`);
  settle(place,
    ...(about.length ? [standing(place, "finishing", about, () => finishing(context))] : []),
    ...(state.finished.length ? [element("section", { "data-key": "plans" }, element("h3", {}, said.plans), ...plans(context))] : []),
    ...(known.size ? [element("section", { "data-key": "known" }, element("h3", {}, said.evidence), ...evidence(known, ids, context))] : []),
    ...(state.finished.length || known.size ? [] : [element("p", { class: "lead-in", "data-key": "none" }, said.noPlans)]),
    ...(ids.length ? [standing(place, "adding", ids, () => adding(ids, context))] : []),
  );
  listen(place, context);
}

/** A form that is being filled in stays as it is, as long as it is about the same things. */
function standing(place, key, about, made) {
  const of = about.join(" ");
  const old = place.querySelector(`:scope > [data-key=${key}]`);
  if (old?.dataset.of === of) return old;
  const found = made();
  found.dataset.of = of;
  return found;
}

/** The plan as a list to tick off; it is read when it is sent. */
function finishing(context) {
  const { state, words } = context;
  const said = words.plan;
  const field = (name, of) => element("label", { class: "field" }, element("span", {}, name), of);
  const rows = planning.keyed(state.plan.items).map(({ key, item }) => {
    const { name, to } = itemText(item, context);
    return element("li", { "data-key": key }, element("label", { class: "tick" }, element("input", { type: "checkbox", name: "reached", value: key }),
      element("span", {}, element("b", {}, name), " → ", to, " · ", said.reached)),
    field(said.shows, element("textarea", { rows: 1, maxlength: LIMITS.text, name: `shows.${key}`, dir: "auto" })));
  });
  return element("details", { class: "plain chevron finishing", "data-key": "finishing" }, element("summary", {}, element("h3", {}, said.finish)),
    element("p", { class: "lead-in" }, said.finishLead),
    element("form", { "data-form": "finish" }, element("ul", {}, ...rows),
      element("label", { class: "tick" }, element("input", { type: "checkbox", name: "carry" }), element("span", {}, said.carry)),
      field(said.finishNote, element("textarea", { rows: 2, maxlength: LIMITS.text, name: "note", dir: "auto" })),
      element("p", {}, element("button", { class: "button primary" }, said.finishDo))));
}

/** Finished plans, the last first. */
function plans({ state, words, index }) {
  const said = words.plan;
  const name = (id) => (id ? own(index.roles, id)?.name ?? own(index.retired.roles, id)?.name ?? id : "");
  return state.finished.map((one, number) => {
    const way = [one.role, one.goal].map(name).filter(Boolean).join(" → ");
    const reached = one.items.filter((item) => item.reached).length;
    const facts = (some) => some.filter(([, text]) => text)
      .map(([of, text]) => element("div", {}, element("dt", {}, of), element("dd", { dir: "auto" }, text)));
    const steps = ({ before, to }) => (before ? filled(said.step, { from: levelled(before, { index, words }), to: levelled(to, { index, words }) })
      : `→ ${levelled(to, { index, words })}`);
    return element("details", { class: "plain chevron finished", "data-key": `finished-${number}` },
      element("summary", {}, day(one.on), way ? ` · ${way}` : "", " · ", filled(said.ofThem, { n: reached, all: one.items.length })),
      element("ul", {}, ...one.items.map((item) => element("li", {}, element("p", {}, element("b", {}, called(item.competency, index)), " ",
        steps(item), " · ", element("span", { class: item.reached ? "met" : "soft" }, item.reached ? said.reached : said.notReached)),
      element("dl", { class: "quiet" }, ...facts([[said.sign, item.sign], [said.how, item.how], [said.who, item.who], [said.by, day(item.by)]]))))),
      element("dl", { class: "quiet" }, ...facts([
        [said.finishNote, one.note], [said.talk, one.talk],
        ...(one.reviews.length ? [[said.reviews, one.reviews.map(({ on, note }) => [day(on), note].filter(Boolean).join(words.plan.colon)).join("\n")]] : []),
      ])),
      element("p", {}, element("button", { type: "button", class: "quiet-button", "data-unfinish": number,
        "aria-label": filled(said.removeFinished, { day: day(one.on) }) }, said.remove)));
  }).reverse();
}

function evidence(known, ids, { words, index }) {
  const said = words.plan;
  const piece = (id) => ({ on, text, level, kept }, number) => element("li", { "data-key": `${on}-${number}` },
    element("span", { class: "soft" }, day(on), ...(kept ? [] : [` · ${said.now} · ${levelled(level, { index, words })}`])), " ",
    element("span", { dir: "auto", class: "text" }, text),
    ...(kept ? [" ", element("button", {
      type: "button", class: "quiet-button", "data-forget": id, "data-number": number, "aria-label": filled(said.removeEvidence, { day: day(on) }),
    }, said.remove)] : []));
  return ids.filter((id) => known.has(id)).map((id) => element("section", { class: "evidence-of", "data-key": `of-${id}` },
    element("h4", {}, called(id, index)), element("ul", {}, ...known.get(id).map(piece(id)))));
}

function adding(ids, { words, index }) {
  const said = words.plan;
  return element("details", { class: "plain chevron adding", "data-key": "adding" }, element("summary", {}, element("h3", {}, said.addEvidence)),
    element("form", { "data-form": "add" },
      element("label", { class: "field" }, element("span", {}, said.competency),
        element("select", { name: "competency" }, ...ids.map((id) => element("option", { value: id }, called(id, index))))),
      element("label", { class: "field" }, element("span", {}, said.date), element("input", { type: "date", name: "on", value: today(), required: true })),
      element("label", { class: "field" }, element("span", {}, said.evidenceText),
        element("textarea", { name: "text", rows: 2, required: true, maxlength: LIMITS.text, dir: "auto" })),
      element("p", {}, element("button", { class: "button" }, said.keep))));
}

/** A button that takes back what was done. */
function backing(name, act) {
  const back = element("button", { type: "button", class: "quiet-button" }, name);
  back.addEventListener("click", act);
  return back;
}

function listen(place, { state, change, index, words, say }) {
  const said = words.plan;
  place.onsubmit = (event) => {
    event.preventDefault();
    const form = event.target;
    const data = new FormData(form);
    const text = (name) => String(data.get(name) ?? "").trim();
    if (form.dataset.form === "finish") {
      const keys = planning.keyed(state.plan.items).map(({ key }) => key);
      const reached = data.getAll("reached").map(String);
      const shows = Object.fromEntries(keys.map((key) => [key, text(`shows.${key}`)]));
      const over = { on: today(), reached, shows, note: text("note"), carry: data.has("carry"), months: index.reviews?.months ?? 0 };
      Promise.resolve(change((now) => planning.finished(now, over, index)))
        .then(() => say(filled(said.done, { n: reached.length, all: keys.length }), " ", backing(words.bringBack, () => change(() => state))));
    } else if (text("text") && isDay(text("on"))) {
      const piece = { on: text("on"), text: text("text") };
      Promise.resolve(change((now) => planning.evident(now, text("competency"), piece))).then(() => form.querySelector("textarea").focus());
      form.reset();
    }
  };
  place.onclick = ({ target }) => {
    const { forget, number, unfinish } = target.dataset;
    if (unfinish) {
      const shown = state.finished[Number(unfinish)];
      const back = backing(said.back, () => change((now) => planning.refinished(now, Number(unfinish), shown)));
      Promise.resolve(change((now) => planning.unfinished(now, Number(unfinish), shown))).then(() => {
        say(filled(said.finishedTaken, { day: day(shown.on) }), " ", back);
        back.focus({ preventScroll: true });
      });
    }
    if (!forget) return;
    const { on, text } = planning.history(state).get(forget)[Number(number)];
    const back = backing(said.back, () => change((now) => planning.evident(now, forget, { on, text })));
    Promise.resolve(change((now) => planning.unproven(now, forget, { on, text }))).then(() => {
      say(said.evidenceTaken, " ", back);
      back.focus({ preventScroll: true });
    });
  };
}
