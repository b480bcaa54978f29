// Sentences about what cannot be read, and about what has changed since something was kept.
import { counted, filled } from "../comparison/wording.js";

/** What has changed, in words. */
export const changes = (said, words) => said.filter(({ kind }) => kind !== "moved").map((one) => told(one, words));

/** A Fault, or something that has changed, in words. */
export function told(one, words) {
  const { kind, field = "", right = "", n = 0, found = "", name = "", id = "", by = [], from = "", to = "", level = "" } = one;
  const sentence = words.told[kind] ?? words.told.broken;
  const values = { field, n, found, right: words.right[right] ?? "", name: name || id, id, by: by.join(words.comma), from, to, level };
  return typeof sentence === "string" ? filled(sentence, values) : counted(sentence, n, values);
}
