// What the panel shows and how it is used: type, narrow, walk through the answers, open one.
import { findRecords, findText, isQuoted, openSources } from "./find.js";
import { hasHan } from "./text.js";

// In milliseconds: after the last letter, before the full text is asked too, and before the number of answers is read out.
const PAUSE = 120, LONGER = 280, HUSH = 700;
const SHOWN = 8, PAGES = 3, MORE = 20; // answers shown at first, and how many more at a time

const made = (tag, className, ...inside) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside);
  return element;
};
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Makes the panel work. `alone` when it is the search page, whose address tells the query. */
export function openPanel(panel, root, alone) {
  const words = JSON.parse(panel.dataset.words);
  const language = document.documentElement.dataset.language;
  const [input, results, status, narrow] = ["input", ".results", "[role=status]", ".narrow"].map((one) => panel.querySelector(one));
  const [stage, track] = ["stage", "track"].map((name) => panel.querySelector(`select[data-narrow=${name}]`));
  let sources = openSources(root, language);
  const address = alone ? new URLSearchParams(location.search) : new URLSearchParams();
  const only = { kind: address.get("kind") ?? "", stage: address.get("stage") ?? "", track: address.get("track") ?? "" };
  // Answers come after the browser has gone to where one was, and so in vain; the page of the search keeps the place itself.
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  let top = alone && ["reload", "back_forward"].includes(entry?.type) ? history.state?.top : 0;
  let still = 0;
  if (alone) addEventListener("scroll", () => {
    clearTimeout(still);
    still = setTimeout(() => { if (!top) history.replaceState({ ...history.state, top: scrollY }, ""); }, PAUSE);
  }, { passive: true });
  let turn = 0, later = 0, hush = 0, shown = SHOWN, pages = PAGES, asked = null, missing = {};

  const say = (text) => {
    clearTimeout(hush);
    hush = setTimeout(() => { status.textContent = text; }, HUSH);
  };
  const again = (fresh) => {
    if (fresh) [shown, pages] = [SHOWN, PAGES];
    clearTimeout(later);
    later = setTimeout(ask, fresh ? PAUSE : 0);
  };

  /** Search for what stands in the field and show it; an answer that comes too late is dropped. */
  async function ask() {
    const mine = ++turn;
    clearTimeout(hush);
    status.textContent = "";
    const query = input.value.trim();
    const chosen = query ? `?${new URLSearchParams(Object.entries({ q: query.slice(0, 200), ...only }).filter(([, value]) => value))}` : "";
    panel.querySelector(".as-link")?.setAttribute("href", panel.querySelector("form").action + chosen);
    panel.querySelector(".as-link")?.toggleAttribute("hidden", !query);
    if (alone) {
      history.replaceState(history.state, "", chosen || location.pathname);
    }
    if (!/[\p{L}\p{N}]/u.test(query)) {
      narrow.hidden = true;
      results.removeAttribute("aria-busy");
      results.replaceChildren(...(query ? nothing(query) : offers()));
      asked = null;
      return say(query ? results.textContent : "");
    }
    if (missing.records || missing.text) retry();
    if (query !== asked) results.setAttribute("aria-busy", "true");
    if (!results.querySelector("a.hit:not(.list)")) results.replaceChildren(made("p", "notice", words.searching));
    const records = await findRecords(sources, query, { ...only, kind: only.kind === "text" ? "" : only.kind }, shown).catch(() => null);
    if (mine !== turn) return;
    asked = query;
    if (records) show({ query, records, text: null });
    await new Promise((done) => setTimeout(done, LONGER));
    if (mine !== turn) return;
    const text = await findText(sources, query, only, records?.all).catch(() => null);
    const named = records?.all[0]?.well && only.kind !== "text" ? records.answers.slice(0, shown) : []; // what is pasted counts, though its page is named above
    const above = new Set(named.map(({ record }) => record.href));
    const hits = text ? await text.take(only.kind === "text" ? pages + MORE : pages, above).catch(() => null) : null;
    if (mine !== turn) return;
    results.removeAttribute("aria-busy");
    show({ query, records, text: text && hits && { count: text.count, all: text.all, hits }, done: true });
    if (top) scrollTo({ top, behavior: "instant" });
    top = 0;
    missing = { records: !records, text: !hits };
  }

  /** A source that could not be loaded is tried anew with the next query. */
  function retry() {
    const fresh = openSources(root, language);
    sources = { records: missing.records ? fresh.records : sources.records, text: missing.text ? fresh.text : sources.text };
    missing = {};
  }

  function show({ query, records, text, done = false }) {
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const focused = active && results.contains(active) ? active.dataset.key : null;
    const answers = only.kind === "text" || !records ? [] : records.answers;
    const visible = answers.slice(0, shown);
    const above = new Set(visible.map(({ record }) => record.href));
    const textAlone = only.kind === "text";
    const quoted = isQuoted(text?.hits ?? [], records?.all ?? []);
    const isFresh = (hit) => textAlone || quoted || !above.has(new URL(hit.page, location.href).href);
    const fresh = text && (!only.kind || textAlone) ? text.hits.filter(isFresh) : [];
    const hits = fresh.slice(0, textAlone ? pages + MORE : pages);
    const parts = [];
    if (done && !records && !text) parts.push(made("p", "notice", words.broken));
    else if (done && !records) parts.push(made("p", "notice", words.noRecords));
    else if (done && !text) parts.push(made("p", "notice", words.noText));
    const named = visible.length ? [made("h2", "", words.records), list(visible.map((answer) => recordLink(answer, query)))] : [];
    if (answers.length > shown) named.push(more(() => { shown += MORE; }));
    const said = hits.length ? [made("h2", "", words.text), list(hits.map((hit) => textLink(hit, records?.index.kinds ?? [])))] : [];
    if (text && hits.length && text.count > hits.length + above.size) said.push(more(() => { pages += MORE; }));
    parts.push(...(quoted ? [...said, ...named] : [...named, ...said]));
    if (!done && (!only.kind || textAlone)) parts.push(made("p", "notice", words.searching));
    if (done && !visible.length && !hits.length && (records || text)) parts.push(...nothing(query, records, text));
    results.replaceChildren(...parts);
    if (focused) [...results.querySelectorAll("a.hit")].find((one) => one.dataset.key === focused)?.focus();
    if (records) offer(records, text);
    const number = (records?.staged.length ?? 0) + (text?.count ?? 0);
    if (done) say(visible.length || hits.length ? filled(number === 1 ? words.one : words.many, { n: number }) : results.textContent);
  }

  /** What there is to begin with where nothing is typed: examples, and in the dialog the lists, which the page of the search has below. */
  function offers() {
    const examples = words.examples.map((example) => {
      const button = made("button", "more", example);
      button.type = "button";
      button.addEventListener("click", () => { input.value = example; input.focus(); again(true); });
      return button;
    });
    const lists = words.lists.map(([kind, name, n]) => {
      const anchor = link(new URL(`${language}/${kind}/`, root).href, kind, made("span", "", name), made("span", "why", n));
      anchor.classList.add("list");
      return anchor;
    });
    const tried = [made("h2", "", words.try), made("p", "examples", ...examples)];
    return alone ? tried : [...tried, made("h2", "", words.browse), list(lists)];
  }

  function nothing(query, records, text) {
    if (records?.all.length || text?.count) return [made("p", "notice", words.narrowed)];
    const said = made("p", "notice", filled(words.nothing, { query: query.length > 60 ? `${query.slice(0, 60)}…` : query }));
    return records?.near.length ? [said, made("h2", "", words["near-names"]), list(records.near.map((answer) => recordLink(answer, "")))] : [said];
  }

  /** The kinds, stages and tracks there are answers in, with how many. */
  function offer({ index, all, staged, answers }, text) {
    narrow.hidden = !all.length && !text?.count;
    const box = narrow.querySelector(".kinds");
    if (!box.childElementCount) {
      for (const [id, name] of [["", words.all], ...index.kinds, ["text", words.text]]) {
        const radio = Object.assign(document.createElement("input"), { type: "radio", name: "kind", value: id, checked: id === only.kind });
        radio.addEventListener("change", () => { only.kind = id; [shown, pages] = [SHOWN, PAGES]; again(); });
        box.append(made("label", "", radio, name, " ", made("span", "")));
      }
      for (const [select, any, known] of [[stage, words.anyStage, index.stages], [track, words.anyTrack, index.tracks]]) {
        for (const [id, name] of [["", any], ...known]) select.append(Object.assign(made("option", "", name), { value: id }));
        const name = select.dataset.narrow;
        select.value = only[name]; // nothing when an address names what is not there
        if (select.value !== only[name]) { only[name] = select.value = ""; again(); }
        select.addEventListener("change", () => { only[name] = select.value; again(); });
      }
    }
    if (![...box.querySelectorAll("input")].some(({ value }) => value === only.kind)) { only.kind = ""; box.querySelector("input").checked = true; again(); }
    const counted = (id) => id === "text" ? text?.count ?? 0 : staged.filter(({ record }) => !id || record.kind === id).length + (id ? 0 : text?.count ?? 0);
    for (const radio of box.querySelectorAll("input")) {
      const n = counted(radio.value);
      radio.parentElement.lastElementChild.textContent = text?.all === false && (radio.value === "" || radio.value === "text") ? `${n}+` : n;
      radio.parentElement.hidden = !n && radio.value !== "" && radio.value !== only.kind;
    }
    const among = all.filter(({ record }) => !only.kind || only.kind === "text" || record.kind === only.kind);
    for (const [select, which, known] of [[stage, "stages", index.stages], [track, "tracks", index.tracks]]) {
      known.forEach(([id, name], number) => {
        const n = among.filter(({ record }) => record[which].includes(number)).length;
        select.options[number + 1].textContent = `${name} (${n})`;
        select.options[number + 1].disabled = !n && select.value !== id;
      });
    }
  }

  function more(widen) {
    const button = made("button", "more", words.more);
    button.type = "button";
    button.addEventListener("click", () => { widen(); again(); });
    return made("p", "", button);
  }

  /** A record: its kind, its name with what was matched marked, why it is here, and what it is. */
  function recordLink({ record, how, key, initials }, query) {
    const title = made("span", "", made("strong", "", ...marked(record.name, how === "name" || how === "words" ? query : "")));
    const form = key && key.text !== record.name ? key.text : "";
    if (form) title.append(made("span", "form", ...marked(form, how === "pinyin" || how === "initials" ? "" : query)));
    if (form) title.lastElementChild.lang = hasHan(form) ? "zh-Hans" : "en-GB";
    if (key && (how === "pinyin" || how === "initials")) title.append(" ", reading(key, how === "initials" ? initials : [0, 0]));
    const why = made("span", "why", words[how] ?? record.group);
    const essence = made("p", "", ...marked(record.essence, how === "essence" ? query : ""));
    return link(record.href, record.key, made("span", "kind", record.kindName), title, why, essence);
  }

  /** How a name is read, those of its initials standing out that were typed. */
  function reading(key, [from, to]) {
    const said = made("span", "reading", ...key.syllables.flatMap((syllable, n) => {
      const gap = n ? [" "] : [];
      return n >= from && n < to ? [...gap, made("b", "", syllable.slice(0, 1)), syllable.slice(1)] : [...gap, syllable];
    }));
    said.lang = "zh-Latn";
    return said;
  }

  function textLink(hit, kinds) {
    const [, folder] = new URL(hit.page, location.href).href.match(/\/(?:zh|en)\/(\w+)\//) ?? [];
    const name = kinds.find(([kind]) => kind === folder)?.[2] ?? "";
    const title = made("span", "", hit.title, ...(hit.section ? [made("span", "form", hit.section)] : []));
    const said = hit.pieces.map((piece) => (piece.marked ? made("mark", "", piece.text) : piece.text));
    return link(hit.href, hit.href, made("span", "kind", name), title, made("span", "why"), made("p", "", ...said));
  }

  function link(href, key, ...inside) {
    const anchor = made("a", "hit", ...inside);
    anchor.href = href;
    anchor.dataset.key = key;
    return anchor;
  }

  const list = (links) => made("ol", "", ...links.map((one) => made("li", "", one)));

  /** A text with the words of the query marked in it. */
  function marked(text, query) {
    const parts = query.split(/[^\p{L}\p{N}]+/u).filter((one) => one.length > 1 || hasHan(one)).map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    if (!parts.length) return [text];
    const found = new RegExp(`(${parts.join("|")})`, "giu");
    return text.split(found).map((piece, n) => (n % 2 ? made("mark", "", piece) : piece));
  }

  input.addEventListener("input", () => again(true));
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = results.querySelector("a.hit");
    if (first && asked === input.value.trim()) first.click();
    else again(true);
  });
  panel.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return; // the arrows choose a character
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...results.querySelectorAll("a.hit, button.more")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
  });
  return { ask: () => again(true) };
}
