// A section's # copies the link to that section, and says so to eye and ear.
const copied = document.documentElement.dataset.language === "zh" ? "链接已复制" : "Link copied";
const status = document.createElement("p");
status.className = "for-ears";
status.setAttribute("role", "status");
document.querySelector("main").append(status);
document.addEventListener("click", (event) => {
  const anchor = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a.headerlink"));
  if (!anchor || !navigator.clipboard) return;
  navigator.clipboard.writeText(anchor.href).then(() => {
    anchor.dataset.copied = status.textContent = copied;
    setTimeout(() => { delete anchor.dataset.copied; status.textContent = ""; }, 1500);
  }, () => {});
});
