// Two small comforts; every page reads without them.
(() => {
  // Remember the language being read, for the chooser at the site's root.
  const language = document.documentElement.lang.slice(0, 2);
  try { localStorage.setItem("handbook-language", language); } catch { /* storage may be closed */ }

  // A section's # copies the link to that section.
  const copied = language === "zh" ? "链接已复制" : "Link copied";
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a.headerlink");
    if (!anchor || !navigator.clipboard) return;
    navigator.clipboard.writeText(anchor.href).then(() => {
      anchor.dataset.copied = copied;
      setTimeout(() => delete anchor.dataset.copied, 1500);
    }, () => {});
  });
})();
