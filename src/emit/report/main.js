// Draws what the address asks for, whenever it changes.

const main = document.getElementById("main");
const search = document.getElementById("search");
const narrow = matchMedia("(max-width: 63.99rem)");
const views = { overview, tables: tablesView, plans: plansView };

/** What is said to those who don't see the page change. */
function say(words) {
  document.getElementById("status").textContent = words;
}

/** What of the state a part of the page depends on: it is drawn anew only when this changes. */
const drawn = { main: null, reader: null };
const parts = (state, keys) => JSON.stringify(keys.map((key) => state[key]));

function draw() {
  hideCard();
  state = readState(location.hash);
  if (document.activeElement !== search || search.value.trim() !== state.search.trim()) search.value = state.search;
  for (const link of document.querySelectorAll("#top nav a")) {
    if (link.dataset.view === state.view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  // Charts are drawn in the width that an open article leaves them.
  const width = state.view === "overview" ? [state.article === "", innerWidth] : [];
  const ofMain = `${parts(state, ["view", "table", "search", "sort", "page", "columns", "confidence", "when", "filters"])} ${width}`;
  const ofReader = parts(state, ["article", "hide"]);
  if (drawn.reader !== ofReader) showArticle();
  if (drawn.main !== ofMain) show(main, views[state.view]());
  Object.assign(drawn, { main: ofMain, reader: ofReader });
  renewLinks();
  selectRow();
}

let typing;
search.addEventListener("input", () => {
  clearTimeout(typing);
  // Where there is no room for both, an open article makes room for what is found.
  const closed = narrow.matches ? { article: "", row: "" } : {};
  typing = setTimeout(
    () => slide({ ...closed, search: search.value, page: "1", view: state.view === "overview" ? "tables" : state.view }),
    150,
  );
});
document.getElementById("find").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("skip").addEventListener("click", () => main.focus());

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.article) closeArticle();
  if (event.key === "/" && !["INPUT", "SELECT", "TEXTAREA"].includes(document.activeElement?.tagName)) {
    event.preventDefault();
    search.focus();
  }
});
addEventListener("hashchange", draw);
addEventListener("resize", () => state.view === "overview" && draw());

for (const link of document.querySelectorAll("#top nav a")) {
  const { view } = link.dataset;
  link.to = { ...FRESH, view, article: "", row: "", columns: "", when: "", ...(view === "overview" ? { search: "" } : {}) };
}
leftOut();
draw();
