// The report in a browser: what is typed, clicked and pressed leads to the words it should, and nothing is fetched.
// `npm ci && npm test` here, after `cargo build`; needs Chromium, at $CHROMIUM or /usr/bin/chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const ARTICLES = [
  {
    id: "talks",
    headline: "Envoys table a three-point plan 🕊",
    date: "2021-03-03",
    text: `🕊👩‍🚒 Envoys table a three-point plan

TESSALIT, Mali, March 3, 2021 — First, the army would leave the town of Bourem by May 2021. Second, the rebels must release 14 prisoners, although fighters wounded two guards on Monday. Third, observers from Niger would count the weapons.

𝒟espite the talks, gunmen killed at least 11 herders near Ménaka last week. ${"The market was quiet and the road was closed. ".repeat(80)}

On Tuesday a mine killed Moussa Keita, a nurse.`,
  },
  {
    id: "a/b?c#d",
    headline: "</script><img src=x onerror=alert(1)> & floods",
    date: "2021-04-10",
    text: "Floods in Gao injured between 20 and 30 people on Friday.\r\nNo one was killed.",
  },
  { id: "plain", text: "The league of Almenara has a new coach.", date: "2021-04-11" },
];

const folder = mkdtempSync(join(tmpdir(), "factbox-report-"));
const file = join(folder, "tables", "report.html");
let browser;
let page;
let heard;

before(async () => {
  const program = process.env.FACTBOX ?? new URL("../../target/debug/factbox", import.meta.url).pathname;
  writeFileSync(join(folder, "news.jsonl"), ARTICLES.map((article) => JSON.stringify(article)).join("\n"));
  execFileSync(program, ["extract", join(folder, "news.jsonl"), "-o", join(folder, "tables"), "--format", "html"]);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  heard = [];
});

// Whatever a test does: no message on the console, no error, no request but for the file.
afterEach(async () => {
  await page?.context().close();
  assert.deepEqual(heard, []);
});

async function open(fragment = "", { path = file, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1300, height: 800 }, ...options });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.stack));
  page.on("request", (request) => request.url().split("#")[0] !== pathToFileURL(path).href && heard.push(request.url()));
  await page.goto(pathToFileURL(path).href + fragment);
}

/** The words of all highlights of the chosen row, joined. */
const chosen = async () => (await page.locator("mark.chosen").allTextContents()).join("");

test("a search that is typed finds rows, and a row leads to its words", async () => {
  await open("#table=casualties");
  await page.fill("#search", "menaka flood");
  await page.waitForFunction(() => location.hash.includes("search=menaka"));
  assert.match(await page.textContent(".nothing"), /No row has all of this/);
  await page.fill("#search", "menaka");
  const row = page.locator("tbody tr", { hasText: "killed at least 11 herders" });
  await row.locator("td").first().click();
  await page.waitForSelector("mark.chosen");
  assert.equal(await chosen(), "killed at least 11 herders");
  assert.equal(await row.getAttribute("class"), "chosen");
  await page.fill("#search", "keita");
  await page.locator("tbody tr", { hasText: "killed Moussa Keita" }).click();
  await page.waitForFunction(() => document.querySelector("mark.chosen")?.textContent.startsWith("killed"));
  const { y } = await page.locator("mark.chosen").first().boundingBox();
  assert.ok(y > 60 && y < 700, `the words are in view, at ${y}`);
});

test("the keyboard goes to a row, to its words with what was read from them, and back", async () => {
  await open("#table=casualties&sort=-count_low");
  await page.locator("tbody th a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("mark:focus");
  const said = await page.locator("mark:focus").getAttribute("aria-describedby");
  assert.match(await page.locator(`#${said}`).textContent(), /injured 20–30.*casualty\/\S+ · confidence 0\.\d+ · c1/);
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("mark:focus").textContent(), "Friday");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#reader", { state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.closest("tr")?.dataset.article), "a/b?c#d");
});

