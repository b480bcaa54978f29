// The place on the page. A browser puts back where one was before anything is drawn, and so in vain; here it is kept with the entry of
// the history and put back after drawing.

/** Goes to where one was, on the way `back`, or else to what the address names. */
export function place(back) {
  const kept = back && history.state ? history.state.top : undefined;
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (kept !== undefined) scrollTo({ top: kept, behavior: "instant" });
  else if (target) target.scrollIntoView();
}

const keep = () => history.replaceState({ ...history.state, top: scrollY }, "");
let waiting = 0;
history.scrollRestoration = "manual";
addEventListener("scroll", () => {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 150);
}, { passive: true });
addEventListener("pagehide", keep);
