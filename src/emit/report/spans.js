// From rows to pieces of text. Offsets in rows are Unicode code points, offsets in JavaScript are UTF-16 units.

/** A function from code points to UTF-16 units for this text. */
function unitsOf(text) {
  if (!/[\uD800-\uDFFF]/.test(text)) return (point) => point;
  const starts = [];
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) starts.push(unit);
  return (point) => starts[point] ?? text.length;
}

/** Highlighted kinds, and the tables whose rows they are. */
const KINDS = {
  actor: { label: "Actors", tables: ["actor_mentions"] },
  date: { label: "Dates", tables: ["dates"] },
  casualty: { label: "Casualties", tables: ["casualties"] },
  plan: { label: "Plan steps", tables: ["plans", "plan_steps"] },
};

/** All that is marked in an article's text: {kind, table, row, id, from, to}. */
function marksOf(doc) {
  const units = unitsOf(documentCell(doc, "text") ?? "");
  return Object.entries(KINDS).flatMap(([kind, { tables: names }]) =>
    names.flatMap((name) =>
      rowsOf(doc, name).map((row) => {
        const table = tables[name];
        return {
          kind,
          table,
          row,
          id: idOf(table, row),
          from: units(cell(table, row, "start_char")),
          to: units(cell(table, row, "end_char")),
        };
      }),
    ),
  );
}

/**
 * Cuts a text wherever a mark begins or ends, so that overlaps of any form are shown: pieces {from, to, marks}, the shortest
 * mark first.
 */
function pieces(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const coming = marks.toSorted((a, b) => a.from - b.from || b.to - a.to);
  let open = [];
  return cuts.slice(0, -1).map((from, n) => {
    open = open.filter((mark) => mark.to > from);
    while (coming[0]?.from <= from) open.push(coming.shift());
    return { from, to: cuts[n + 1], marks: open.toSorted((a, b) => a.to - a.from - (b.to - b.from)) };
  });
}
