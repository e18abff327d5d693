// Switches and limits.

import { api, get } from './api.js';
import { attempt, button, byId, debounce, el, replace, toast } from './dom.js';
import { inputFor } from './inputs.js';

const groups = { switches: [], limits: [] };

export function show() {
  render();
}

export async function refresh() {
  for (const path of Object.keys(groups)) {
    groups[path] = (await get(path))[path];
  }

  render();
}

const isChanged = setting => setting.value !== setting.default;

function render() {
  const text = byId('setting-filter').value.toLowerCase();
  const onlyChanged = byId('setting-changed').checked;
  const count = Object.values(groups).flat().filter(isChanged).length;
  byId('setting-count').textContent = String(count);
  byId('setting-count').hidden = count === 0;
  const focused = document.activeElement?.id;
  for (const [path, settings] of Object.entries(groups)) {
    const shown = settings.filter(setting => (!onlyChanged || isChanged(setting)) && `${setting.name} ${setting.text ?? ''}`.toLowerCase().includes(text));
    replace(byId(path), shown.length === 0 ? el('p', { class: 'empty-state' }, 'None.') : shown.map(setting => card(path, setting)));
  }

  if (focused?.startsWith('setting-')) {
    byId(focused)?.focus();
  }
}

function card(path, setting) {
  const id = `setting-${setting.name}`;
  const input = inputFor(setting, id, () => change(path, setting, input.read()));
  input.control.setAttribute('aria-describedby', `${id}-text`);
  return el('div', { class: isChanged(setting) ? 'setting changed' : 'setting' },
    el('div', { class: 'setting-text' }, el('label', { for: id }, setting.name), el('p', { class: 'hint', id: `${id}-text` }, setting.text ?? '')),
    el('div', { class: 'setting-input' }, setting.type === 'flag' ? el('span', { class: 'switch' }, input.control) : input.control,
      isChanged(setting) ? button('Default', () => change(path, setting, setting.default), { class: 'quiet small', 'aria-label': `Set ${setting.name} to its default` }) : null));
}

async function change(path, setting, value) {
  const answer = await attempt(() => api('PATCH', path, { [setting.name]: value }));
  if (answer) {
    groups[path] = answer[path];
    toast(`${setting.name} is set.`);
  }

  render();
}

byId('setting-filter').addEventListener('input', debounce(render, 100));
byId('setting-changed').addEventListener('change', render);
