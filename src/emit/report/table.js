// The tables: one page of the rows that are asked for.

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
  const where =
    rows.length <= PAGE
      ? count(rows.length, "row")
      : `Rows ${first.toLocaleString("en")}–${(first + shown.length - 1).toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
  say(`${table.label}: ${count(rows.length, "row")}`);
  return [
    el("h2", { class: "unseen" }, "Tables"),
    tabs(),
    filterBar(table, searched, where),
    shown.length === 0
      ? el(
          "p",
          { class: "nothing" },
          table.rows.length === 0 ? "This table has no rows." : "No row has all of this. ",
          state.search || Object.keys(state.filters).length || state.confidence
            ? el("a", { to: { ...FRESH, search: "" } }, "Show all rows")
            : "",
        )
      : grid(table, columns, shown),
    pages > 1 && pager(page, pages),
  ];
}

function grid(table, columns, rows) {
  const shown = columns.filter((column) => column.kind !== "article");
  const [direction, by] = state.sort.startsWith("-") ? ["descending", state.sort.slice(1)] : ["ascending", state.sort];
  const heads = shown.map((column) => {
    const here = column.name === by;
    const next = here && direction === "ascending" ? `-${column.name}` : here ? "" : column.name;
    return el(
      "th",
      { scope: "col", class: `is-${column.kind}`, "aria-sort": here ? direction : null, title: `${column.name}: ${column.about}` },
      el(
        "a",
        { to: { sort: next, page: "1" }, id: `sort-${column.name}` },
        spoken(column.name),
        el("span", { class: "arrow", "aria-hidden": "true" }, here ? (direction === "ascending" ? " ↑" : " ↓") : ""),
      ),
    );
  });
  const body = rows.map((row) => tableRow(table, shown, row));
  return el(
    "div",
    { class: "scroll", role: "region", "aria-label": table.label, tabindex: "0" },
    el("table", {}, el("caption", { class: "unseen" }, table.label), el("thead", {}, el("tr", {}, heads)), el("tbody", {}, body)),
  );
}

function tableRow(table, columns, row) {
  if (row.doc === null)
    return el(
      "tr",
      {},
      columns.map((column) => el("td", { class: `is-${column.kind}` }, written(table, row, column))),
    );
  const doc_id = documentCell(row.doc, "doc_id");
  const id = idOf(table, row);
  const to = { article: doc_id, row: id };
  const lead = columns.some((column) => column.name === table.lead[0]) ? table.lead[0] : columns[0].name;
  const cells = columns.map((column) =>
    column.name === lead
      ? el("th", { scope: "row", class: `is-${column.kind}` }, el("a", { to }, written(table, row, column) || doc_id))
      : el("td", { class: `is-${column.kind} of-${column.name}` }, written(table, row, column)),
  );
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
  if (["harm", "status", "kind", "timex_type", "modality", "form"].includes(column.name))
    return el("span", { class: `tag ${value}` }, value);
  if (column.kind === "id" && table.name !== "actors" && actorName(row.doc, value))
    return [actorName(row.doc, value), " ", el("small", {}, value)];
  return String(value);
}

/** The name of a column as words. */
function spoken(column) {
  return column.replaceAll("_", " ");
}
