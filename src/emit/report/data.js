// The rows, as embedded once: {tables, layout, articles, problems, all}. An article is its rows, a list for each table,
// `doc_id` left out but in its own row.

const data = JSON.parse(document.getElementById("data").textContent);

/** Tables by name: {name, label, lead, filters, columns, at, rows}; a row is {doc, cells}, `doc` being the article's place. */
const tables = {};
for (const { name, columns } of data.tables) {
  const leftOut = name !== "documents" && columns[0].name === "doc_id" ? 1 : 0;
  const at = Object.fromEntries(columns.map((column, n) => [column.name, n - leftOut]));
  tables[name] = { name, ...data.layout[name], columns, at, rows: [] };
}

const articleNames = data.tables.map((table) => table.name).filter((name) => name !== "problems");
const places = new Map();
for (const [doc, article] of data.articles.entries()) {
  articleNames.forEach((name, n) => {
    for (const cells of article[n]) tables[name].rows.push({ doc, cells });
  });
  places.set(article[0][0][0], doc);
}
for (const cells of data.problems) tables.problems.rows.push({ doc: null, cells });

/** The cell of a row by the name of its column. */
function cell(table, row, column) {
  if (column === "doc_id" && table.name !== "documents") return documentCell(row.doc, "doc_id");
  return row.cells[table.at[column]];
}

function documentCell(doc, column) {
  return data.articles[doc][0][0][tables.documents.at[column]];
}

function titleOf(doc) {
  return documentCell(doc, "headline") ?? documentCell(doc, "doc_id");
}

/** The rows that one article has in a table. */
function rowsOf(doc, name) {
  return data.articles[doc][articleNames.indexOf(name)].map((cells) => ({ doc, cells }));
}

const KEYS = {
  actors: "actor_id",
  actor_mentions: "mention_id",
  dates: "date_id",
  casualties: "casualty_id",
  plans: "plan_id",
  plan_steps: "step_id",
};

/** The id of a row within its article: "c2". */
function idOf(table, row) {
  return KEYS[table.name] ? cell(table, row, KEYS[table.name]) : "";
}

const actorNames = new Map();

/** The name of an article's actor. */
function actorName(doc, id) {
  if (!actorNames.has(doc)) {
    const { actors } = tables;
    actorNames.set(doc, new Map(rowsOf(doc, "actors").map((row) => [cell(actors, row, "actor_id"), cell(actors, row, "name")])));
  }
  return actorNames.get(doc).get(id);
}
