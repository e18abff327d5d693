// Objects, and the rows and fields of one of them.

import { get, objectPath } from './api.js';
import { attempt, button, byId, debounce, el, momentOf, number, plural, replace, shortId, textOf, throttle } from './dom.js';
import { openRow } from './row.js';

const pageSize = 50;
const maximumColumns = 10;
const state = { objects: [], object: null, rows: [], total: 0, offset: 0, sort: null, descending: false, fields: false };
let asked = 0;

export async function show(name) {
  if (name && name !== state.object?.name) {
    await choose(name);
  }
}

export async function refresh() {
  const answer = await get('objects');
  state.objects = answer.objects.filter(object => !object.hidden || object.rows > 0);
  if (!state.object) {
    const first = state.objects.find(object => object.name === 'Company') ?? state.objects[0];
    const [view, wanted] = location.hash.slice(1).split('/');
    await choose(view === 'data' && state.objects.some(object => object.name === wanted) ? wanted : first.name);
  } else {
    await choose(state.object.name, true);
  }
}

export const refreshSoon = throttle(() => refresh().catch(() => {}), 400);

async function choose(name, stay = false) {
  const object = await attempt(() => get(objectPath(name)));
  if (!object) {
    return;
  }

  state.object = object;
  if (!stay) {
    Object.assign(state, { offset: 0, sort: null, descending: false });
    byId('row-search').value = '';
  }

  renderObjects();
  await load();
}

async function load() {
  const number = ++asked;
  const query = new URLSearchParams({ offset: state.offset, limit: pageSize, search: byId('row-search').value });
  if (state.sort) {
    query.set('sort', state.sort);
    query.set('descending', state.descending);
  }

  const page = await attempt(() => get(`${objectPath(state.object.name)}/rows?${query}`));
  if (!page || number !== asked) {
    return;
  }

  if (page.rows.length === 0 && page.total > 0) {
    state.offset = Math.floor((page.total - 1) / pageSize) * pageSize;
    await load();
    return;
  }

  Object.assign(state, { rows: page.rows, total: page.total });
  render();
}

function renderObjects() {
  const text = byId('object-filter').value.toLowerCase();
  const shown = state.objects.filter(object => `${object.name} ${object.label}`.toLowerCase().includes(text));
  replace(byId('objects'), shown.map(object => el('li', {},
    el('a', { href: `#data/${encodeURIComponent(object.name)}`, 'aria-current': object.name === state.object?.name ? 'true' : null, title: object.label },
      el('span', { class: 'name' }, object.name), el('span', { class: object.rows === 0 ? 'count none' : 'count' }, number(object.rows))))));
  replace(byId('object-select'), state.objects.map(object => el('option', { value: object.name }, `${object.name} (${number(object.rows)})`)));
  byId('object-select').value = state.object.name;
}

function render() {
  const { object, total, offset, rows } = state;
  byId('object-title').textContent = object.name;
  byId('object-hint').textContent = [object.label === object.name ? null : object.label, `${object.kind} object`, plural(object.fields.length, 'field'),
    object.writable ? null : 'not written by the record API'].filter(part => part).join(' · ');
  byId('show-rows').setAttribute('aria-pressed', !state.fields);
  byId('show-fields').setAttribute('aria-pressed', state.fields);
  byId('pager').hidden = state.fields;
  byId('pager-text').textContent = total === 0 ? 'No rows' : `${number(offset + 1)}–${number(offset + rows.length)} of ${number(total)}`;
  byId('page-back').disabled = offset === 0;
  byId('page-next').disabled = offset + rows.length >= total;
  if (state.fields) {
    replace(byId('row-scroll'), fieldTable(object));
  } else if (rows.length === 0) {
    replace(byId('row-scroll'), el('p', { class: 'empty-state' }, byId('row-search').value ? 'No row holds that text.' : `${object.name} has no rows yet.`));
  } else {
    renderRows(rowTable(object, rows));
  }
}

function renderRows(table) {
  const focused = document.activeElement?.dataset;
  replace(byId('row-scroll'), table);
  const again = focused?.row ? `[data-row="${CSS.escape(focused.row)}"]` : focused?.sort ? `[data-sort="${CSS.escape(focused.sort)}"]` : null;
  if (again) {
    byId('row-scroll').querySelector(again)?.focus();
  }
}

