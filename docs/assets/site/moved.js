// A place that has moved leads on to where it is today, with the question; without scripts, the line that stands in its stead is shown and says where.
const lead = () => {
  const place = document.getElementById(location.hash.slice(1));
  const link = place?.matches(".moved") && place.querySelector("a");
  if (!link) return;
  link.search ||= location.search;
  location.replace(link.href);
};
addEventListener("hashchange", lead);
lead();
