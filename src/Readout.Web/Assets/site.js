// The keyboard, copying, lighting up marks and cards, dropping files, the theme. Everything else works without.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  const say = text => {
    const line = one('#said');
    line.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { line.textContent = ''; }, 2500);
  };

  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Over plain HTTP from another machine there is no clipboard; the old way still works there.
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    say('Copied: ' + (text.length > 80 ? text.slice(0, 80) + ' …' : text));
  };

  // Lines that j and k walk: cards of an article, rows of a table.
  const lines = () => all('[data-lines] [data-card], [data-lines] tbody tr').filter(line => line.offsetParent !== null);
  const current = () => one('.at:is(tr, [data-card])');

  const light = ids => {
    all('.lit').forEach(lit => lit.classList.remove('lit'));
    for (const id of ids) {
      all('[data-of]').filter(mark => mark.dataset.of.split(' ').includes(id)).forEach(mark => mark.classList.add('lit'));
      one('#card-' + CSS.escape(id))?.classList.add('lit');
    }
  };

  const choose = line => {
    current()?.classList.remove('at');
    line.classList.add('at');
    line.scrollIntoView({ block: 'nearest' });
    if (line.dataset.card) {
      light([line.dataset.card]);
      one('.mark.lit')?.scrollIntoView({ block: 'center' });
      line.focus({ preventScroll: true });
    } else {
      (one('a', line) ?? line).focus({ preventScroll: true });
    }
  };

  const step = by => {
    const list = lines();
    if (list.length === 0) return;
    const at = list.indexOf(current());
    choose(list[Math.min(list.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by))]);
  };

  const places = { t: '/', s: '/said', p: '/pair', l: '/ledgers/positions', a: '/actors', e: '/explore', d: '/desk' };
  let going = false;

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && typing) { typing.blur(); return; }
    if (typing || one('dialog[open]')) return;
    if (going) {
      going = false;
      const asOf = new URLSearchParams(location.search).get('as_of');
      if (places[event.key]) location.href = places[event.key] + (asOf ? '?as_of=' + encodeURIComponent(asOf) : '');
      return;
    }
    const line = current();
    switch (event.key) {
      case '/': event.preventDefault(); one('.find input').focus(); one('.find input').select(); break;
      case 'j': step(1); break;
      case 'k': step(-1); break;
      case 'g': going = true; setTimeout(() => { going = false; }, 1500); break;
      case '?': one('#keys').showModal(); break;
      case 'c': {
        const text = line?.dataset.copy ?? (line && one('[data-copy]', line)?.dataset.copy);
        if (text) copy(text); else say('Choose a finding first: j');
        break;
      }
      case 'x': case 'e': {
        const form = line && one(event.key === 'x' ? '[data-wrong]' : '[data-edit]', line);
        if (!form) say(line ? 'Correcting needs the token' : 'Choose a finding first: j');
        else if (event.key === 'x') { event.preventDefault(); form.requestSubmit(); }
        else { event.preventDefault(); form.open = true; one('input, select', form)?.focus(); }
        break;
      }
      default: break;
    }
  });

  document.addEventListener('click', event => {
    const target = event.target.closest('[data-copy], [data-keys], [data-theme-switch], .mark');
    if (!target) return;
    if (target.matches('button[data-copy]')) copy(target.dataset.copy);
    if (target.matches('[data-keys]')) one('#keys').showModal();
    if (target.matches('[data-theme-switch]')) {
      const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      document.documentElement.dataset.theme = dark ? 'light' : 'dark';
      document.cookie = `theme=${document.documentElement.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
      document.dispatchEvent(new Event('themechange'));
    }
    if (target.matches('.mark')) {
      event.preventDefault();
      const id = target.dataset.of.split(' ').pop();
      history.replaceState(null, '', location.pathname.split('/').slice(0, 3).join('/') + '/' + id + location.search + '#' + id);
      const card = one('#card-' + CSS.escape(id));
      if (card) choose(card);
    }
  });

  document.addEventListener('mouseover', event => {
    const mark = event.target.closest('[data-of]');
    const card = event.target.closest('[data-card]');
    if (mark) {
      light(mark.dataset.of.split(' '));
      one('.card.lit')?.scrollIntoView({ block: 'nearest' });
    } else if (card) {
      light([card.dataset.card]);
    }
  });

  document.addEventListener('dragover', event => {
    const area = event.target.closest('[data-drop]');
    if (!area) return;
    event.preventDefault();
    one('textarea', area).classList.add('over');
  });
  document.addEventListener('dragleave', event => one('textarea.over')?.classList.toggle('over', event.target.closest('[data-drop]') !== null));
  document.addEventListener('drop', event => {
    const area = event.target.closest('[data-drop]');
    if (!area) return;
    const dropped = event.dataTransfer;
    const link = dropped.getData('text/uri-list').split('\n').find(line => /^https?:/.test(line));
    const text = dropped.getData('text/html') || dropped.getData('text/plain');
    if (!dropped.files.length && !link && !text) return;
    event.preventDefault();
    if (dropped.files.length) one('input[type=file]', area).files = dropped.files;
    else if (link) one('input[name=url]', area).value = link;
    else { one('textarea', area).value = text; one('textarea', area).classList.remove('over'); one('textarea', area).focus(); return; }
    area.requestSubmit();
  });

  // The as-of slider asks again when it is let go.
  document.addEventListener('input', event => {
    if (!event.target.matches('[data-day]')) return;
    const day = new Date(Date.parse(event.target.dataset.first) + event.target.valueAsNumber * 86400000).toISOString().slice(0, 10);
    one('[data-day-out]').value = day;
  });
  document.addEventListener('change', event => {
    if (event.target.matches('[data-day]')) event.target.form.requestSubmit();
    if (event.target.matches('select[data-ask]')) event.target.form.requestSubmit();
  });

  document.addEventListener('submit', async event => {
    const form = event.target.closest('[data-try]');
    if (form) {
      event.preventDefault();
      const fields = [...new FormData(form)].filter(([, value]) => value);
      const path = form.dataset.try.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(fields.find(([key]) => key === name)?.[1] ?? ''));
      const inPath = [...form.dataset.try.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
      const query = new URLSearchParams(fields.filter(([key]) => !inPath.includes(key)));
      const address = path + (query.size ? '?' + query : '');
      const output = one('output', form);
      output.textContent = '…';
      const answer = await fetch(address);
      const text = await answer.text();
      output.textContent = `GET ${address}\n${answer.status} ${answer.headers.get('content-type')}\n\n` + (answer.headers.get('content-type')?.includes('json') && !address.includes('.jsonl') ? JSON.stringify(JSON.parse(text), null, 2) : text).slice(0, 20000);
    }
  });

  const arrive = () => {
    const chosen = one('.card.chosen');
    if (chosen) { choose(chosen); return; }
    const id = location.hash.replace('#card-', '').slice(1) || location.hash.slice(1);
    const card = id && one('#card-' + CSS.escape(id));
    if (card) choose(card);
  };
  document.addEventListener('DOMContentLoaded', () => {
    arrive();
    Blazor.start({ ssr: { disableDomPreservation: false } });
    Blazor.addEventListener('enhancedload', () => { arrive(); document.dispatchEvent(new Event('newpage')); });
  });
})();
