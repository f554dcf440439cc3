// Below an article's text: what was found in it, as lists. Dates stand in the order of time.

function foundIn(doc) {
  return el("div", { class: "found" }, plansIn(doc), claimsIn(doc), datesIn(doc), actorsIn(doc));
}

function listed(doc, name, label, order, line) {
  const table = tables[name];
  const rows = sorted(table, rowsOf(doc, name), order);
  if (rows.length === 0) return null;
  const items = rows.map((row) => {
    const id = idOf(table, row);
    return el(
      "li",
      { "data-article": documentCell(doc, "doc_id"), "data-row": id },
      el(
        "a",
        { to: { row: id } },
        line((column) => cell(table, row, column), row),
      ),
    );
  });
  return el(
    "details",
    { open: rows.length <= 12 },
    el("summary", {}, el("h3", {}, `${label} `, el("span", { class: "number" }, String(rows.length)))),
    el("ul", {}, items),
  );
}

function claimsIn(doc) {
  return listed(doc, "casualties", "Casualties", "", (get) => [
    el("span", { class: `tag ${get("harm")}` }, get("harm")),
    " ",
    el("b", {}, figure(get)),
    " ",
    el("q", {}, get("text")),
    get("status") === "asserted" ? "" : el("small", {}, ` ${get("status")}`),
  ]);
}

function datesIn(doc) {
  return listed(doc, "dates", "Dates, in the order of time", "date_start", (get) => [
    el("time", {}, period(get("date_start"), get("date_end")) || get("timex_value") || "?"),
    " ",
    el("q", {}, get("text")),
  ]);
}

function actorsIn(doc) {
  return listed(doc, "actors", "Actors", "-mentions", (get, row) => [
    el("b", {}, get("name")),
    el("small", {}, ` ${[get("role"), kindAndCountry(tables.actors, row), `×${get("mentions")}`].filter(Boolean).join(" · ")}`),
  ]);
}

function plansIn(doc) {
  const plans = rowsOf(doc, "plans");
  return (
    plans.length > 0 &&
    el(
      "section",
      { class: "plans", "aria-label": "Plans" },
      plans.map((row) => planCard(row, "h3")),
    )
  );
}
