// Days of a plan, as the state keeps them (2027-06-30): when to look back on it, and how to write them.
import { isDay } from "./state.js";

const written = (year, month, day) => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const lastOf = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day so many months later; a month that is too short ends with its last day. */
export function monthsLater(start, months) {
  const [year, month, day] = start.split("-").map(Number);
  const later = year * 12 + month - 1 + months;
  const [ofYear, ofMonth] = [Math.floor(later / 12), (later % 12) + 1];
  return written(ofYear, ofMonth, Math.min(day, lastOf(ofYear, ofMonth)));
}

/** The days on which to look back on a plan that starts on a day: every so many months up to `last`, and once at least. Each is counted
 * from the start, so that the 31st does not become the 28th for good. */
export function reviewDays(start, months, last = "", most = 4) {
  const days = [monthsLater(start, months)];
  while (days.length < most && monthsLater(start, months * (days.length + 1)) <= last) days.push(monthsLater(start, months * (days.length + 1)));
  return days;
}

/** Reviews in the order of their days. */
export function inOrder(reviews) {
  return [...reviews].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** The review that comes next: the first whose day has not gone by. */
export function nextOf(reviews, today) {
  return inOrder(reviews).find(({ on }) => on >= today);
}

/** The last review whose day has come or gone by and of which nothing is noted; none where one is noted since. */
export function dueOf(reviews, today) {
  const last = inOrder(reviews).filter(({ on }) => on <= today).pop();
  return last && !last.note.trim() ? last : undefined;
}

/** A day as the language writes it: 2027年6月30日, 30 June 2027; anything else as it stands. */
export function dayInWords(text, language) {
  if (!isDay(text)) return text;
  const [year, month, day] = text.split("-").map(Number);
  const form = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return form.format(new Date(Date.UTC(year, month - 1, day)));
}
