// Killed and injured as each article gives them, over the days of publication, with their bounds.

/** A drawing's measures, in the pixels that it will have. */
function frame() {
  return { width: Math.max(300, main.clientWidth - 62), height: 210, left: 50, right: 16, top: 14, bottom: 26 };
}

function tollsSection() {
  const told = { killed: tollsOf("killed"), injured: tollsOf("injured") };
  const points = [...told.killed, ...told.injured];
  if (points.length === 0) return null;
  const dated = points.filter((point) => point.when);
  const undated = new Set(points.filter((point) => !point.when).map((point) => point.doc)).size;
  const times = dated.flatMap((point) => point.when);
  const pad = Math.max(DAY, (Math.max(...times) - Math.min(...times)) * 0.02);
  const window = [Math.min(...times) - pad, Math.max(...times) + pad];
  return el(
    "section",
    { "aria-labelledby": "tolls" },
    el("h2", { id: "tolls" }, "Killed and injured"),
    el(
      "p",
      { class: "about" },
      "Each mark is an article’s figure for its main incident, at its day of publication: the best number, and a line ",
      "from the lower to the upper bound. An arrow means “or more”. Articles on the same incident are not added up.",
      undated > 0 && ` Not drawn: ${count(undated, "article")} with figures and without a date.`,
    ),
    dated.length > 0 &&
      Object.entries(told).map(([harm, all]) =>
        tollChart(
          harm,
          all.filter((point) => point.when),
          window,
        ),
      ),
    el("p", {}, el("a", { to: { ...FRESH, view: "tables", table: "documents", sort: "-killed_best" } }, "These figures as a table")),
  );
}

function tollsOf(harm) {
  return tables.documents.rows.flatMap(({ doc }) => {
    const [low, best, high] = ["low", "best", "high"].map((bound) => documentCell(doc, `${harm}_${bound}`));
    if (documentCell(doc, "duplicate_of") || (low === null && best === null)) return [];
    return [{ doc, low, best, high, when: span(documentCell(doc, "date_published")) }];
  });
}

function tollChart(harm, points, window) {
  const { width, height, left, right, top, bottom } = frame();
  const most = points.reduce((most, { low, best, high }) => Math.max(most, low ?? 0, best ?? 0, high ?? 0), 1);
  const x = linear(window, [left, width - right]);
  const logarithmic = most > 100;
  const scale = (logarithmic ? powerScale : countScale)(most, [height - bottom, top]);
  const days = timeTicks(window, width / 110).map(([at, words]) => [
    svg("line", { x1: x(at), x2: x(at), y1: height - bottom, y2: height - bottom + 5, class: "rule" }),
    svg("text", { x: x(at), y: height - 6, class: "middle" }, words),
  ]);
  const marks = points.toSorted((a, b) => a.when[0] - b.when[0]).map((point) => tollMark(harm, point, x, scale.at));
  const drawing = svg(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": `${harm}: ${count(points.length, "article")}, up to ${most.toLocaleString("en")}. Arrow keys go from one to the next.`,
      class: `chart ${harm}${points.length > 300 ? " dense" : ""}`,
    },
    countLines(scale, left, width - right),
    days,
    marks,
  );
  rove(drawing, "a");
  return el(
    "figure",
    {},
    el("figcaption", {}, harm[0].toUpperCase() + harm.slice(1), logarithmic && el("small", {}, " logarithmic scale")),
    drawing,
  );
}

function tollMark(harm, { doc, low, best, high, when }, x, y) {
  const at = x((when[0] + when[1]) / 2);
  const middle = best ?? low;
  const [bottom, top] = [y(low ?? middle), y(high ?? middle)];
  const words = `${titleOf(doc)} (${documentCell(doc, "date_published")}): ${harm} ${range(low, best, high)}`;
  return svg(
    "a",
    { to: { article: documentCell(doc, "doc_id"), row: "" }, "aria-label": words },
    svg("title", {}, words),
    bottom !== top && svg("line", { x1: at, x2: at, y1: bottom, y2: top, class: "range" }),
    high === null && svg("path", { d: `M${at - 4} ${y(middle) - 8}l4 -5l4 5`, class: "more" }),
    svg("circle", { cx: at, cy: y(middle), r: 5, class: best === null ? "hollow" : "solid" }),
  );
}
