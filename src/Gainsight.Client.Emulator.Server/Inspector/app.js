// Views, the clock, the quota strip, shortcuts, and whether the server is there.

import { get, onConnection } from './api.js';
import { byId, closeSheet, el, openSheet, timeOf, toast } from './dom.js';
import * as data from './data.js';
import * as requests from './requests.js';
import * as faults from './faults.js';
import * as settings from './settings.js';
import * as tenant from './tenant.js';

const views = { data, requests, faults, settings, tenant };
const searches = { data: 'row-search', requests: 'request-filter', settings: 'setting-filter' };
let current = null;
let server = null;

function route() {
  const [name, ...rest] = location.hash.slice(1).split('/');
  const view = name in views ? name : 'data';
  for (const each of Object.keys(views)) {
    byId(`view-${each}`).hidden = each !== view;
    byId(`link-${each}`).toggleAttribute('aria-current', false);
  }

  byId(`link-${view}`).setAttribute('aria-current', 'page');
  current = view;
  let argument = '';
  try {
    argument = decodeURIComponent(rest.join('/'));
  } catch {
    // An address that somebody typed.
  }

  views[view].show(argument);
}

async function showStatus() {
  try {
    const status = await get('status');
    byId('now').textContent = `${timeOf(status.clock.now)} UTC`;
    byId('now').dateTime = status.clock.now;
    tenant.showStatus(status);
    if (server !== null && server !== status.server) {
      toast('The server was started again.');
      requests.restart();
      await refresh();
    }

    server = status.server;
  } catch {
    // The banner tells it.
  }
}

async function refresh() {
  await Promise.allSettled([data.refresh(), faults.refresh(), settings.refresh()]);
}

onConnection(connected => {
  byId('connection').textContent = connected ? 'Live' : 'Not connected';
  byId('connection').classList.toggle('off', !connected);
  byId('gone').hidden = connected;
  byId('gone').textContent = connected ? '' : 'The server does not answer. This page tries again every second, and shows what it knew last.';
});

function help() {
  const keys = [['1 – 5', 'Data, Requests, Faults, Settings, Tenant'], ['/', 'Search in the view'], ['n', 'Add a row (Data)'], ['p', 'Pause or go on (Requests)'],
    ['[ and ]', 'Previous and next page (Data)'], ['Esc', 'Close what is open'], ['?', 'This list']];
  openSheet('Keyboard shortcuts', el('dl', { class: 'keys' }, keys.map(([key, text]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, text)])));
}

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input, select, textarea') || document.querySelector('dialog[open]');
  if (event.ctrlKey || event.metaKey || event.altKey || typing) {
    return;
  }

  const names = Object.keys(views);
  const shortcuts = {
    '/': () => searches[current] && byId(searches[current]).focus(),
    '?': help,
    n: () => current === 'data' && byId('row-add').click(),
    p: () => current === 'requests' && byId('request-pause').click(),
    '[': () => current === 'data' && byId('page-back').click(),
    ']': () => current === 'data' && byId('page-next').click(),
  };
  const act = shortcuts[event.key] ?? (names[Number(event.key) - 1] && (() => { location.hash = names[Number(event.key) - 1]; }));
  if (act) {
    event.preventDefault();
    act();
  }
});

byId('skip').addEventListener('click', () => byId('main').focus());
byId('help-open').addEventListener('click', help);
byId('sheet-close').addEventListener('click', closeSheet);
byId('sheet').addEventListener('click', event => event.target === byId('sheet') && closeSheet());
window.addEventListener('hashchange', route);

requests.onNews(entries => {
  if (entries.some(entry => entry.committed || entry.commitsAt)) {
    data.refreshSoon();
  }

  if (entries.some(entry => entry.fault)) {
    faults.refresh();
  }
});
tenant.onChange(refresh);
tenant.onReset(requests.restart);
route();
await refresh();
requests.follow();
for (;;) {
  await showStatus();
  await new Promise(resolve => setTimeout(resolve, 1000));
}
