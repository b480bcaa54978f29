// Searches the handbooks of all departments. Each is asked by its own index, through scripts that read it as they were built.
const NAMES = 20; // answers by name that are shown, of all departments together
const FEW = 5; // with fewer answers than these the full text is asked too
const PASSAGES = 3; // passages of the full text, of each department
const TAGS = { zh: "zh-Hans", en: "en-GB" };
const SAID = {
  zh: { found: (n) => `${n}条`, none: "没有找到", silent: "没有应答：" },
  en: { found: (n) => `${n} found`, none: "Nothing found", silent: "No answer from: " },
};

const form = document.querySelector("form");
const [list, told] = [document.querySelector(".hits"), document.querySelector("[role=status]")];
const departments = fetch("departments.json").then((answer) => answer.json());
const opened = new Map();

/** The search of one department in one language, loaded when it is first asked, and again after it has failed. */
function open(department, language) {
  const key = department.path + language;
  if (!opened.has(key)) opened.set(key, load(department, language).catch((error) => {
    opened.delete(key);
    throw error;
  }));
  return opened.get(key);
}

async function load(department, language) {
  const find = await import(new URL(department.find, document.baseURI).href);
  const sources = find.openSources(new URL(department.path, document.baseURI), language);
  await sources.records;
  return { find, sources };
}

/** Records of one department by name. */
async function named(department, query, language) {
  const { find, sources } = await open(department, language);
  const { answers } = await find.findRecords(sources, query, {}, NAMES);
  return answers.slice(0, NAMES).map(({ record, score }) => (
    { score, department, href: record.href, name: record.name, kind: record.kindName, about: record.essence }
  ));
}

/** Passages of one department that hold the words. */
async function passages(department, query, language) {
  const { find, sources } = await open(department, language);
  const text = await find.findText(sources, query);
  return (await text.take(PASSAGES)).map((hit) => (
    { score: 0, department, href: hit.href, name: hit.title, kind: hit.section, about: hit.pieces.map((piece) => piece.text).join("") }
  ));
}

/** One answer, with the department it is from. */
function shown({ department, href, name, kind, about }, language) {
  const line = document.createElement("li"), link = document.createElement("a"), where = document.createElement("span"), text = document.createElement("p");
  Object.assign(link, { href, textContent: name });
  Object.assign(where, { className: "where", textContent: [kind, department[language]].filter(Boolean).join(" · ") });
  text.textContent = about;
  line.append(link, " ", where, text);
  return line;
}

let latest = 0;

/** Answers what stands in the form: the names of all departments, best first, then passages where names say little. */
async function search() {
  const turn = ++latest;
  const [query, language] = [form.elements.q.value.trim(), form.elements.language.value];
  const [all, silent] = [await departments, new Set()];
  const every = async (ask) => (await Promise.all(all.map((one) => ask(one, query, language).catch(() => {
    silent.add(one[language]);
    return [];
  })))).flat();
  const hits = query ? (await every(named)).sort((one, other) => other.score - one.score).slice(0, NAMES) : [];
  if (query && hits.length < FEW) hits.push(...await every(passages));
  if (turn !== latest) return; // something else has been typed since
  const said = SAID[language];
  list.lang = told.lang = TAGS[language];
  list.replaceChildren(...hits.map((hit) => shown(hit, language)));
  const parts = [hits.length ? said.found(hits.length) : said.none, silent.size ? said.silent + [...silent].join(", ") : ""];
  told.textContent = query ? parts.filter(Boolean).join(" · ") : "";
}

form.elements.language.value = navigator.language.startsWith("zh") ? "zh" : "en";
form.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});

export {};
