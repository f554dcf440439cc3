// The reader: one article with its words highlighted, and what was found in it.

const reader = document.getElementById("reader");
const sheet = document.getElementById("sheet");
const LISTED = ["date_published", "dateline_place", "source", "byline", "path", "duplicate_of"];

function showArticle() {
  const doc = places.get(state.article);
  reader.hidden = state.article === "";
  document.body.classList.toggle("reading", !reader.hidden);
  if (reader.hidden) return sheet.replaceChildren();
  if (doc === undefined) {
    return show(sheet, closeButton(), el("p", { class: "nothing" }, `The article “${state.article}” is not in this report.`));
  }
  const marks = marksOf(doc);
  const hidden = state.hide.split(",");
  show(
    sheet,
    el("div", { class: "bar" }, legend(marks, hidden), closeButton()),
    el(
      "article",
      { "aria-labelledby": "headline" },
      articleHead(doc),
      articleText(
        doc,
        marks.filter((mark) => !hidden.includes(mark.kind)),
      ),
      foundIn(doc),
    ),
  );
}

function closeButton() {
  return el(
    "button",
    { type: "button", id: "close", onclick: closeArticle, title: "Close the article (Esc)" },
    "Close ",
    el("span", { "aria-hidden": "true" }, "✕"),
  );
}

/** The colours, each with how many there are; a kind can be turned off. */
function legend(marks, hidden) {
  const chips = Object.entries(KINDS).map(([kind, { label }]) => {
    const off = hidden.includes(kind);
    const hide = off ? hidden.filter((other) => other !== kind) : [...hidden, kind];
    const number = marks.filter((mark) => mark.kind === kind).length;
    return el(
      "label",
      { class: `chip ${kind}` },
      el("input", { type: "checkbox", id: `show-${kind}`, checked: !off, onchange: () => slide({ hide: hide.filter(Boolean).join(",") }) }),
      el("span", {}, label),
      " ",
      el("span", { class: "number" }, String(number)),
    );
  });
  return el("fieldset", { class: "legend" }, el("legend", { class: "unseen" }, "Highlights"), chips);
}

function articleHead(doc) {
  const facts = LISTED.map((column) => [column, documentCell(doc, column)]).filter(([, value]) => value);
  const source = documentCell(doc, "date_source");
  const url = documentCell(doc, "url");
  const figures = ["killed", "injured"]
    .map((harm) => [harm, range(...["low", "best", "high"].map((bound) => documentCell(doc, `${harm}_${bound}`)))])
    .filter(([, words]) => words);
  const known = { date_published: source ? ` (from the ${source === "option" ? "option --date" : source})` : "" };
  return el(
    "header",
    {},
    el("h2", { id: "headline" }, titleOf(doc)),
    el(
      "dl",
      { class: "facts" },
      facts.map(([column, value]) =>
        el(
          "div",
          {},
          el("dt", {}, spoken(column)),
          el("dd", {}, column === "duplicate_of" ? el("a", { to: { article: value, row: "" } }, value) : `${value}${known[column] ?? ""}`),
        ),
      ),
      /^https?:\/\//i.test(url ?? "") &&
        el("div", {}, el("dt", {}, "url"), el("dd", {}, el("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, url))),
      figures.map(([harm, words]) => el("div", { class: "figure" }, el("dt", {}, harm), el("dd", {}, words))),
    ),
    documentCell(doc, "warnings").map((warning) => el("p", { class: "warning" }, warning)),
  );
}

function articleText(doc, marks) {
  const text = documentCell(doc, "text") ?? "";
  const body = el("div", { class: "words", lang: documentCell(doc, "language") ?? "en" });
  for (const { from, to, marks: here } of pieces(text, marks)) {
    const words = text.slice(from, to);
    if (here.length === 0) {
      body.append(words);
      continue;
    }
    const kinds = [...new Set(here.map(({ kind }) => kind))];
    const begins = here.some((mark) => mark.from === from);
    const piece = el(
      "mark",
      {
        class: `${kinds.map((kind) => `in-${kind}`).join(" ")} top-${here[0].kind}${begins ? " begins" : ""}`,
        "data-rows": here.map(({ id }) => id).join(" "),
        onclick: () => go({ row: here[0].id }),
      },
      words,
    );
    withCard(piece, here);
    body.append(piece);
  }
  rove(body, "mark.begins");
  body.addEventListener("keydown", (event) => event.key === "Enter" && event.target.click());
  return body;
}

/** Marks the words of the chosen row and brings them into view. An actor's are those of all its mentions. */
function selectRow() {
  for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  const doc = places.get(state.article);
  if (!state.row || doc === undefined) return;
  const mentions = rowsOf(doc, "actor_mentions").filter((row) => cell(tables.actor_mentions, row, "actor_id") === state.row);
  const ids = [state.row, ...mentions.map((row) => idOf(tables.actor_mentions, row))];
  const words = [...reader.querySelectorAll("mark")].filter((mark) => mark.dataset.rows.split(" ").some((id) => ids.includes(id)));
  for (const mark of words) mark.classList.add("chosen");
  for (const row of document.querySelectorAll("[data-row]")) {
    if (row.dataset.row === state.row && row.dataset.article === state.article) row.classList.add("chosen");
  }
  document.querySelector("main .chosen")?.scrollIntoView({ block: "nearest", behavior: "instant" });
  const first = words.find((mark) => mark.classList.contains("begins")) ?? words[0];
  if (first) {
    const scroller = getComputedStyle(reader).overflowY === "auto" ? reader : document.scrollingElement;
    scroller.scrollBy({ top: first.getBoundingClientRect().top - innerHeight * 0.4, behavior: "instant" });
    first.focus({ preventScroll: true });
  }
  const said = words.map((mark) => mark.textContent).join(mentions.length > 0 ? "; " : "");
  say(words.length > 0 ? `In the article: ${said}` : "The words of this row are not highlighted.");
}

function closeArticle() {
  const { article, row } = state;
  const refocus = () => {
    const rows = [...document.querySelectorAll("tr[data-article]")];
    const here = rows.find((tr) => tr.dataset.article === article && tr.dataset.row === row);
    (here?.querySelector("a") ?? document.getElementById("main")).focus();
  };
  addEventListener("hashchange", refocus, { once: true });
  go({ article: "", row: "" });
}
