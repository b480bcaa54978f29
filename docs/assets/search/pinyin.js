// Chinese names by how they sound.

/** Plain letters of a syllable; lü may be typed as lü, lv or lu, so all three become lu. */
export const letters = (syllable) => syllable.normalize("NFD").replace(/\p{M}/gu, "").replace(/([ln])v/g, "$1u");

/** What was typed, if it could be pinyin: letters with spaces or apostrophes between. */
export function typedPinyin(folded) {
  const joined = letters(folded.replace(/[\s'’·-]+/g, ""));
  return /^[a-z]{2,}[a-z0-9]*$/.test(joined) ? joined : "";
}

/**
 * How well letters match a name read as `sounds`, one entry a character; a Latin word in the name is read letter by letter.
 * Whole syllables, initials, or a mixture, from the start of the name or of any later character.
 */
export function heard(typed, sounds) {
  const initials = sounds.map((sound) => sound[0]).join("");
  const whole = sounds.join("");
  if (typed === whole) return { how: "pinyin", score: 95 };
  if (typed === initials && typed.length > 1) return { how: "initials", score: 91 };
  const share = (of) => 9 * Math.min(1, typed.length / of.length);
  if (whole.startsWith(typed) && typed.length > 2) return { how: "pinyin", score: 75 + share(whole) };
  if (initials.startsWith(typed) && typed.length > 1) return { how: "initials", score: 72 + share(initials) };
  for (let place = 1; place < sounds.length && typed.length > 2; place++) {
    if (sounds.slice(place).join("").startsWith(typed)) return { how: "pinyin", score: 58 + share(whole) };
  }
  const inside = initials.indexOf(typed);
  if (inside > 0 && typed.length > 1) return { how: "initials", score: 52 + share(initials) };
  if (typed.length > 3 && spelt(typed, sounds)) return { how: "pinyin", score: 66 + share(whole) };
  return null;
}

/** Whether the letters run through the name with at least the first letter of each syllable, as in `pinpaijl`. */
function spelt(typed, sounds) {
  let reached = new Set([0]);
  for (const sound of sounds) {
    const next = new Set();
    for (const from of reached) {
      for (let length = 1; length <= sound.length && typed.startsWith(sound.slice(0, length), from); length++) next.add(from + length);
    }
    if (next.has(typed.length)) return true;
    reached = next;
  }
  return false;
}
