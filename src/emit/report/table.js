// The tables: tabs, filters, one page of rows.

const PAGE = 100;

function tablesView() {
  const table = tables[state.table];
  const searched = found(table, state.search);
  const rows = sorted(table, filtered(table, searched, state), state.sort);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(Math.max(1, Number.parseInt(state.page, 10) || 1), pages);
  const shown = rows.slice((page - 1) * PAGE, page * PAGE);
  const columns = state.columns === "all" ? table.columns : table.lead.map((name) => table.columns.find((column) => column.name === name));
  const first = rows.length === 0 ? 0 : (page - 1) * PAGE + 1;
  const where = rows.length <= PAGE ? count(rows.length, "row") : `Rows ${first.toLocaleString("en")}–${(first + shown.length - 1).toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
  say(`${table.label}: ${count(rows.length, "row")}`);
  return [
    el("h2", { class: "unseen" }, "Tables"),
    tabs(),
    filterBar(table, searched, where),
    shown.length === 0
      ? el("p", { class: "nothing" }, table.rows.length === 0 ? "This table has no rows." : "No row has all of this. ", state.search || Object.keys(state.filters).length || state.confidence ? el("a", { to: { ...FRESH, search: "" } }, "Show all rows") : "")
      : grid(table, columns, shown),
    pages > 1 && pager(page, pages),
  ];
}

/** One tab a table, with how many of its rows the search finds: counted when the page has been drawn. */
function tabs() {
  const links = Object.values(tables).filter((table) => table.rows.length > 0 || table.name !== "problems").map((table) => {
    const here = table.name === state.table;
    const number = el("span", { class: "number" }, state.search ? "…" : table.rows.length.toLocaleString("en"));
    if (state.search) {
      const { search } = state;
      setTimeout(() => state.search === search && number.isConnected && (number.textContent = found(table, search).length.toLocaleString("en")));
    }
    return el("a", { to: { ...FRESH, table: table.name, columns: "" }, id: `tab-${table.name}`, "aria-current": here && "page" }, table.label, " ", number);
  });
  return el("nav", { class: "tabs", "aria-label": "Tables" }, links);
}

function filterBar(table, rows, where) {
  const choices = table.filters.map((column) => {
    const counts = values(table, rows, column);
    const chosen = state.filters[column] ?? "";
    if (counts.length < 2 && !chosen) return null;
    const options = counts.slice(0, 200).map(([value, n]) => el("option", { value, selected: value === chosen }, `${value} (${n.toLocaleString("en")})`));
    if (chosen && !counts.some(([value]) => value === chosen)) options.push(el("option", { value: chosen, selected: true }, `${chosen} (0)`));
    return el("label", {}, spoken(column), el("select", { id: `filter-${column}`, onchange: (event) => go({ page: "1", filters: { ...state.filters, [column]: event.target.value } }) }, el("option", { value: "" }, "any"), options));
  });
  const confidence = "confidence" in table.at && el("label", {}, "confidence from", el("select", { id: "filter-confidence", onchange: (event) => go({ page: "1", confidence: event.target.value }) },
    ["", "0.5", "0.7", "0.8", "0.9"].map((value) => el("option", { value, selected: value === state.confidence }, value || "any"))));
  const all = state.columns === "all";
  const columns = table.lead.length < table.columns.length && el("a", { to: { columns: all ? "" : "all" }, id: "columns", class: "button" }, all ? "Fewer columns" : `All ${table.columns.length - ("text" in table.at && table.name === "documents" ? 1 : 0)} columns`);
  return el("div", { class: "filters" }, el("strong", { id: "where" }, where), choices, confidence || "", el("span", { class: "gap" }), columns || "");
}

function grid(table, columns, rows) {
  const shown = columns.filter((column) => column.kind !== "article");
  const [direction, by] = state.sort.startsWith("-") ? ["descending", state.sort.slice(1)] : ["ascending", state.sort];
  const heads = shown.map((column) => {
    const here = column.name === by;
    const next = here && direction === "ascending" ? `-${column.name}` : here ? "" : column.name;
    return el("th", { scope: "col", class: `is-${column.kind}`, "aria-sort": here ? direction : null, title: `${column.name}: ${column.about}` },
      el("a", { to: { sort: next, page: "1" }, id: `sort-${column.name}` }, spoken(column.name), el("span", { class: "arrow", "aria-hidden": "true" }, here ? (direction === "ascending" ? " ↑" : " ↓") : "")));
  });
  const body = rows.map((row) => tableRow(table, shown, row));
  return el("div", { class: "scroll", role: "region", "aria-label": table.label, tabindex: "0" },
    el("table", {}, el("caption", { class: "unseen" }, table.label), el("thead", {}, el("tr", {}, heads)), el("tbody", {}, body)));
}

function tableRow(table, columns, row) {
  if (row.doc === null) return el("tr", {}, columns.map((column) => el("td", { class: `is-${column.kind}` }, written(table, row, column))));
  const doc_id = documentCell(row.doc, "doc_id");
  const id = idOf(table, row);
  const to = { article: doc_id, row: id };
  const lead = columns.some((column) => column.name === table.lead[0]) ? table.lead[0] : columns[0].name;
  const cells = columns.map((column) => column.name === lead
    ? el("th", { scope: "row", class: `is-${column.kind}` }, el("a", { to }, written(table, row, column) || doc_id))
    : el("td", { class: `is-${column.kind} of-${column.name}` }, written(table, row, column)));
  const open = (event) => {
    if (!event.target.closest("a") && String(getSelection()) === "") go(to);
  };
  return el("tr", { "data-article": doc_id, "data-row": id, onclick: open }, cells);
}

/** What a cell shows: an actor's name with its id, a share as a bar, a list with semicolons. */
function written(table, row, column) {
  const value = cell(table, row, column.name);
  if (value === null || value === undefined) return "";
  if (column.kind === "list") return value.join("; ");
  if (column.kind === "share") return el("span", { class: "share", style: `--share: ${value}` }, String(value));
  if (column.kind === "number") return value.toLocaleString("en");
  if (["harm", "status", "kind", "timex_type", "modality", "form"].includes(column.name)) return el("span", { class: `tag ${value}` }, value);
  if (column.kind === "id" && table.name !== "actors" && actorName(row.doc, value)) return [actorName(row.doc, value), " ", el("small", {}, value)];
  return String(value);
}

function pager(page, pages) {
  const step = (to, words, id) => (to < 1 || to > pages ? el("span", { class: "button off" }, words) : el("a", { class: "button", to: { page: String(to) }, id, onclick: () => scrollTo(0, 0) }, words));
  return el("nav", { class: "pager", "aria-label": "Pages" }, step(page - 1, "← Previous", "page-back"), el("span", {}, `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`), step(page + 1, "Next →", "page-on"));
}

/** The name of a column as words. */
function spoken(column) {
  return column.replaceAll("_", " ");
}
