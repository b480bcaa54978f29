// Remembers the language being read, for the chooser at the site's root.
try { localStorage.setItem("handbook-language", `${document.documentElement.dataset.language}`); } catch { /* storage may be closed */ }
// Both languages have the same sections and take the same queries: the link to the other leads to the same place.
/** @type {HTMLAnchorElement} */
const other = document.querySelector("a.language-link");
const follow = () => { other.hash = location.hash; };
other.search = location.search;
addEventListener("hashchange", follow);
follow();
