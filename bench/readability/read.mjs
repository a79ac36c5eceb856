// Yardstick: reads all pages of a folder with @mozilla/readability on linkedom, as its own documentation calls it.
// usage: npm install && node read.mjs FOLDER ROUNDS    prints a line {"name", "text"} for each page, then {"seconds"}: processor time of the best round
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const [folder, rounds] = process.argv.slice(2);
const pages = readdirSync(folder).sort().map(name => {
  const bytes = readFileSync(join(folder, name));
  return { name, html: (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') };
});
const read = html => {
  try {
    return new Readability(parseHTML(html).document).parse()?.textContent ?? '';
  } catch {
    return '';
  }
};
for (const { name, html } of pages) console.log(JSON.stringify({ name, text: read(html) }));
let best = Infinity;
for (let round = 0; round < Number(rounds); round++) {
  const before = process.cpuUsage();
  for (const { html } of pages) read(html);
  const { user, system } = process.cpuUsage(before);
  best = Math.min(best, (user + system) / 1e6);
}
console.log(JSON.stringify({ seconds: best }));
