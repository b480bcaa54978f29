// Chinese names by how they sound.
import { distance } from "./text.js";

/** Plain letters of a syllable; lü may be typed as lü, lv or lu, so all three become lu. */
export const letters = (syllable) => syllable.normalize("NFD").replace(/\p{M}/gu, "").replace(/([ln])v/g, "$1u");

/** What was typed, if it could be pinyin: letters with spaces or apostrophes between. */
export function typedPinyin(folded) {
  const joined = letters(folded.replace(/[\s'’·-]+/g, ""));
  return /^[a-z]{2,}[a-z0-9]*$/.test(joined) ? joined : "";
}

/**
 * How well letters match a name read as `sounds`, one entry a character; a Latin word in the name is read letter by letter.
 * Whole syllables, initials, or a mixture, from the start of the name or of any later character; initials say from which one on.
 */
export function heard(typed, sounds) {
  const initials = sounds.map((sound) => sound[0]).join("");
  const whole = sounds.join("");
  if (typed === whole) return { how: "pinyin", score: 95 };
  if (typed === initials && typed.length > 1) return { how: "initials", score: 91, from: 0 };
  const share = (of) => 9 * Math.min(1, typed.length / of.length);
  if (whole.startsWith(typed) && typed.length > 2) return { how: "pinyin", score: (ends(typed.length, sounds) ? 76 : 72) + share(whole) };
  if (initials.startsWith(typed) && typed.length > 1) return { how: "initials", score: 72 + share(initials), from: 0 };
  for (let place = 1; place < sounds.length && typed.length > 2; place++) {
    if (sounds.slice(place).join("").startsWith(typed)) return { how: "pinyin", score: 58 + share(whole) };
  }
  const inside = initials.indexOf(typed);
  if (inside > 0 && typed.length > 1) return { how: "initials", score: 52 + share(initials), from: inside };
  if (typed.length > 3 && spelt(typed, sounds)) return { how: "pinyin", score: 66 + share(whole) };
  return null;
}

/** Whether so many letters are whole syllables: `shijia` is 试驾 rather than the beginning of 事件. */
function ends(length, sounds) {
  let place = 0;
  for (const sound of sounds) if ((place += sound.length) >= length) break;
  return place === length;
}

/** How well mistyped letters match a name or some neighbouring syllables of it: one slip, in long ones two. */
export function misheard(typed, sounds) {
  const slips = Math.min(2, Math.floor(typed.length / 5));
  let least = slips + 1;
  for (let start = 0; slips && start < sounds.length; start++) {
    for (let end = start + 1, part = ""; end <= sounds.length && part.length <= typed.length + slips; end++) {
      part += sounds[end - 1];
      least = Math.min(least, distance(typed, part, slips) + (start ? 0.5 : 0));
    }
  }
  const length = sounds.join("").length;
  return least > slips ? null : { how: "near", score: 56 - 4 * least + (4 * Math.min(typed.length, length)) / Math.max(typed.length, length) };
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
