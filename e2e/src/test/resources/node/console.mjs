// Walks through the console as a person would: keyboard, light and dark, wide and narrow, with scripts and without.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [executablePath, shots] = process.argv.slice(2);
const server = process.env.ENTREPOT_ENDPOINT.replace(/\/$/, '');
const at = path => `${server}/_entrepot/${path}`;
rmSync(shots, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const complaints = [];

/** A browser window of its own, logged in by keyboard. Whatever the page complains of or asks of others is kept. */
async function visitor(options) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`${page.url()}: ${error}`));
  page.on('request', request => request.url().startsWith(server) || complaints.push(`asked ${request.url()}`));
  await page.goto(at(''));
  await page.waitForSelector('input[name=accessKeyId]:focus'); // the first field has the focus
  await page.keyboard.type(process.env.AWS_ACCESS_KEY_ID);
  await page.keyboard.press('Tab');
  await page.keyboard.type(process.env.AWS_SECRET_ACCESS_KEY);
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1:has-text("Overview")');
  return page;
}

async function shoot(page, name) {
  await page.screenshot({ path: `${shots}/${name}.png` });
  const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(needs <= has, `${name}: the page is ${needs} wide in a window of ${has}`);
}

/** Follows the first link with this text. */
async function follow(page, text) {
  await page.locator('main a', { hasText: text }).first().click();
}

const page = await visitor();

// A job, started by a form and watched without loading the page again.
await page.goto(at('console/domains/cities'));
await page.locator('summary', { hasText: 'Export' }).click();
await page.locator('form[action$="/export"] input[name=bucket]').fill('warehouse');
await page.locator('form[action$="/export"] input[name=prefix]').fill('cities/');
await page.keyboard.press('Enter');
await page.waitForSelector('.state.succeeded');
const job = page.url();
assert.match(job, /\/console\/jobs\/[0-9a-f-]{36}$/);

// An import with records that are rejected.
await page.goto(at('console/contact-lists/readers'));
await page.locator('summary', { hasText: 'Import' }).click();
await page.locator('input[name=source]').fill('s3://warehouse/contacts/readers.csv');
await page.locator('form[action$="/import"] button').click();
await page.waitForSelector('h2:has-text("Rejected records")');
const load = page.url();
assert.equal(await page.locator('.cells tbody tr').count(), 10);

// A download.
await page.goto(job);
await follow(page, 's3://warehouse/cities/');
const folder = page.url();
await follow(page, 'manifest-summary.json');
const object = page.url();
const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a.button').click()]);
assert.equal(download.suggestedFilename(), 'manifest-summary.json');

const select = at('console/domains/cities?select=' + encodeURIComponent(
  "select * from cities where country = 'AT' and population > '0000010000' intersection population is not null order by population desc limit 25"));
await page.goto(at('console/archives'));
await follow(page, 'letters');
const archive = page.url();
const search = page.locator('form[action$="/search"]');
await search.locator('input[name=from]').fill('2026-11-01');
await search.locator('input[name=to]').fill('2026-11-30');
await search.locator('input[name=SUBJECT]').fill('note');
await page.keyboard.press('Enter');
await page.waitForSelector('.state.completed');
const found = page.url();
await follow(page, 'Notes');
await page.waitForSelector('iframe');
const message = page.url();
assert.equal(await page.frameLocator('iframe').locator('h1').textContent(), 'Notes');

const pages = {
  overview: at(''), jobs: at('console/jobs'), job, import: load, domains: at('console/domains'), select,
  'contact-lists': at('console/contact-lists'), 'contact-list': at('console/contact-lists/readers'),
  archives: at('console/archives'), archive, search: found, message, audit: at('console/audit'),
  audiences: at('console/audiences'), buckets: at('console/buckets'), bucket: folder, object,
  nothing: at('console/nowhere'),
};
const looks = {
  light: {}, dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  plain: { javaScriptEnabled: false },
};
for (const [look, options] of Object.entries(looks)) {
  const one = await visitor(options);
  for (const [name, address] of Object.entries(pages)) {
    await one.goto(address);
    await shoot(one, `${name}-${look}`);
  }
  await one.goto(at('console/log-in'));
  await shoot(one, `log-in-${look}`);
  await one.context().close();
}

// Everything that can be clicked can be reached by Tab, in the order of the page, and shows that it has the focus.
for (const [name, address] of Object.entries(pages)) {
  await page.goto(address);
  const wanted = await page.evaluate(() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
    .filter(each => each.checkVisibility()).length);
  const reached = new Set();
  for (let i = 0; i < wanted + 40 && reached.size < wanted; i++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const each = document.activeElement;
      if (!each?.matches('a, button, input, select, textarea, summary')) return null;
      each.dataset.order ??= String(document.querySelectorAll('[data-order]').length);
      return [each.dataset.order, getComputedStyle(each).outlineStyle, each.outerHTML];
    });
    if (focus) {
      reached.add(focus[0]);
      assert.notEqual(focus[1], 'none', `${name}: the focus is not to be seen on ${focus[2]}`);
    }
  }
  assert.equal(reached.size, wanted, `${name}: Tab reaches ${reached.size} of ${wanted}`);
}

// A page that cannot be found says so in the browser's log too; nothing else may.
assert.deepEqual(complaints.filter(each => !each.includes('404')), []);
await browser.close();
console.log(JSON.stringify({ pages: Object.keys(pages).length + 1, looks: Object.keys(looks).length }));
