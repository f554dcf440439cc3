// What a row says, in one line.

function valueOf({ table, row }) {
  const get = (column) => cell(table, row, column);
  const parts = {
    actors: () => [get("name"), kindAndCountry(table, row), get("role")],
    actor_mentions: () => [actorName(row.doc, get("actor_id")), kindOfActor(row.doc, get("actor_id")), get("form")],
    dates: () => [
      `${get("timex_type")} ${get("timex_value") ?? ""}`,
      period(get("date_start"), get("date_end")),
      get("resolved") ? "" : "unresolved",
    ],
    casualties: () => [
      `${get("harm")} ${figure(get)}`,
      get("victims"),
      get("status"),
      get("scope"),
      told("by", get("perpetrator")),
      told("in", get("place")),
      told("said by", get("attributed_to")),
      period(get("date_start"), get("date_end")),
    ],
    plans: () => [get("name"), announced(get("announced_steps"), get("found_steps"))],
    plan_steps: () => [
      `step ${get("number")}`,
      get("actor"),
      [get("modality"), get("action")].filter(Boolean).join(" "),
      get("deadline"),
      get("condition"),
    ],
  };
  return parts[table.name]().filter(Boolean).join(" · ");
}

function told(word, value) {
  return value ? `${word} ${value}` : "";
}

function kindAndCountry(table, row) {
  return [cell(table, row, "kind"), cell(table, row, "country_iso3")].filter(Boolean).join(", ").replaceAll("_", " ");
}

function kindOfActor(doc, id) {
  const row = rowsOf(doc, "actors").find((row) => cell(tables.actors, row, "actor_id") === id);
  return row ? kindAndCountry(tables.actors, row) : "";
}

/** "17, or more": the best number with its bounds. */
function figure(get) {
  const [low, best, high] = ["low", "best", "high"].map((bound) => get(`count_${bound}`));
  return range(low, best, high);
}

function range(low, best, high) {
  const number = (n) => n.toLocaleString("en");
  if (best === null && low === null) return high === null ? "" : `up to ${number(high)}`;
  const open = high === null ? "+" : "";
  if (low === high || (low === best && open)) return `${number(best ?? low)}${open}`;
  if (best === null) return high === null ? `${number(low)}+` : `${number(low)}–${number(high)}`;
  return `${number(best)} (${low === null ? "?" : number(low)}–${high === null ? "…" : number(high)})`;
}

function period(start, end) {
  if (!start) return "";
  return start === end || !end ? start : `${start} to ${end}`;
}

function announced(told, found) {
  return told === null ? `${count(found, "step")} found` : `${told.toLocaleString("en")} announced, ${found.toLocaleString("en")} found`;
}
