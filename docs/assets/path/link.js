// A state in the fragment of an address, which no browser sends to a server: packed, so that a link that was cut is known by its checksum.
import { Fault, LIMITS, checked, sheetOf } from "./state.js";

const MARK = "#s=";
export const RISKY = 8000; // characters; some chats cut longer addresses

/** Whether an address brings a state along. */
export const bringsState = (hash) => hash.startsWith(MARK);

/** A link to this page with what is to be talked over. */
export async function linkOf(state, address) {
  const packed = new Blob([JSON.stringify(sheetOf(state))]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `${address.split(/[?#]/)[0]}${MARK}${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The state that an address brings along. Throws a Fault. */
export async function stateIn(hash) {
  if (typeof DecompressionStream === "undefined") throw new Fault("old");
  if (hash.length > LIMITS.link * 1.4) throw new Fault("large", "", { n: LIMITS.link });
  let value;
  try {
    const letters = atob(lettersOf(hash.slice(MARK.length)).replaceAll("-", "+").replaceAll("_", "/"));
    value = JSON.parse(await unpacked(Uint8Array.from(letters, (one) => one.charCodeAt(0))));
  } catch (error) {
    throw error instanceof Fault ? error : new Fault("cut");
  }
  return checked(value);
}

/** The letters of the code alone: a mail or a chat may have put spaces in it, or the full stop of a sentence behind it. */
function lettersOf(code) {
  let plain = code;
  try { plain = decodeURIComponent(code); } catch { /* a stray sign of percent, which is no letter either */ }
  return plain.replace(/%[0-9a-f]{2}|[^A-Za-z0-9_-]/gi, "");
}

/** The text in packed bytes, and never more of it than may be. */
async function unpacked(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LIMITS.link) {
      await reader.cancel();
      throw new Fault("large", "", { n: LIMITS.link });
    }
    parts.push(value);
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(parts).arrayBuffer());
}
