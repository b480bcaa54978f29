// How sentences are put together from words of the index and from names.

/** Fills a sentence's {names}; only text comes in. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** The form of a sentence for a number, filled. */
export function counted(forms, n, values = {}) {
  return filled(forms[n === 1 ? "one" : "other"], { n, ...values });
}
