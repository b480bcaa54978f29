// The two choices at the head of the page: one’s role, and where one wants to go.
import { element } from "../comparison/table.js";
import { own } from "./state.js";

/** Sets them: of goals first those that documents lead to. */
export function choices(form, state, index) {
  const { role, goal } = form.elements;
  role.value = state.role ?? "";
  const led = own(index.goals, state.role) ?? [];
  const first = goal.querySelector("optgroup.led") ?? element("optgroup", { class: "led", label: index.words.led });
  first.replaceChildren(...led.map((id) => element("option", { value: id }, index.roles[id].name)));
  if (led.length) goal.querySelector("option").after(first);
  else first.remove();
  for (const option of goal.querySelectorAll("optgroup:not(.led) option")) option.disabled = option.value === state.role;
  goal.value = state.goal ?? "";
}

/** The role that the address asks for, as a link on its page does; none where it asks for none. It is asked once: not again when the page is loaded anew. */
export function asked(index) {
  const address = new URL(location.href);
  const written = address.searchParams.get("role") ?? "";
  if (!written) return "";
  address.searchParams.delete("role");
  history.replaceState(history.state, "", address);
  const found = own(index.retired.roles, written)?.by[0] ?? written;
  return own(index.roles, found) ? found : "";
}