// The name, what the rows of the page hold, and the last change.
function columnsOf(object, rows) {
  const used = object.fields.filter(field => !/^(Gsid|Name|Created|Modified)/.test(field.name) && rows.some(row => field.name in row.values));
  const dated = object.fields.filter(field => field.name === 'ModifiedDate');
  const named = object.fields.filter(field => field.name === 'Name');
  return [...named, ...used.slice(0, maximumColumns - 2), ...dated];
}

function rowTable(object, rows) {
  const fields = columnsOf(object, rows);
  const first = fields[0]?.name === 'Name' ? fields.shift() : null;
  return el('table', { class: 'data-rows' },
    el('thead', {}, el('tr', {}, heading(first ?? { name: 'Gsid', label: 'Gsid' }, object), fields.map(field => heading(field, object)))),
    el('tbody', {}, rows.map(row => el('tr', {},
      el('th', { scope: 'row' }, button(textOf(row.values.Name) || shortId(row.gsid), () => open(row.gsid), { class: 'link', 'data-row': row.gsid, title: row.gsid })),
      fields.map(field => cell(field, row.values[field.name], row.names[field.name]))))));
}

function heading(field, object) {
  if (!object.fields.some(each => each.name === field.name)) {
    return el('th', { scope: 'col' }, 'Row');
  }

  const sorted = state.sort === field.name;
  return el('th', { scope: 'col', class: isNumber(field) ? 'number' : '', 'aria-sort': sorted ? state.descending ? 'descending' : 'ascending' : null },
    button(`${field.name}${sorted ? state.descending ? ' ↓' : ' ↑' : ''}`, () => sortBy(field.name), { class: 'sort', 'data-sort': field.name, title: `Sort by ${field.label}` }));
}

const isNumber = field => ['NUMBER', 'CURRENCY', 'PERCENTAGE', 'JSONNUMBER'].includes(field.type);

// A lookup is told by the name of its row, or by its GSID if that row has none.
function cell(field, value, name) {
  const text = textOf(value);
  const shown = field.lookup ? name ?? shortId(text) : field.type === 'DATETIME' && text ? momentOf(text) : isNumber(field) && text ? number(value) : text;
  return el('td', { class: isNumber(field) ? 'number' : field.lookup && !name ? 'mono' : '', title: text && (field.lookup || text.length > 24) ? text : null },
    el('span', { class: 'cut' }, shown.length > 200 ? `${shown.slice(0, 200)}…` : shown));
}

function fieldTable(object) {
  const facts = field => [field.required ? 'required' : null, field.nillable ? null : 'not null', field.readOnly ? 'read-only' : null, field.computed ? 'computed' : null,
    field.lookup ? `points to ${field.lookup}` : null, field.items ? field.items.map(item => item.label).join(', ') : null].filter(fact => fact).join(' · ');
  return el('table', {},
    el('thead', {}, el('tr', {}, ['Field', 'Label', 'Type', 'More'].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, object.fields.map(field => el('tr', {},
      el('th', { scope: 'row', class: 'mono' }, field.name), el('td', {}, field.label), el('td', { class: 'mono' }, field.type), el('td', { class: 'more' }, facts(field))))));
}

function sortBy(name) {
  state.descending = state.sort === name && !state.descending;
  state.sort = name;
  state.offset = 0;
  load();
}

const open = gsid => openRow(state.object, gsid, refresh);

function page(step) {
  state.offset = Math.max(0, state.offset + step * pageSize);
  load();
}

byId('object-filter').addEventListener('input', renderObjects);
byId('object-select').addEventListener('change', event => { location.hash = `data/${encodeURIComponent(event.target.value)}`; });
byId('row-search').addEventListener('input', debounce(() => {
  state.offset = 0;
  state.fields = false;
  load();
}));
byId('row-add').addEventListener('click', () => openRow(state.object, null, refresh));
byId('page-back').addEventListener('click', () => page(-1));
byId('page-next').addEventListener('click', () => page(1));
for (const [id, fields] of [['show-rows', false], ['show-fields', true]]) {
  byId(id).addEventListener('click', () => {
    state.fields = fields;
    render();
  });
}
