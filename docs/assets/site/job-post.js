// What puts a role into a job post is loaded when that fold is first opened; until then, and where it cannot be loaded, links lead to text files.
const post = document.querySelector(".job-post:has(a)");
let filling = null;
post?.closest("details").addEventListener("toggle", () => {
  filling ??= import("../roles/job-post.js").then((module) => module.fill(post)).catch(() => { filling = null; });
});
