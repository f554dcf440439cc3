// Plans as numbered lists: what was announced against what was found.

const PLANS_A_PAGE = 30;

function plansView() {
  const rows = found(tables.plans, state.search).length === tables.plans.rows.length ? tables.plans.rows : plansWith(state.search);
  const pages = Math.max(1, Math.ceil(rows.length / PLANS_A_PAGE));
  const page = Math.min(Math.max(1, Number.parseInt(state.page, 10) || 1), pages);
  say(count(rows.length, "plan"));
  return [
    el("h2", {}, "Plans ", el("span", { class: "number" }, rows.length.toLocaleString("en"))),
    rows.length === 0 &&
      el("p", { class: "nothing" }, tables.plans.rows.length === 0 ? "No plan was found." : "No plan has all of these words."),
    el(
      "div",
      { class: "plans columns" },
      rows.slice((page - 1) * PLANS_A_PAGE, page * PLANS_A_PAGE).map((row) => planCard(row, "h3", true)),
    ),
    pages > 1 && pager(page, pages),
  ];
}

/** Plans whose row, or one of whose steps, has the words of the search. */
function plansWith(search) {
  const steps = new Set(found(tables.plan_steps, search).map((row) => `${row.doc} ${cell(tables.plan_steps, row, "plan_id")}`));
  const plans = new Set(found(tables.plans, search));
  return tables.plans.rows.filter((row) => plans.has(row) || steps.has(`${row.doc} ${cell(tables.plans, row, "plan_id")}`));
}

function planCard(row, heading, withArticle = false) {
  const get = (column) => cell(tables.plans, row, column);
  const doc_id = documentCell(row.doc, "doc_id");
  const link = (id) => ({ article: doc_id, row: id });
  const steps = rowsOf(row.doc, "plan_steps").filter((step) => cell(tables.plan_steps, step, "plan_id") === get("plan_id"));
  const differs = get("announced_steps") !== null && get("announced_steps") !== get("found_steps");
  const facts = [
    ["proposed by", get("proposed_by")],
    ["parties", get("parties").join("; ")],
    ["purpose", get("purpose")],
  ].filter(([, value]) => value);
  return el(
    "section",
    { class: "plan-card", "data-article": doc_id, "data-row": get("plan_id") },
    el(heading, {}, el("a", { to: link(get("plan_id")) }, get("name") ?? get("text"))),
    el("p", { class: `told${differs ? " differs" : ""}` }, differs ? "≠ " : "", announced(get("announced_steps"), get("found_steps"))),
    withArticle &&
      el(
        "p",
        { class: "of" },
        titleOf(row.doc),
        documentCell(row.doc, "date_published") ? ` · ${documentCell(row.doc, "date_published")}` : "",
      ),
    facts.length > 0 &&
      el(
        "dl",
        { class: "facts" },
        facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
      ),
    el(
      "ol",
      {},
      withGaps(steps, get("announced_steps")).map((step) =>
        typeof step === "number" ? el("li", { value: step, class: "missing" }, "announced, not found") : stepItem(step, doc_id, link),
      ),
    ),
  );
}

/** The steps in their order, and the number of each that was announced and is not among them. */
function withGaps(steps, announced) {
  const numbers = new Set(steps.map((step) => cell(tables.plan_steps, step, "number")));
  const gaps = Array.from({ length: Math.min(announced ?? 0, 50) }, (_, n) => n + 1).filter((n) => !numbers.has(n));
  const number = (step) => (typeof step === "number" ? step : cell(tables.plan_steps, step, "number"));
  return [...steps, ...gaps].sort((a, b) => number(a) - number(b));
}

function stepItem(step, doc_id, link) {
  const get = (column) => cell(tables.plan_steps, step, column);
  const facts = ["actor", "modality", "action", "recipient", "deadline", "condition"]
    .map((column) => [column, get(column)])
    .filter(([column, value]) => value && value !== "plain");
  return el(
    "li",
    { value: get("number"), "data-article": doc_id, "data-row": get("step_id") },
    el("a", { to: link(get("step_id")) }, get("marker") && el("span", { class: "marker" }, get("marker"), " "), get("text")),
    facts.length > 0 &&
      el(
        "p",
        { class: "step-facts" },
        facts.map(([name, value]) => el("span", {}, el("i", {}, name), " ", value, " ")),
      ),
  );
}
