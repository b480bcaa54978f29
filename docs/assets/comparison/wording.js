// How sentences are put together from words of the index and from names. The language is the one that the page was written in, which
// the site says itself: `lang` is rewritten by whoever translates a page in the browser.
const language = () => document.documentElement.dataset.language;

/** Fills a sentence's {names}; only text comes in. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** The form of a sentence for a number, filled. */
export function counted(forms, n, values = {}) {
  return filled(forms[n === 1 ? "one" : "other"], { n, ...values });
}

/** Names as a list in running text. */
export function listed(names) {
  return new Intl.ListFormat(language() === "zh" ? "zh-Hans" : "en-GB", { type: "conjunction" }).format(names);
}

/** A name as it stands inside a sentence: in English without its capital, but for abbreviations and names with more capitals. */
export function inside(name) {
  const plain = language() === "en" && !/^.[A-Z]| [A-Z][a-z]/.test(name);
  return plain ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
