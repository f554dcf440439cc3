// What is shown stands in the address, after the #: every view can be linked, and Back goes back.

const START = {
  view: "overview", // overview, tables, plans
  table: "documents",
  search: "",
  sort: "", // a column; with - before it, downwards
  page: "1",
  columns: "", // "all" for all columns
  confidence: "", // rows of at least this
  when: "", // what the timeline is opened at: "all", a year, a month
  article: "", // a doc_id
  row: "", // a row's id in that article
  hide: "", // kinds of highlights that are off, parted by commas
};

function readState(fragment) {
  const given = Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")));
  const state = { ...START, filters: {} };
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("filter.")) state.filters[key.slice(7)] = value;
    else if (key in START) state[key] = value;
  }
  if (given.table && !given.view) state.view = "tables";
  if (!["overview", "tables", "plans"].includes(state.view)) state.view = START.view;
  if (!Object.hasOwn(tables, state.table)) state.table = START.table;
  return state;
}

/** The fragment of the present state with `changes`. */
function fragment(changes) {
  const next = { ...state, ...changes };
  const params = new URLSearchParams();
  const shown = next.view === "tables" ? { ...next, view: START.view } : { ...next, table: START.table };
  if (next.view === "tables") params.set("table", next.table);
  for (const key of Object.keys(START)) {
    if (shown[key] !== START[key] && key !== "table") params.set(key, shown[key]);
  }
  for (const [column, value] of Object.entries(next.filters)) if (value) params.set(`filter.${column}`, value);
  return `#${params}`;
}

/** Another table, view or search starts afresh in what belongs to the former. */
const FRESH = { sort: "", page: "1", confidence: "", filters: {} };

let state = readState(location.hash);

function go(changes) {
  location.hash = fragment(changes);
}

/** As `go`, but Back doesn't stop here: for what changes with each key. */
function slide(changes) {
  location.replace(fragment(changes));
}
