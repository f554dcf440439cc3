// Which rows are shown, and in which order.

/** Lower case without accents, so that "Lavallee" finds "Lavallée". */
function fold(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** All that can be searched in a row, folded once: its cells, its article's id and headline. */
function haystack(table, row) {
  if (row.folded === undefined) {
    const words = row.cells.filter((value) => value !== null).join("\n");
    const article = row.doc === null || table.name === "documents" ? "" : `${documentCell(row.doc, "doc_id")}\n${titleOf(row.doc)}`;
    const names = table.name === "actor_mentions" ? actorName(row.doc, cell(table, row, "actor_id")) : "";
    row.folded = fold(`${words}\n${article}\n${names}`);
  }
  return row.folded;
}

/** Rows in which every word of the search stands. */
function found(table, search) {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return words.length === 0 ? table.rows : table.rows.filter((row) => words.every((word) => haystack(table, row).includes(word)));
}

function filtered(table, rows, { filters, confidence }) {
  const wanted = Object.entries(filters).filter(([column, value]) => value && column in table.at);
  const least = "confidence" in table.at ? Number(confidence) || 0 : 0;
  return rows.filter(
    (row) =>
      wanted.every(([column, value]) => String(cell(table, row, column) ?? "") === value) &&
      (least === 0 || cell(table, row, "confidence") >= least),
  );
}

/** Sorted by a column, what is empty last. */
function sorted(table, rows, sort) {
  const down = sort.startsWith("-");
  const column = sort.replace(/^-/, "");
  if (!(column in table.at)) return rows;
  const empty = (value) => value === null || value === undefined || value.length === 0;
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en"));
  const keyed = rows.map((row) => ({ row, key: cell(table, row, column) }));
  keyed.sort((a, b) => empty(a.key) - empty(b.key) || (empty(a.key) ? 0 : down ? compare(b.key, a.key) : compare(a.key, b.key)));
  return keyed.map(({ row }) => row);
}

/** The values of a column with how many rows have each, the most frequent first. */
function values(table, rows, column) {
  const counts = new Map();
  for (const row of rows) {
    const value = cell(table, row, column);
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "en"));
}