test("every row's highlight is the row's text, behind emoji and across overlaps", async () => {
  await open();
  const rows = JSON.parse(await page.textContent("#data")).articles.length;
  assert.equal(rows, ARTICLES.length);
  let compared = 0;
  for (const { id } of ARTICLES) {
    for (const table of ["actor_mentions", "dates", "casualties", "plans", "plan_steps"]) {
      await page.evaluate(
        ([table, article]) => (location.hash = `#table=${table}&columns=all&${new URLSearchParams({ article, search: "" })}`),
        [table, id],
      );
      await page.waitForFunction(
        (label) => document.querySelector("table caption, .nothing") && !document.querySelector("#reader").hidden,
        table,
      );
      const found = await page.evaluate(
        (article) =>
          [...document.querySelectorAll("tbody tr")]
            .filter((tr) => tr.dataset.article === article)
            .map((tr) => {
              const at = [...document.querySelectorAll("thead th")].findIndex((th) => th.title.startsWith("text:"));
              const words = [...document.querySelectorAll("mark")].filter((mark) => mark.dataset.rows.split(" ").includes(tr.dataset.row));
              return [tr.children[at].textContent, words.map((mark) => mark.textContent).join("")];
            }),
        id,
      );
      for (const [text, words] of found) assert.equal(words, text);
      compared += found.length;
    }
  }
  assert.ok(compared > 25, `${compared} rows`);
  await page.evaluate(() => (location.hash = "#article=talks"));
  await page.waitForSelector("mark.in-plan.in-actor");
});

test("where there is no room for both, the article takes the place of the table, and the search that of the article", async () => {
  await open("#table=casualties", { viewport: { width: 400, height: 800 } });
  await page.locator("tbody tr a").first().click();
  await page.waitForSelector("mark.chosen");
  assert.equal(await page.isVisible("#main"), false);
  await page.fill("#search", "herders");
  await page.waitForSelector("#main:visible");
  assert.equal(await page.locator("tbody tr").count(), 1);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test("the address restores a view", async () => {
  await open("#table=casualties&filter.harm=killed&sort=count_best&article=talks&row=c2&hide=actor");
  assert.equal(await page.inputValue("#filter-harm"), "killed");
  assert.equal(await page.locator("tbody tr").count(), 3);
  assert.equal(await page.locator("mark.in-actor").count(), 0);
  assert.ok((await chosen()).length > 0);
  await page.check("#show-actor");
  await page.waitForSelector("mark.in-actor");
});

test("plans show what was announced against what was found", async () => {
  await open("#view=plans");
  const told = await page.textContent(".plan-card .told");
  const [, announced, found] = /(\d+) announced, (\d+) found/.exec(told).map(Number);
  assert.equal(announced, 3);
  assert.equal(await page.locator(".plan-card li:not(.missing)").count(), found);
  assert.equal(await page.locator(".plan-card li").count(), 3);
});

test("words of articles are never markup", async () => {
  await open("#article=a%2Fb%3Fc%23d");
  assert.equal(await page.textContent("#headline"), ARTICLES[1].headline);
  assert.equal(await page.locator("img").count(), 0);
});

test("what was left out is said", async () => {
  const long = join(folder, "long.html");
  writeFileSync(long, readFileSync(file, "utf8").replace('"all":{"documents":3', '"all":{"documents":120000'));
  await open("", { path: long });
  assert.match(await page.textContent("#left-out"), /the first 3 of 120,000 articles/);
});

for (const colorScheme of ["light", "dark"]) {
  for (const fragment of ["", "#table=casualties&article=talks&row=c1", "#view=plans", "#table=documents"]) {
    test(`labels, landmarks and contrast are sound: ${colorScheme} ${fragment}`, async () => {
      await open(fragment, { colorScheme });
      await page.evaluate(readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
        [],
      );
    });
  }
}

test("the colours can be changed, and paper has neither controls nor a dark ground", async () => {
  await open("#table=casualties&article=talks", { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector("#reader")).backgroundColor);
  const dark = await ground();
  await page.click("#theme");
  assert.notEqual(await ground(), dark);
  await page.click("#theme");
  await page.emulateMedia({ media: "print" });
  assert.notEqual(await ground(), dark);
  assert.equal(await page.isVisible("#top"), false);
  assert.equal(await page.isVisible("#main"), false);
  assert.equal(await page.isVisible("article"), true);
});
