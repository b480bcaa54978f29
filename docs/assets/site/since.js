// Whoever comes by a link that names an edition, as from a job post, is told what has changed since; a page of a past edition says itself which it is.
if (new URLSearchParams(location.search).get("edition") && !document.querySelector(".past")) import("../since.js").catch(() => {});
