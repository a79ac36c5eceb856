// Yardstick: tokens per second of wink-nlp (tokens, sentences, tags, lemmas, names of other kinds; no trees) on one core.
// usage: npm install wink-nlp wink-eng-lite-web-model && node bench.mjs TEXTS.jsonl
import { readFileSync } from 'node:fs';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const nlp = winkNLP(model, ['sbd', 'negation', 'pos', 'ner']);
const texts = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text);
let best = 0;
for (let round = 0; round < 5; round++) {
  const start = performance.now();
  let tokens = 0;
  for (const text of texts) tokens += nlp.readDoc(text).tokens().length();
  best = Math.max(best, tokens / ((performance.now() - start) / 1000));
}
console.log(`wink-nlp: ${best.toFixed(0)} tokens/s`);
