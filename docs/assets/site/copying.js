// Every section has a # that copies the link to it, and says so to eye and ear. The sign is drawn by the style, so that nobody copies it.
const words = document.documentElement.dataset.language === "zh"
  ? { copy: "复制这一节的链接：", done: "链接已复制", failed: "没有复制成功，链接在地址栏里" }
  : { copy: "Copy the link to this section: ", done: "Link copied", failed: "Not copied; the link is in the address bar" };
for (const heading of document.querySelectorAll("article :is(h2, h3)")) {
  const id = heading.id || (heading.matches("section[id] > :first-child") && heading.parentElement.id);
  if (!id || heading.closest("summary, .home")) continue;
  const link = Object.assign(document.createElement("a"), { className: "headerlink", href: `#${id}` });
  const name = [...heading.childNodes].find((one) => !(one instanceof Element && one.ariaHidden) && one.textContent?.trim());
  link.setAttribute("aria-label", words.copy + (name?.textContent ?? "").trim());
  heading.append(link);
}
const status = document.createElement("p");
status.className = "for-ears";
status.setAttribute("role", "status");
document.querySelector("main").append(status);
/** Over plain http, as on many an intranet, browsers have no clipboard but this one. */
const copyPlainly = (text) => {
  const hand = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", hand, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", hand);
  return done ? Promise.resolve() : Promise.reject(new Error("copy"));
};
document.addEventListener("click", (event) => {
  const anchor = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a.headerlink"));
  if (!anchor) return;
  const tell = (word) => {
    anchor.dataset.copied = status.textContent = word;
    setTimeout(() => { delete anchor.dataset.copied; status.textContent = ""; }, 1500);
  };
  (navigator.clipboard?.writeText(anchor.href) ?? copyPlainly(anchor.href)).then(() => tell(words.done), () => tell(words.failed));
});
