// The first view: how much was found, and when.

function overview() {
  const tiles = ["documents", "actors", "dates", "casualties", "plans"].map((name) =>
    el(
      "li",
      {},
      el(
        "a",
        { to: { ...FRESH, view: "tables", table: name, when: "" }, class: `tile ${name}` },
        el("b", {}, tables[name].rows.length.toLocaleString("en")),
        el("span", {}, tables[name].label),
      ),
    ),
  );
  const problems = data.all.problems;
  return [
    el("h2", { class: "unseen" }, "Overview"),
    el("ul", { class: "tiles" }, tiles),
    el("p", { class: "about published" }, published()),
    problems > 0 &&
      el(
        "p",
        { class: "warning" },
        el(
          "a",
          { to: { ...FRESH, view: "tables", table: "problems" } },
          `${count(problems, "file or record", "files or records")} could not be read`,
        ),
      ),
    tollsSection(),
    timelineSection(),
    namesSection(),
  ];
}

/** "Published 2019-03-01 to 2019-05-30; 3 articles have no date." */
function published() {
  const days = tables.documents.rows
    .map((row) => documentCell(row.doc, "date_published"))
    .filter(Boolean)
    .sort();
  const undated = tables.documents.rows.length - days.length;
  const known = days.length > 0 ? `Published ${period(days[0], days.at(-1))}. ` : "";
  return undated > 0 ? `${known}${count(undated, "article")} without a date.` : known;
}

/** The actors that most articles name. */
function namesSection() {
  const { actors, actor_mentions } = tables;
  const place = (table, row) => `${row.doc} ${cell(table, row, "actor_id")}`;
  // "The army" of one article is not that of another: only who is called by a name counts.
  const named = new Set(
    actor_mentions.rows
      .filter((row) => ["name", "acronym"].includes(cell(actor_mentions, row, "form")))
      .map((row) => place(actor_mentions, row)),
  );
  const names = new Map();
  for (const row of actors.rows.filter((row) => named.has(place(actors, row)))) {
    const name = cell(actors, row, "name");
    const known = names.get(name) ?? { articles: 0, mentions: 0, kind: kindAndCountry(actors, row) };
    known.articles += 1;
    known.mentions += cell(actors, row, "mentions");
    names.set(name, known);
  }
  if (names.size === 0) return null;
  const most = [...names]
    .sort((a, b) => b[1].articles - a[1].articles || b[1].mentions - a[1].mentions || (a[0] < b[0] ? -1 : 1))
    .slice(0, 20);
  const [, { articles: top }] = most[0];
  return el(
    "section",
    { "aria-labelledby": "names" },
    el("h2", { id: "names" }, "Named most"),
    el(
      "ol",
      { class: "names" },
      most.map(([name, { articles, mentions, kind }]) =>
        el(
          "li",
          { style: `--part: ${articles / top}` },
          el("span", {}, el("a", { to: { ...FRESH, view: "tables", table: "actors", search: name } }, name), el("small", {}, ` ${kind}`)),
          el("span", { class: "number" }, `${count(articles, "article")}, ${count(mentions, "mention")}`),
        ),
      ),
    ),
  );
}

/** Said plainly above everything: what this file doesn't hold. */
function leftOut() {
  const held = [
    [data.articles.length, data.all.documents, "articles"],
    [data.problems.length, data.all.problems, "problems"],
  ];
  const cut = held.filter(([here, all]) => here < all);
  const words = cut.map(([here, all, what]) => `the first ${here.toLocaleString("en")} of ${all.toLocaleString("en")} ${what}`);
  const note = document.getElementById("left-out");
  note.hidden = cut.length === 0;
  note.textContent = `This page holds ${words.join(" and ")}; counts and charts are of these alone. The other formats hold all.`;
}
