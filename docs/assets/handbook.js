// The script of every page; every page reads without it. The build puts the parts in their places, in this order.
import "./site/language.js";
import "./site/colours.js";
import "./site/text.js";
import "./site/folds.js";
import "./site/moved.js";
import "./site/scrolling.js";
import "./site/drawer.js";
import "./site/copying.js";
import "./site/terms.js";
import "./site/search.js";
import "./site/job-post.js";
import "./site/asking.js";
import "./site/since.js";
import "./site/offline.js";
