// What stands around a table: tabs, filters, pages.

/** One tab a table, with how many of its rows the search finds: counted when the page has been drawn. */
function tabs() {
  const links = Object.values(tables)
    .filter((table) => table.rows.length > 0 || table.name !== "problems")
    .map((table) => {
      const here = table.name === state.table;
      const number = el("span", { class: "number" }, state.search ? "…" : table.rows.length.toLocaleString("en"));
      if (state.search) {
        const { search } = state;
        setTimeout(
          () => state.search === search && number.isConnected && (number.textContent = found(table, search).length.toLocaleString("en")),
        );
      }
      return el(
        "a",
        { to: { ...FRESH, table: table.name, columns: "" }, id: `tab-${table.name}`, "aria-current": here && "page" },
        table.label,
        " ",
        number,
      );
    });
  return el("nav", { class: "tabs", "aria-label": "Tables" }, links);
}

function filterBar(table, rows, where) {
  const choices = table.filters.map((column) => {
    const counts = values(table, rows, column);
    const chosen = state.filters[column] ?? "";
    if (counts.length < 2 && !chosen) return null;
    const options = counts
      .slice(0, 200)
      .map(([value, n]) => el("option", { value, selected: value === chosen }, `${value} (${n.toLocaleString("en")})`));
    if (chosen && !counts.some(([value]) => value === chosen))
      options.push(el("option", { value: chosen, selected: true }, `${chosen} (0)`));
    return el(
      "label",
      {},
      spoken(column),
      el(
        "select",
        { id: `filter-${column}`, onchange: (event) => go({ page: "1", filters: { ...state.filters, [column]: event.target.value } }) },
        el("option", { value: "" }, "any"),
        options,
      ),
    );
  });
  const confidence =
    "confidence" in table.at &&
    el(
      "label",
      {},
      "confidence from",
      el(
        "select",
        { id: "filter-confidence", onchange: (event) => go({ page: "1", confidence: event.target.value }) },
        ["", "0.5", "0.7", "0.8", "0.9"].map((value) => el("option", { value, selected: value === state.confidence }, value || "any")),
      ),
    );
  const all = state.columns === "all";
  const columns =
    table.lead.length < table.columns.length &&
    el(
      "a",
      { to: { columns: all ? "" : "all" }, id: "columns", class: "button" },
      all ? "Fewer columns" : `All ${table.columns.length - ("text" in table.at && table.name === "documents" ? 1 : 0)} columns`,
    );
  return el(
    "div",
    { class: "filters" },
    el("strong", { id: "where" }, where),
    choices,
    confidence || "",
    el("span", { class: "gap" }),
    columns || "",
  );
}

function pager(page, pages) {
  const step = (to, words, id) =>
    to < 1 || to > pages
      ? el("span", { class: "button off" }, words)
      : el("a", { class: "button", to: { page: String(to) }, id, onclick: () => scrollTo(0, 0) }, words);
  return el(
    "nav",
    { class: "pager", "aria-label": "Pages" },
    step(page - 1, "← Previous", "page-back"),
    el("span", {}, `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`),
    step(page + 1, "Next →", "page-on"),
  );
}
