// make check-browser: the report page as a person meets it, in headless Chromium: node check.js BUILD CHROMIUM. Links both ways, filter, sort,
// corrections that come back, no request but the file itself, no violation that axe-core knows, hostile text that stays text.
'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs'), os = require('node:os'), path = require('node:path');
const { pathToFileURL } = require('node:url');
const puppeteer = require('puppeteer-core'), axe = require('axe-core');

const [build, chromium] = process.argv.slice(2), suanpan = path.resolve(build, 'suanpan');
const place = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-browser-')), at = name => path.join(place, name);
let passed = 0, failed = 0;
function holds(what, so, seen) {
  so ? passed++ : failed++;
  console.log((so ? 'ok: ' : 'FAILED: ') + what + (so || seen === undefined ? '' : ' - got ' + JSON.stringify(seen)));
}
const run = (...args) => execFileSync(suanpan, args, { encoding: 'utf8', cwd: place });

const hostile = ['青禾县2021年工作情况汇报', '<script>document.title="owned"</script><img src=x onerror=document.title="owned">',
  '全年处置</mark></td>网络舆情313起，发放"民生"补贴<b>5.1万元</b>，\u202E培训\u202C志愿者4.3万余人。', 'javascript:alert(1) 办理&lt;案件&gt;27件\0，{{claim.raw}}新建公路12公里。',
  '预计2022年处置网络舆情300起，=1+1完成投资3000万元。'].join('\n');

async function opened(browser, file, width, dark) {
  const page = await browser.newPage(), seen = { requests: [], errors: [] };
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  page.on('request', r => r.url().startsWith('data:') || seen.requests.push(r.url()));
  page.on('console', m => m.type() === 'error' && seen.errors.push(m.text()));
  page.on('pageerror', e => seen.errors.push(String(e)));
  page.on('dialog', d => d.accept());
  await page.goto(pathToFileURL(file).href);
  return { page, seen };
}

