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

/** The whole page, with all that can be opened open. */
async function shoot(page, name) {
  await openAll(page);
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(needs <= has, `${name}: the page is ${needs} wide in a window of ${has}`);
}

const openAll = page => page.evaluate(() => document.querySelectorAll('details').forEach(each => each.open = true));

/** A form by how its address ends, opened. */
async function form(page, action) {
  await openAll(page);
  return page.locator(`form[action$="${action}"]`);
}

/** Fills a form's fields, by their names, and sends it by its first button. */
async function submit(page, action, fields, button = 'button') {
  const sent = await form(page, action);
  for (const [name, value] of Object.entries(fields)) {
    const field = sent.locator(`[name="${name}"]`);
    if (typeof value === 'object') await field.setInputFiles(value);
    else if (await field.evaluate(each => each.tagName === 'SELECT')) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await sent.locator(button).first().click();
}

const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

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

// An import with records that are rejected, tried before it is done.
await page.goto(at('console/contact-lists/readers'));
await submit(page, '/import', { source: 's3://warehouse/contacts/readers.csv' }, 'button.second');
await page.waitForSelector('text=Nothing has been changed yet.');
const dryRun = page.url();
assert.equal(await page.locator('dl.figures dd.warn').last().textContent(), '10');
await page.locator('button', { hasText: 'Import now' }).click();
await page.waitForSelector('h2:has-text("Rejected records")');
const load = page.url();
assert.equal(await page.locator('.cells tbody tr').count(), 10);

// An upload, and what it takes to be rid of it again.
await page.goto(at('console/buckets/warehouse'));
await submit(page, '/upload', { file: file('notes.csv', 'a,b\n1,2\n'), prefix: 'in/' });
await page.waitForSelector('h1:has-text("notes.csv")');
await follow(page, 'Delete');
const confirmation = page.url();
await page.keyboard.press('Escape');
await follow(page, 'No, go back');
await page.waitForSelector('h1:has-text("notes.csv")');

// A download.
await page.goto(job);
await follow(page, 's3://warehouse/cities/');
const folder = page.url();
await follow(page, 'manifest-summary.json');
const object = page.url();
const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a.button[download]').click()]);
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
await page.goto(found);
await submit(page, '/hold', { reason: 'Case 7' });
await page.waitForSelector('td:has-text("Case 7")');
const holds = page.url();

// Addresses that are suppressed, an export of messages, and a list that is filled from a file.
await page.goto(at('console/suppressed-addresses'));
await submit(page, '/suppressed-addresses', { address: 'gone@example.com', reason: 'complaint' });
await page.waitForSelector('td:has-text("gone@example.com")');
await page.goto(at('console/message-exports'));
await submit(page, '/messages', { from: '2026-11-01', to: '2026-11-30', format: 'JSON', 'include.to': '*@example.com' });
await page.waitForSelector('.state.succeeded');
await page.goto(at('console/address-lists'));
await submit(page, '/address-lists', { name: 'blocked' });
await submit(page, '/import', { file: file('first.csv', 'address\na@example.com\n*@spam.example.com\nnobody\n') });
await page.waitForSelector('.state.succeeded');
await page.reload();
await page.waitForSelector('td:has-text("*@spam.example.com")');
const addressList = page.url();

// From a training dataset to a file of users.
const audiences = at('console/audiences');
await page.goto(audiences);
await submit(page, '/models', { name: 'tastes' });
await page.waitForSelector('.state.succeeded');
await page.goto(audiences);
await submit(page, '/configured-models', { name: 'offered', destination: 's3://audiences/segments/', sizes: '1, 2, 5, 10, 20', seeds: '25' });
await page.waitForSelector('td:has-text("offered")');
await submit(page, '/console/audiences', { name: 'readers of thrillers', seed: 's3://audiences/seed.jsonl' });
await page.waitForSelector('.state.succeeded');
await follow(page, 'The audience');
await submit(page, '/exports', { name: 'newsletter', size: '5 %' });
await page.waitForSelector('a:has-text("s3://audiences/segments/")');
const audience = page.url();
assert.equal(await page.locator('svg.curve').count(), 2);
assert.equal(await page.locator('svg.curve polyline + circle ~ circle').count(), 4);
await page.goto(at('console/jobs'));
await follow(page, 'Audience export');
const audienceExport = page.url();
await follow(page, 's3://audiences/segments/');
await page.waitForSelector('a:has-text("audience-00000.jsonl")');

const pages = {
  overview: at(''), jobs: at('console/jobs'), job, import: load, 'dry-run': dryRun, domains: at('console/domains'), select,
  'contact-lists': at('console/contact-lists'), 'contact-list': at('console/contact-lists/readers'),
  suppressed: at('console/suppressed-addresses'), 'message-exports': at('console/message-exports'),
  archives: at('console/archives'), archive, search: found, message, holds, audit: at('console/audit'),
  'address-lists': at('console/address-lists'), 'address-list': addressList,
  audiences, audience, 'audience-export': audienceExport,
  buckets: at('console/buckets'), bucket: folder, object, confirmation, nothing: at('console/nowhere'),
};
const looks = {
  light: {}, dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  plain: { javaScriptEnabled: false },
};
await Promise.all(Object.entries(looks).map(async ([look, options]) => {
  const one = await visitor(options);
  for (const [name, address] of Object.entries(pages)) {
    await one.goto(address);
    await shoot(one, `${name}-${look}`);
  }
  await one.goto(at('console/log-in'));
  await shoot(one, `log-in-${look}`);
  await one.context().close();
}));

// Everything that can be clicked can be reached by Tab, in the order of the page, and shows that it has the focus.
const CLICKABLE = 'a, button, input:not([type=hidden]), select, textarea, summary';
for (const [name, address] of Object.entries(pages)) {
  await page.goto(address);
  await openAll(page);
  const wanted = await page.evaluate(clickable => {
    const all = () => [...document.querySelectorAll(clickable)];
    window.reached = new Map(); // what had the focus, by its place, for live parts change; and how that was to be seen
    document.addEventListener('focusin', ({ target }) =>
      target.matches(clickable) && window.reached.set(all().indexOf(target), [getComputedStyle(target).outlineStyle, target.outerHTML]));
    return all().filter(each => each.checkVisibility()).length;
  }, CLICKABLE);
  for (let tabs = 0; tabs < 2 * wanted + 40 && await page.evaluate(() => window.reached.size) < wanted; tabs += 8) {
    for (let i = 0; i < 8; i++) await page.keyboard.press('Tab');
  }
  const [reached, unseen] = await page.evaluate(() => [window.reached.size,
    [...window.reached.values()].filter(([outline]) => outline === 'none').map(([, html]) => html)]);
  assert.deepEqual(unseen, [], `${name}: the focus is not to be seen`);
  assert.equal(reached, wanted, `${name}: Tab reaches ${reached} of ${wanted}`);
}

// A page that cannot be found says so in the browser's log too; nothing else may.
assert.deepEqual(complaints.filter(each => !each.includes('404')), []);
await browser.close();
console.log(JSON.stringify({ pages: Object.keys(pages).length + 1, looks: Object.keys(looks).length }));
