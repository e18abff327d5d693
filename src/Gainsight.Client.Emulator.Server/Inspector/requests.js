// The request log, live.

import { api, get } from './api.js';
import { attempt, button, byId, debounce, el, momentOf, number, openSheet, plural, replace, throttle, timeOf } from './dom.js';

const maximum = 500;
const columns = ['Time', 'Method', 'Path', 'Status', 'Code', 'Rows', 'Time taken', 'Fault'];
let entries = [];
let waiting = [];
let paused = false;
let last = null;
let news = () => {};
let asking = new AbortController();

export const onNews = listener => { news = listener; };

export function show() {
  render();
}

export function restart() {
  entries = [];
  waiting = [];
  last = null;
  asking.abort();
  render();
}

// Asks for the next requests again and again; the server answers when there are some.
export async function follow() {
  for (;;) {
    asking = new AbortController();
    const { signal } = asking;
    try {
      const path = last === null ? `requests?limit=${maximum}` : `requests?since=${last}&wait=25`;
      const answer = await api('GET', path, undefined, {}, signal);
      if (last !== null && answer.last < last) {
        // Another server answers: its requests have numbers of their own.
        restart();
        continue;
      }

      last = answer.last;
      if (answer.requests.length > 0) {
        add(answer.requests);
        news(answer.requests);
      }
    } catch {
      await new Promise(resolve => setTimeout(resolve, signal.aborted ? 0 : 1000));
    }
  }
}

function add(requests) {
  if (paused) {
    waiting.push(...requests);
    waiting = waiting.slice(-maximum);
  } else {
    entries = [...requests.toReversed(), ...entries].slice(0, maximum);
  }

  renderSoon();
}

const renderSoon = throttle(() => render(), 100);

const matches = (entry, words) => {
  const text = [entry.method, entry.path, entry.operation, entry.status, entry.code, entry.fault].join(' ').toLowerCase();
  return words.every(word => text.includes(word));
};

function render() {
  const words = byId('request-filter').value.toLowerCase().split(/\s+/).filter(word => word);
  const shown = entries.filter(entry => matches(entry, words));
  byId('requests-hint').textContent = paused ? `Paused. ${plural(waiting.length, 'new request')}.`
    : words.length > 0 ? `${number(shown.length)} of ${plural(entries.length, 'request')}`
    : entries.length === 0 ? '' : `${plural(entries.length, 'request')}, newest first`;
  if (shown.length === 0) {
    replace(byId('request-scroll'), el('p', { class: 'empty-state' }, entries.length === 0
      ? 'No requests yet. Point a client at this server, and its calls appear here.'
      : 'No request matches the filter.'));
    return;
  }

  const focused = document.activeElement?.dataset?.request;
  replace(byId('request-scroll'), el('table', { class: 'requests' },
    el('thead', {}, el('tr', {}, columns.map(name => el('th', { scope: 'col', class: classOf(name) }, name)))),
    el('tbody', {}, shown.map(row))));
  if (focused) {
    byId('request-scroll').querySelector(`[data-request="${focused}"]`)?.focus();
  }
}

const classOf = name => ({ Code: 'wide', Rows: 'number wide', 'Time taken': 'number wide', Fault: '' })[name] ?? '';

const kindOf = status => status === 0 ? 'bad' : status < 300 ? 'good' : status < 500 ? 'warn' : 'bad';

const statusOf = entry => entry.canceled ? 'given up' : entry.status === 0 ? 'cut' : String(entry.status);

const row = entry => el('tr', {},
  el('td', { class: 'mono' }, timeOf(entry.time)),
  el('td', { class: 'mono' }, entry.method),
  el('td', { class: 'path' }, button(entry.path, () => open(entry), { class: 'link mono', 'data-request': entry.id })),
  el('td', {}, el('span', { class: `pill ${kindOf(entry.status)}` }, statusOf(entry))),
  el('td', { class: 'mono wide' }, entry.code ?? ''),
  el('td', { class: 'number wide' }, entry.records > 0 ? number(entry.records) : ''),
  el('td', { class: 'number wide' }, `${number(entry.milliseconds)} ms`),
  el('td', {}, entry.fault ? el('span', { class: 'pill fault' }, entry.fault) : ''));

async function open(entry) {
  const full = await attempt(() => get(`requests/${entry.id}`));
  if (!full) {
    return;
  }

  const facts = [
    ['Operation', full.operation ?? 'unknown'], ['Status', `${statusOf(full)}${full.code ? `, ${full.code}` : ''}`], ['Time', `${momentOf(full.time)} UTC`],
    ['Time taken', `${full.milliseconds} ms`], ['Fault', full.fault ?? 'none'],
    ['Changed the tenant', full.committed ? 'yes' : full.commitsAt ? `will, at ${momentOf(full.commitsAt)} UTC` : 'no'],
    ['Credential', full.credential ? `hash ${full.credential.slice(0, 8)}` : 'none'], ['Request id', full.requestId],
  ];
  openSheet(`${full.method} ${full.path}`,
    el('dl', { class: 'facts' }, facts.map(([name, text]) => [el('dt', {}, name), el('dd', {}, text)])),
    full.operation ? el('p', {}, el('a', { class: 'button', href: `#faults/${full.operation}`, onclick: () => byId('sheet').close() }, 'Add a fault for this operation')) : null,
    el('h3', {}, 'Request body'), body(full.requestBody, 'Request body'), el('h3', {}, 'Response body'), body(full.responseBody, 'Response body'));
}

function body(text, label) {
  if (text === null) {
    return el('p', { class: 'hint' }, 'No longer kept.');
  }

  if (text === '') {
    return el('p', { class: 'hint' }, 'Empty.');
  }

  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // A body that is not JSON, or of which only the beginning is kept, is shown as it is.
  }

  return el('pre', { tabindex: '0', role: 'region', 'aria-label': label }, shown);
}

byId('request-filter').addEventListener('input', debounce(render, 100));
byId('request-pause').addEventListener('click', () => {
  paused = !paused;
  byId('request-pause').setAttribute('aria-pressed', paused);
  byId('request-pause').textContent = paused ? 'Go on' : 'Pause';
  if (!paused) {
    entries = [...waiting.toReversed(), ...entries].slice(0, maximum);
    waiting = [];
  }

  render();
});
byId('request-clear').addEventListener('click', async () => {
  if (await attempt(() => api('DELETE', 'requests'))) {
    entries = [];
    waiting = [];
    render();
  }
});
