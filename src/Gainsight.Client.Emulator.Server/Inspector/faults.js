// Faults: add, turn on and off, remove.

import { api, get } from './api.js';
import { ask, attempt, button, byId, el, number, replace, toast } from './dom.js';
import { inputFor } from './inputs.js';

const shownFirst = ['Operation', 'Object', 'Count', 'Probability'];
let kinds = null;
let inputs = [];

export async function show(operation) {
  await attempt(buildForm);
  const select = byId('fault-Operation');
  if (operation && select) {
    select.value = operation;
    byId('fault-kind').focus();
  }
}

export async function refresh() {
  const { faults } = await get('faults');
  const on = faults.filter(fault => fault.enabled).length;
  byId('fault-count').textContent = String(on);
  byId('fault-count').hidden = on === 0;
  byId('fault-clear').disabled = faults.length === 0;
  replace(byId('fault-list'), faults.length === 0
    ? el('p', { class: 'empty-state' }, 'No faults. Every request gets the answer of a healthy tenant.')
    : el('table', {},
      el('thead', {}, el('tr', {}, ['On', 'Fault', 'Applies to', 'Fired', ''].map(name => el('th', { scope: 'col', class: { Fired: 'number', '': 'act' }[name] }, name || el('span', { class: 'hidden-label' }, 'Remove'))))),
      el('tbody', {}, faults.map(row))));
}

const row = fault => el('tr', { class: fault.enabled ? '' : 'off' },
  el('td', {}, el('label', { class: 'switch' },
    el('input', { type: 'checkbox', role: 'switch', checked: fault.enabled, onchange: event => turn(fault, event.target.checked) }),
    el('span', { class: 'hidden-label' }, `Fault ${fault.id} ${fault.kind} is on`))),
  el('th', { scope: 'row' }, fault.kind),
  el('td', {}, Object.entries(fault.settings).map(([name, value]) => `${name} ${value}`).join(' · ') || 'every request'),
  el('td', { class: 'number' }, number(fault.fired)),
  el('td', { class: 'act' }, button('Remove', () => change('DELETE', `faults/${fault.id}`), { 'aria-label': `Remove fault ${fault.id} ${fault.kind}` })));

async function change(method, path, body) {
  const answer = await attempt(() => api(method, path, body));
  await attempt(refresh);
  return answer;
}

const turn = (fault, enabled) => change('PATCH', `faults/${fault.id}`, { enabled });

async function buildForm() {
  if (kinds) {
    return;
  }

  kinds = await get('faults/kinds');
  const text = el('p', { class: 'hint', id: 'fault-kind-text' });
  const kind = el('select', { id: 'fault-kind', 'aria-describedby': 'fault-kind-text' }, kinds.kinds.map(each => el('option', { value: each.name }, each.name)));
  const describe = () => { text.textContent = kinds.kinds.find(each => each.name === kind.value).text ?? ''; };
  kind.addEventListener('change', describe);
  describe();
  const usable = kinds.settings.filter(setting => setting.name !== 'Enabled').map(setting =>
    setting.name === 'Operation' ? { ...setting, type: 'choice', choices: kinds.operations.map(name => ({ name })) } : setting);
  inputs = usable.map(setting => ({ setting, ...inputFor({ ...setting, value: setting.default }, `fault-${setting.name}`) }));
  const field = input => el('div', { class: 'field' }, el('label', { for: `fault-${input.setting.name}` }, input.setting.name), input.control, el('p', { class: 'hint' }, input.setting.text ?? ''));
  replace(byId('fault-form'),
    el('div', { class: 'field wide-field' }, el('label', { for: 'fault-kind' }, 'Kind'), kind, text),
    el('div', { class: 'fields' }, shownFirst.map(name => field(inputs.find(input => input.setting.name === name)))),
    el('details', {}, el('summary', {}, 'More settings'),
      el('div', { class: 'fields' }, inputs.filter(input => !shownFirst.includes(input.setting.name)).map(field))),
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'primary' }, 'Add fault')));
}

byId('fault-form').addEventListener('submit', async event => {
  event.preventDefault();
  const fault = { kind: byId('fault-kind').value };
  for (const input of inputs.filter(each => each.isChanged())) {
    fault[input.setting.name] = input.read();
  }

  if (await change('POST', 'faults', fault)) {
    toast(`${fault.kind} is added.`);
  }
});

byId('fault-clear').addEventListener('click', async () => {
  if (await ask('Remove all faults?', 'Faults that are off are removed too.', 'Remove all')) {
    await change('DELETE', 'faults');
  }
});
