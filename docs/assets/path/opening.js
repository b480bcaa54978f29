// What this browser has kept, opened and followed into this edition, with what there is to say of it.
import { element } from "../comparison/table.js";
import { download } from "./download.js";
import { followed } from "./follow.js";
import { does } from "./notices.js";
import { isEmpty } from "./state.js";
import { KEYS, store } from "./store.js";
import { changes, told } from "./told.js";

/** Opens it; `others` hears of other tabs, `notice` says what stands until it is answered, and `anew` is for who gives up what cannot be read. */
export function opened(key, { index, others, notice, anew }) {
  const [handbook, { edition }, words] = [index.handbook.titles[0], index.handbook, index.words];
  const stamp = ({ saved }) => ({ handbook, edition, ...(key === KEYS.mine ? {} : { saved }) }); // a sheet keeps the day it was handed on
  const found = store(key, stamp, others);
  const fault = found.open();
  if (fault) {
    notice(element("span", { "data-unread": key }, fault.message.startsWith("newer") ? told(fault, words) : words.unread), " ",
      does(words.saveUnread, () => download(`${words.unreadFile}.txt`, "text/plain", found.unread)), " ", does(words.startAnew, () => anew(found)));
  }
  const { said } = followed(found.state, index);
  if (said.some(({ kind }) => !["stranger", "level"].includes(kind))) found.change((state) => followed(state, index).state);
  if (!isEmpty(found.state)) for (const one of changes(said, words)) notice(one);
  return found;
}