async function quiet(browser, name) {
  for (const width of [1400, 390])
    for (const dark of [false, true]) {
      const { page, seen } = await opened(browser, at(name), width, dark), where = `${name}, ${width} pixels, ${dark ? 'dark' : 'light'}`;
      await page.evaluate(axe.source + '; 0');
      const found = await page.evaluate(() => axe.run(document).then(r => r.violations.map(v => v.id + ' ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 120)))));
      holds(`axe-core finds nothing: ${where}`, found.length === 0, found);
      holds(`the only request is the file itself: ${where}`, seen.requests.length === 1, seen.requests);
      holds(`no script fails and nothing is refused: ${where}`, seen.errors.length === 0, seen.errors);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      holds(`nothing stands out at the side: ${where}`, over <= 0, over);
      const charts = await page.$$eval('.charts img', all => all.map(i => i.getBoundingClientRect().right - innerWidth));
      holds(`charts are as wide as the window at most: ${where}`, charts.every(o => o <= 0), charts);
      await page.close();
    }
}

async function structure(page) {
  const s = await page.evaluate(() => ({
    lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,
    ids: [...document.querySelectorAll('[id]')].map(e => e.id), images: [...document.images].map(i => [i.alt.length, i.naturalWidth]),
    marks: document.querySelectorAll('#evidence mark').length, rows: document.querySelectorAll('#claims tbody tr').length,
    lost: [...document.querySelectorAll('a[href^="#"]')].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)
  }));
  holds('the page is Chinese and has one h1', s.lang === 'zh-CN' && s.h1 === 1, s.lang);
  holds('no id stands twice', new Set(s.ids).size === s.ids.length);
  holds('every link leads somewhere', s.lost.length === 0, s.lost);
  holds('every chart is drawn and told in words', s.images.length > 2 && s.images.every(([alt, width]) => alt > 20 && width > 300), s.images);
  holds('there are claims, and marks for them', s.rows > 100 && s.marks > 100 && s.marks <= s.rows, [s.rows, s.marks]);
}

const visible = (page, what) => page.$$eval('#claims tbody tr', rows => rows.filter(r => !r.hidden).map(r => r.textContent));

async function links(page) {
  const mark = await page.$eval('#evidence mark:nth-of-type(3)', m => { m.closest('details').open = true; return m.id; });
  await page.$eval(`#${mark} a`, a => a.click());
  holds('a mark leads to its row', await page.evaluate(m => document.querySelector('tr:target a').hash === '#' + m, mark));
  await page.type('#find', '没有这样的字');
  holds('a filter may leave nothing', (await visible(page)).length === 0);
  await page.$eval(`#${mark} a`, a => a.click());
  holds('a row that is filtered away comes back', await page.$eval('tr:target', r => !r.hidden));
  await page.$eval('tr:target a', a => { document.querySelectorAll('details').forEach(d => d.open = false); a.click(); });
  holds('a row leads to its mark, and its document unfolds', await page.evaluate(m => location.hash === '#' + m && document.querySelector('mark:target').closest('details').open, mark));
}

async function table(page) {
  await page.$eval('#find', i => i.value = '');
  await page.type('#find', '舆情');
  const found = await visible(page);
  holds('a word leaves the rows that hold it', found.length > 0 && found.every(t => t.includes('舆情')), found.length);
  holds('and says how many', (await page.$eval('#shown', o => o.textContent)).includes(`${found.length} /`));
  await page.$eval('#find', i => { i.value = ''; i.dispatchEvent(new Event('input')); });
  const aims = await page.$$eval('#tools select', all => { const s = all.find(s => [...s.options].some(o => o.value === '目标')); s.value = '目标'; s.dispatchEvent(new Event('change', { bubbles: true })); return s.options.length; });
  const left = await visible(page);
  holds('a choice leaves the rows that have it', aims === 3 && left.length > 0 && left.every(t => t.includes('目标')), left.length);
  await page.$$eval('#tools select', all => { all.forEach(s => s.value = ''); all[0].dispatchEvent(new Event('change', { bubbles: true })); });
  for (const way of ['ascending', 'descending']) {
    await page.$$eval('#claims thead button', all => all[4].click());
    const values = await page.$$eval('#claims tbody tr', rows => rows.map(r => r.cells[4].textContent.trim()).filter(Boolean).map(Number));
    const sorted = [...values].sort((a, b) => way === 'ascending' ? a - b : b - a);
    holds(`sorted by value, ${way}`, String(values) === String(sorted) && await page.$eval('#claims th[aria-sort]', (h, w) => h.ariaSort === w, way));
  }
}

/* One figure is corrected, one renamed, one dropped, one confirmed; suanpan reads what was saved. */
async function corrections(page, browser) {
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: place });
  const before = run('extract', '-q', '-f', 'jsonl', 'hostile.txt').trim().split('\n').map(JSON.parse);
  const cell = (n, k) => `#c${n} td:nth-child(${k + 1})`;
  const write = async (n, k, text) => {
    await page.click(cell(n, k));
    await page.$eval(cell(n, k), td => getSelection().selectAllChildren(td));
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await write(1, 4, '314');
  await write(2, 3, '=补贴, "新"');
  await page.$eval('#c3 .no', b => b.click());
  await page.$eval('#c4 .ok', b => b.click());
  await page.click('#save');
  for (let i = 0; i < 100 && !fs.existsSync(at('review.csv')); i++) await new Promise(r => setTimeout(r, 50));
  const saved = fs.readFileSync(at('review.csv'), 'utf8');
  holds('what was touched is saved, and nothing else', saved.trim().split('\r\n').length === 5 && saved.startsWith('\ufeffdocument,start,metric,value,unit,keep'), saved);
  const after = run('extract', '-q', '-f', 'jsonl', 'hostile.txt', '--review', 'review.csv').trim().split('\n').map(JSON.parse);
  holds('a corrected value comes back', after[0].value === '314' && after[0].rule === 'review' && after[0].metric === before[0].metric, after[0]);
  holds('a corrected name comes back as it was written', after[1].metric === '=补贴, "新"', after[1].metric);
  holds('a dropped figure is gone', after.length === before.length - 1 && !after.some(c => c.start === before[2].start));
  holds('a confirmed figure stays as it was', JSON.stringify(after[2]) === JSON.stringify(before[3]));
}

/* Thousands of rows: not all are laid out at once, and none is lost. */
async function many(browser) {
  fs.writeFileSync(at('many.txt'), Array.from({ length: 2500 }, (_, i) => `2021年青禾县处置网络舆情${i + 1}起。`).join('\n'));
  run('report', '-q', 'many.txt', '-o', 'many.html');
  const { page } = await opened(browser, at('many.html'), 1400, false);
  holds('five hundred rows are shown at first', (await visible(page)).length === 500 && (await page.$eval('#shown', o => o.textContent)).includes('500 / 2500'));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  holds('all of them are printed', (await visible(page)).length === 2500);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  holds('and the screen is as it was', (await visible(page)).length === 500);
  await page.$eval('#m2400 a', a => a.click());
  holds('a link shows the row that it leads to, however far', await page.$eval('#c2400', r => !r.hidden && r.matches(':target')));
  await page.close();
}

/* Three dozen years beside each other, and a folder of reports: on paper nothing is cut off, and what is folded stays so. */
async function paper(browser) {
  fs.mkdirSync(at('years'));
  for (let y = 1990; y < 2024; y++)
    fs.writeFileSync(at(`years/青禾县${y}.txt`), `青禾县${y}年工作报告\n全年实现地区生产总值${y - 1000}.5亿元，增长8.${y % 10}%。处置网络舆情${y}余起。\n只在${y}年的报告里有这一句。`);
  run('report', '-q', 'years', '-o', 'years.html');
  const { page } = await opened(browser, at('years.html'), 1400, false);
  fs.writeFileSync(at('years.pdf'), await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync('pdftotext', ['-bbox', at('years.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  let width = 0, out = [], words = '';
  for (const line of text.split('\n')) {
    const of = line.match(/<page width="([\d.]+)"/), word = line.match(/xMin="([\d.-]+)".* xMax="([\d.-]+)".*>(.*)<\/word>/);
    if (of) width = +of[1];
    if (word) { words += word[3]; if (word[1] < 0 || +word[2] > width) out.push(word[3]); }
  }
  holds('nothing stands beyond the edge of the paper', out.length === 0 && words.includes('增减%'), out.slice(0, 9));
  holds('a folded document stays folded on paper', words.includes('只在1990年的报告里') && !words.includes('只在2023年的报告里'));
  await page.close();
}

async function main() {
  fs.writeFileSync(at('hostile.txt'), hostile);
  run('report', '-q', path.resolve('fixtures/reports'), '-o', 'reports.html');
  run('report', '-q', 'hostile.txt', '-o', 'hostile.html');
  const browser = await puppeteer.launch({ executablePath: chromium, headless: true, userDataDir: at('profile'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'] });
  try {
    for (const name of ['reports.html', 'hostile.html']) await quiet(browser, name);
    const { page } = await opened(browser, at('reports.html'), 1400, false);
    await structure(page);
    await links(page);
    await table(page);
    const other = await opened(browser, at('hostile.html'), 1400, false);
    holds('what a report says never runs', await other.page.title() !== 'owned' && await other.page.$$eval('img', all => all.every(i => i.src.startsWith('data:image/svg+xml,'))));
    const text = await other.page.$eval('.text', d => d.textContent);
    holds('and is shown as it is written', text.includes('<script>document.title="owned"</script>') && text.includes('{{claim.raw}}') && text.includes('&lt;案件&gt;'), text);
    holds('nothing turns the direction of writing', !/[\u202A-\u202E\u2066-\u2069\0]/.test(text));
    await corrections(other.page, browser);
    await many(browser);
    await paper(browser);
  } finally { await browser.close(); }
}
main().catch(e => holds('the check runs to its end', false, String(e.stack))).finally(() => {
  fs.rmSync(place, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
});
