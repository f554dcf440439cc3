// The dates that the articles speak of, counted by year, month or day. A bar opens into smaller ones.

const UNITS = { year: 4, month: 7, day: 10 };

function timelineSection() {
  const { dates } = tables;
  const spans = dates.rows.map((row) => [cell(dates, row, "date_start"), cell(dates, row, "date_end")]).filter(([start]) => start);
  if (spans.length === 0) return null;
  const opened = state.when === "all" ? "" : state.when || mainYear(spans);
  const unit = opened.length === 0 ? "year" : opened.length === 4 ? "month" : "day";
  const inside = spans.filter(([start]) => start.startsWith(opened));
  const narrow = inside.filter(([start, end]) => start.slice(0, UNITS[unit]) === (end ?? start).slice(0, UNITS[unit]));
  const bars = new Map(binsOf(opened, unit, narrow).map((bin) => [bin, 0]));
  let outside = 0;
  for (const [start] of narrow) {
    const bin = start.slice(0, UNITS[unit]);
    if (bars.has(bin)) bars.set(bin, bars.get(bin) + 1);
    else outside += 1;
  }
  const wide = inside.length - narrow.length;
  const notes = [
    wide > 0 && `${count(wide, "longer period")} not drawn at this scale.`,
    outside > 0 && `${count(outside, "date")} before ${[...bars.keys()][0]} or after ${[...bars.keys()].at(-1)} not drawn.`,
  ];
  return el(
    "section",
    { "aria-labelledby": "timeline" },
    el("h2", { id: "timeline" }, "Timeline of dates"),
    el("p", { class: "about" }, "How often the articles speak of each year, month or day. A bar opens. ", notes.filter(Boolean).join(" ")),
    trail(opened),
    barChart(bars, unit),
    el(
      "p",
      {},
      el(
        "a",
        { to: { ...FRESH, view: "tables", table: "dates", search: opened, sort: "date_start", when: "" } },
        opened ? `Dates of ${opened} as a table` : "All dates as a table",
      ),
    ),
  );
}

/** The year in which most of the dates lie, if there is one: there the timeline starts. */
function mainYear(spans) {
  const years = new Map();
  for (const [start] of spans) years.set(start.slice(0, 4), (years.get(start.slice(0, 4)) ?? 0) + 1);
  const [year, n] = [...years].reduce((best, next) => (next[1] > best[1] ? next : best));
  return n > spans.length * 0.7 ? year : "";
}

/** All bins of a stretch, also those without dates. Of years, those in which 98 of 100 dates lie, and at most 120. */
function binsOf(opened, unit, spans) {
  const two = (n) => String(n).padStart(2, "0");
  if (unit === "month") return Array.from({ length: 12 }, (_, n) => `${opened}-${two(n + 1)}`);
  if (unit === "day") {
    const [from, to] = span(opened) ?? [0, 0];
    return Array.from({ length: Math.round((to - from) / DAY) }, (_, n) => `${opened}-${two(n + 1)}`);
  }
  const years = spans.map(([start]) => Number(start.slice(0, 4))).sort((a, b) => a - b);
  if (years.length === 0) return [];
  const few = Math.floor(years.length / 100);
  const last = years[years.length - 1 - few];
  const first = Math.max(years[few], last - 119);
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n).padStart(4, "0"));
}

function trail(opened) {
  const steps = [
    ["all", "All years"],
    ...(opened ? [[opened.slice(0, 4), opened.slice(0, 4)]] : []),
    ...(opened.length > 4 ? [[opened, opened]] : []),
  ];
  const items = steps.map(([when, words], n) =>
    el(
      "li",
      {},
      n === steps.length - 1 ? el("span", { "aria-current": "true" }, words) : el("a", { to: { when }, id: `when-${when}` }, words),
    ),
  );
  return el("nav", { class: "trail", "aria-label": "Stretch of time" }, el("ol", {}, items));
}

function barChart(bars, unit) {
  const { width, height, left, right, top, bottom } = frame();
  const all = [...bars];
  const most = all.reduce((most, [, n]) => Math.max(most, n), 1);
  const room = (width - left - right) / all.length;
  const scale = countScale(most, [height - bottom, top]);
  const every = Math.ceil(all.length / ((width - left) / (unit === "day" ? 30 : 66)));
  const drawn = all.map(([bin, n], place) => {
    const x = left + place * room;
    const name =
      place % every === 0 && svg("text", { x: x + room / 2, y: height - 6, class: "middle" }, unit === "day" ? bin.slice(8) : bin);
    if (n === 0) return name;
    const to = unit === "day" ? { ...FRESH, view: "tables", table: "dates", search: bin, when: "" } : { when: bin };
    const words = `${bin}: ${count(n, "date")}`;
    return [
      name,
      svg(
        "a",
        { to, "aria-label": words },
        svg("title", {}, words),
        svg("rect", {
          x: x + room * 0.12,
          width: room * 0.76,
          y: scale.at(n),
          height: height - bottom - scale.at(n),
          rx: Math.min(3, room * 0.2),
        }),
      ),
    ];
  });
  const drawing = svg(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": `Dates by ${unit}. Arrow keys go from bar to bar.`,
      class: "chart dates",
    },
    countLines(scale, left, width - right),
    drawn,
  );
  rove(drawing, "a");
  return el("figure", {}, drawing);
}
