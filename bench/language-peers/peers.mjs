// Yardsticks: words a second and the share of right parts of speech of wink-nlp and compromise, beside Readout's, on the same gold texts, one thread.
// usage: npm install && node peers.mjs GOLD.conllu READOUT
//   GOLD.conllu: a treebank of Universal Dependencies with "# text = ..." lines; READOUT: the program as published
// A gold word counts as right when a program has a word of the same characters with the same part of speech. Processor time, best of three rounds after one to warm up.
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import compromise from 'compromise/three';

const [goldFile, readout] = process.argv.slice(2);
const bytes = readFileSync(goldFile);
const conllu = (goldFile.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');

// Sentences one after the other, a line each; the gold words with their places in the whole text.
const gold = [];
let text = '';
for (const block of conllu.split('\n\n')) {
  const sentence = /^# text = (.*)$/m.exec(block)?.[1];
  if (!sentence) continue;
  let at = 0;
  const skipped = new Set();
  for (const line of block.split('\n')) {
    const cells = line.split('\t');
    if (cells.length < 10 || cells[0].includes('.')) continue;
    if (cells[0].includes('-')) {
      // "don't": the parts of a contraction have no places of their own.
      const [first, last] = cells[0].split('-').map(Number);
      for (let i = first; i <= last; i++) skipped.add(String(i));
      at = sentence.indexOf(cells[1], at) + cells[1].length;
      continue;
    }
    if (skipped.has(cells[0])) continue;
    const start = sentence.indexOf(cells[1], at);
    if (start < 0) continue;
    at = start + cells[1].length;
    gold.push({ start: text.length + start, end: text.length + at, upos: cells[3] });
  }
  text += sentence + '\n\n';
}

const score = words => {
  const found = new Map(words.map(w => [`${w.start}-${w.end}`, w.upos]));
  return gold.filter(g => found.get(`${g.start}-${g.end}`) === g.upos).length / gold.length;
};

const measure = run => {
  run();
  let best = Infinity, words;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    words = run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return { words, seconds: best };
};

const print = (name, words, seconds) => console.log(`${name}\t${(gold.length / seconds).toFixed(0)} words/s\t${(100 * score(words)).toFixed(2)} % of ${gold.length} parts of speech right`);

const nlp = winkNLP(model, ['sbd', 'negation', 'pos', 'ner']);
const its = nlp.its;
const wink = measure(() => {
  const doc = nlp.readDoc(text);
  let at = 0;
  const words = [];
  const [values, tags] = [doc.tokens().out(its.value), doc.tokens().out(its.pos)];
  for (let i = 0; i < values.length; i++) {
    const start = text.indexOf(values[i], at);
    if (start < 0) continue;
    at = start + values[i].length;
    words.push({ start, end: at, upos: tags[i] });
  }
  return words;
});
print('wink-nlp 2.4.0', wink.words, wink.seconds);

// The tags of compromise in terms of Universal Dependencies; auxiliaries, which it marks, before verbs.
const Upos = [['ProperNoun', 'PROPN'], ['Auxiliary', 'AUX'], ['Copula', 'AUX'], ['Modal', 'AUX'], ['Pronoun', 'PRON'], ['Determiner', 'DET'], ['Possessive', 'PRON'], ['Preposition', 'ADP'], ['Conjunction', 'CCONJ'], ['Value', 'NUM'],
  ['Adverb', 'ADV'], ['Negative', 'PART'], ['Adjective', 'ADJ'], ['Verb', 'VERB'], ['Noun', 'NOUN'], ['Expression', 'INTJ']];
const other = measure(() => {
  const words = [];
  let at = 0;
  for (const sentence of compromise(text).json({ terms: { text: true, tags: true }, text: false }))
    for (const term of sentence.terms) {
      if (!term.text) continue;
      const start = text.indexOf(term.text, at);
      if (start < 0) continue;
      at = start + term.text.length;
      words.push({ start, end: at, upos: Upos.find(([tag]) => term.tags.includes(tag))?.[1] ?? 'X' });
    }
  return words;
});
print('compromise 14.17.0', other.words, other.seconds);
// It has no words for punctuation: the same without.
const marks = gold.filter(g => g.upos === 'PUNCT').length;
console.log(`\tcompromise without punctuation: ${(100 * score(other.words) * gold.length / (gold.length - marks)).toFixed(2)} %`);

const folder = mkdtempSync(join(tmpdir(), 'readout-peers-'));
try {
  const file = join(folder, 'gold.txt'), empty = join(folder, 'empty.txt');
  writeFileSync(file, 'x\n\n' + text);
  writeFileSync(empty, 'x\n\nA word.\n');
  const cpu = input => {
    const run = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$0" parse "$1" --jobs 1 > "$2"', readout, input, join(folder, 'out.conllu')], { encoding: 'utf8', maxBuffer: 1 << 28 });
    return run.stderr.trim().split('\n').pop().split(' ').map(Number).reduce((a, b) => a + b);
  };
  // Loading and compiling the program cost the same whatever it reads.
  const start = Math.min(cpu(empty), cpu(empty));
  const seconds = Math.min(cpu(file), cpu(file), cpu(file)) - start;
  const words = readFileSync(join(folder, 'out.conllu'), 'utf8').split('\n').map(l => l.split('\t')).filter(c => c.length === 10)
    .map(c => ({ start: Number(/start=(\d+)/.exec(c[9])[1]) - 3, end: Number(/end=(\d+)/.exec(c[9])[1]) - 3, upos: c[3] }));
  print('readout (with trees, lemmas, names)', words, seconds);
} finally {
  rmSync(folder, { recursive: true });
}
