// From days and numbers to places in a drawing.

const DAY = 86400000;

/** First and last moment of "2019", "2019-03" or "2019-03-14"; null for anything else. */
function span(written) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(written ?? "")?.slice(1);
  if (!parts) return null;
  const [year, month, day] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  const at = (y, m, d) => new Date(0).setUTCFullYear(y, m, d);
  if (day !== undefined) return [at(year, month - 1, day), at(year, month - 1, day) + DAY];
  return month === undefined ? [at(year, 0, 1), at(year + 1, 0, 1)] : [at(year, month - 1, 1), at(year, month, 1)];
}

function linear([from, to], [low, high]) {
  return (value) => low + ((value - from) / (to - from || 1)) * (high - low);
}

/** A scale for counts from 0 to `most`: {at, ticks}, the ticks 1, 2 or 5 times a power of ten apart. */
function countScale(most, [low, high]) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)));
  const step = [1, 2, 5, 10].map((n) => n * power).find((step) => most / step <= 5);
  const top = Math.max(1, Math.ceil(most / step)) * step;
  return { at: linear([0, top], [low, high]), ticks: Array.from({ length: top / step + 1 }, (_, n) => n * step) };
}

/** A scale for counts that reach far: each power of ten takes the same room. */
function powerScale(most, [low, high]) {
  const powers = Math.ceil(Math.log10(most));
  const at = linear([0, Math.log10(10 ** powers + 1)], [low, high]);
  const every = Math.ceil(powers / 6);
  const ticks = Array.from({ length: powers }, (_, n) => n + 1).filter((n) => n % every === 0);
  return { at: (value) => at(Math.log10(value + 1)), ticks: [0, ...ticks.map((n) => 10 ** n)] };
}

/** Lines across a drawing with their counts: "10K". */
function countLines({ at, ticks }, left, right) {
  const short = new Intl.NumberFormat("en", { notation: "compact" });
  return ticks.map((tick) => [
    svg("line", { x1: left, x2: right, y1: at(tick), y2: at(tick), class: "rule" }),
    svg("text", { x: left - 8, y: at(tick) + 4, class: "end" }, short.format(tick)),
  ]);
}

/** Days to be named on an axis of time: at most about `most`, at the starts of years, months or days. */
function timeTicks([from, to], most) {
  const years = (to - from) / (365.25 * DAY);
  const [first, last] = [new Date(from), new Date(to)];
  const ticks = [];
  if (years > most / 3) {
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => years / step <= most) ?? 1000;
    for (let y = Math.ceil(first.getUTCFullYear() / step) * step; y <= last.getUTCFullYear(); y += step)
      ticks.push([Date.UTC(y, 0, 1), String(y)]);
  } else if (years > most / 100) {
    const step = [1, 2, 3, 6, 12].find((step) => (years * 12) / step <= most) ?? 12;
    for (let m = 0, at = 0; at <= to; m += step) {
      at = Date.UTC(first.getUTCFullYear(), m, 1);
      ticks.push([at, new Date(at).toISOString().slice(0, 7)]);
    }
  } else {
    const step = Math.max(1, Math.ceil((to - from) / DAY / most));
    for (let at = Math.ceil(from / DAY) * DAY; at <= to; at += step * DAY) ticks.push([at, new Date(at).toISOString().slice(0, 10)]);
  }
  return ticks.filter(([at]) => at >= from && at <= to);
}
