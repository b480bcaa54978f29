// A role as a text for a job post, in one language or both: from the parts that macros/pages/job_post.py makes, by its own table of forms.
import { copied } from "../clipboard.js";

const SAFE = {
  plain: (text) => text,
  markdown: (text) => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&"),
  html: (text) => text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[sign]),
};

/** The parts of a post as text. */
function written(post, form, length) {
  const shape = ({ kind, text = "", href = "" }) => post.forms[form][kind].replace(/\{(\w+)\}/g, (_, name) => SAFE[form]({ text, href }[name]));
  return [...post.head, ...post[length], ...post.tail].map(shape).join("");
}

const joined = (posts, form, length) => posts.map((post) => written(post, form, length)).join(posts[0].forms[form].between);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** One of several choices, the first unless told. @param {string[][]} choices value, word and its language */
function choice(name, legend, choices, chosen = choices[0][0]) {
  return element("fieldset", {}, element("legend", { textContent: legend }), ...choices.map(([value, word, lang]) => (
    element("label", lang ? { lang } : {}, element("input", { type: "radio", name: `post-${name}`, value, checked: value === chosen }), ` ${word}`)
  )));
}

/** Selects what stands somewhere, for whoever must copy it by hand. @param {HTMLElement} first @param {Element} last */
function select(first, last) {
  first.focus();
  getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.json();
}

/** Puts what makes a post in the place of the links to the text files. @param {Element} place */
export async function fill(place) {
  const files = /** @type {HTMLAnchorElement[]} */ ([...place.querySelectorAll("a[href$='.txt']")]);
  const posts = await Promise.all(files.map((link) => load(link.href.replace(/txt$/, "json"))));
  const own = posts.find(({ language }) => language === document.documentElement.dataset.language);
  const { words, links, lines } = own;
  const names = posts.map(({ language, name, lang }) => [language, name, lang]);
  const status = element("p", { className: "soft" });
  status.setAttribute("role", "status");
  /** Copies, and says so; what the browser keeps to itself is selected. */
  const copy = async (kinds, first, last = first) => {
    status.textContent = ""; // so that the same word is said again
    try {
      await copied(kinds);
      status.textContent = words.copied;
    } catch {
      select(first, last);
      status.textContent = words.refused;
    }
  };

  const choices = element("form", { className: "job-choices" },
    choice("language", words.language, [...names, ["both", words.both]], own.language),
    ...(own.few.length ? [choice("length", words.length, [["few", words.few], ["duties", words.all]])] : []),
    choice("form", words.form, [["plain", words.plain], ["markdown", "Markdown"]]));
  const asked = (name) => new FormData(choices).get(`post-${name}`);
  const text = element("div", { className: "job-text" });
  const now = () => ({
    shown: posts.filter(({ language }) => ["both", language].includes(asked("language"))), length: asked("length") ?? "duties", form: asked("form"),
  });
  const draw = () => {
    const { shown, form, length } = now();
    text.replaceChildren(...shown.map((post) => {
      const block = element("pre", { tabIndex: 0, lang: post.lang, textContent: written(post, form, length) });
      block.setAttribute("role", "group");
      block.setAttribute("aria-label", `${words.text}: ${post.name}`);
      return block;
    }));
    status.textContent = "";
  };
  choices.addEventListener("change", draw);
  const button = element("button", { className: "button", type: "button", textContent: words.copy });
  button.addEventListener("click", () => {
    const { shown, form, length } = now();
    const rich = form === "plain" ? { "text/html": joined(shown, "html", length) } : {};
    copy({ ...rich, "text/plain": joined(shown, form, length) }, text.firstElementChild, text.lastElementChild);
  });
  draw();

  const rows = [...names, ["short", words.short]].filter(([key]) => links[key]).map(([key, name, lang]) => {
    const address = element("code", { textContent: links[key], tabIndex: -1 });
    const take = element("button", { className: "button", type: "button", textContent: words.copy_link });
    take.addEventListener("click", () => copy({ "text/plain": links[key] }, address));
    take.setAttribute("aria-label", `${words.copy_link}: ${name}`);
    return element("li", {}, element("span", lang ? { lang, textContent: name } : { textContent: name }), address, take);
  });
  const left = lines.length
    ? element("details", { className: "plain chevron small" }, element("summary", { textContent: own.left_out }), element("ul", { className: "items" },
      ...lines.map(({ text, ground }) => element("li", {}, `${text} `, element("span", { className: "soft", textContent: ground })))))
    : element("p", { textContent: own.left_out });
  place.prepend(choices, text, element("p", { className: "actions" }, button), status,
    ...(rows.length ? [element("ul", { className: "job-links" }, ...rows)] : []), left,
    ...own.notes.map((note) => element("p", { className: "soft", textContent: note })));
}
