// Days as a calendar to open in Outlook, a phone and the like: RFC 5545, whole days on which nobody is taken for busy, told the morning before.

const OCTETS = 75; // of a line at most; what is longer goes on in the next, after a space
const AHEAD = 15; // hours before the day begins that it is told: at 9 the morning before
const encoder = new TextEncoder();

/** A text as a value: signs that mean something escaped, and what is no text left out.
 * @param {string} text */
function escaped(text) {
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/** A line in pieces of so many octets, no character cut in two. */
function folded(line) {
  const pieces = [""];
  let room = OCTETS;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (size > room) {
      pieces.push("");
      room = OCTETS - 1;
    }
    pieces[pieces.length - 1] += sign;
    room -= size;
  }
  return pieces.join("\r\n ");
}

/**
 * @typedef {object} Event
 * @property {string} uid the same each time it is written, so that no calendar shows it twice
 * @property {string} on the day
 * @property {string} title
 * @property {string} text
 * @property {string} [url]
 */

/** A calendar of these days. @param {{ product: string, name: string, events: Event[], now: Date }} of */
export function calendar({ product, name, events, now }) {
  const stamp = now.toISOString().replace(/\.\d+|[-:]/g, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${escaped(product)}`, `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`];
  for (const { uid, on, title, text, url } of events) {
    lines.push("BEGIN:VEVENT", `UID:${escaped(uid)}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`, "TRANSP:TRANSPARENT");
    lines.push(`SUMMARY:${escaped(title)}`, ...(text ? [`DESCRIPTION:${escaped(text)}`] : []), ...(url ? [`URL:${url}`] : []));
    lines.push("BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, `TRIGGER:-PT${AHEAD}H`, "END:VALARM", "END:VEVENT");
  }
  return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
}
