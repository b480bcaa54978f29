// A question about a page names the section that is being read: the one the address leads to, or the last whose heading has been passed.
document.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (event.target instanceof Element && event.target.closest("a.ask"));
  if (!link) return;
  const passed = [...document.querySelectorAll("article h2[id]")].filter((one) => one.getBoundingClientRect().top < innerHeight / 2);
  const section = location.hash || (passed.length ? `#${passed[passed.length - 1].id}` : "");
  link.dataset.asked ??= link.href;
  const place = `%20${encodeURIComponent(section)}`;
  link.href = section ? link.dataset.asked.replace(/(?:%5Bdescription%5D|body)=[^&]*/g, (body) => body + place) : link.dataset.asked;
});
