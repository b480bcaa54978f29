// How queries and names are made comparable.
const SEPARATORS = /[^\p{L}\p{N}]+/gu;
const RUNS = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const HAN = /\p{Script=Han}/u;

export const hasHan = (text) => HAN.test(text);

/** Half-width, lower-case, simplified. */
export function folded(text, simplified) {
  return Array.from(text.normalize("NFKC").toLowerCase(), (one) => simplified.get(one) ?? one).join("");
}

/** Letters and figures only, so that brackets, hyphens and spaces make no difference. */
export const squeezed = (text) => text.replace(SEPARATORS, "");

// What questions are asked with; looked for only where nothing else was typed.
const EMPTY_WORDS = new Set((
  "a an and are as at be become becoming by can do does for from get how i if in into is me my of on or should the there to was "
  + "we what when where which who why will with you your"
).split(" "));
const EMPTY_HAN = /怎么才能|怎么样|怎么|怎样|如何|什么|哪些|哪个|需要|成为|可以|从|到|的|了|吗|呢|要|想|我/gu;

/** A folded query without the words that only ask; the query itself when nothing is left. */
export function bare(text) {
  const left = text.replace(EMPTY_HAN, " ").split(SEPARATORS).filter((word) => word && !EMPTY_WORDS.has(word)).join(" ");
  return left.length > 1 ? left : text;
}

/** The words of a folded text: Latin ones, and the pairs of neighbours in what is Chinese. */
export function words(text) {
  return text.split(SEPARATORS).flatMap((part) => (part.match(RUNS) ?? []).flatMap((run) => {
    if (!hasHan(run)) return [stem(run)];
    const characters = Array.from(run);
    return characters.length < 2 ? characters : characters.slice(1).map((one, place) => characters[place] + one);
  }));
}

/** An English word without its ending; British and American spelling give the same. */
export function stem(word) {
  if (word.length < 4) return word;
  const plain = word.replace(/is(e|ed|es|ing|ation|ations)$/, "iz$1").replace(/ies$/, "y");
  const cut = plain.replace(/(?:ations?|ions?|ing|ers?|ed|es|s|e)$/, "");
  return cut.length < 3 ? plain : cut.replace(/([bdgklmnprt])\1$/, "$1");
}

/** How many letters must be changed, added, left out or swapped with their neighbour; more than `most` counts as `most` + 1. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}
