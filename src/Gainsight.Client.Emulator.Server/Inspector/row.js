// One row: its values to edit, and its changes over time.

import { api, get, objectPath, rowPath } from './api.js';
import { ask, attempt, button, byId, closeSheet, el, momentOf, openSheet, replace, textOf, toast } from './dom.js';

export async function openRow(object, gsid, changed) {
  const row = gsid === null ? { gsid: null, values: {}, names: {}, version: null } : await attempt(() => get(rowPath(object.name, gsid)));
  if (!row) {
    changed();
    return;
  }

  // What the tenant fills in comes last.
  const isOwn = field => !/^(Gsid|(Created|Modified)(By|ById|Date))$/.test(field.name);
  const fields = object.fields.filter(field => !(gsid === null && field.computed));
  const inputs = [...fields.filter(isOwn), ...fields.filter(field => !isOwn(field))].map(field => inputFor(field, row.values[field.name], row.names[field.name]));
  const message = el('p', { class: 'message', role: 'alert', hidden: true });
  const form = el('form', { class: 'row-form', novalidate: true },
    message,
    el('div', { class: 'fields' }, inputs.map(input => input.node)),
    el('div', { class: 'sheet-foot' },
      el('button', { type: 'submit', class: 'primary' }, gsid === null ? 'Add row' : 'Save changes'),
      gsid === null ? null : button('Delete row', () => remove(object, row, changed), { class: 'danger' }),
      button('Cancel', closeSheet)));
  form.addEventListener('submit', event => {
    event.preventDefault();
    save(object, row, inputs, message, changed);
  });

  const history = el('div', {});
  const title = gsid === null ? `New row of ${object.name}` : textOf(row.values.Name) || object.name;
  openSheet(title, gsid === null ? null : el('p', { class: 'mono id' }, gsid), form, history);
  if (gsid === null) {
    inputs.find(input => input.field.name === 'Name')?.focus();
  } else {
    await showHistory(history, object, gsid);
  }
}

async function save(object, row, inputs, message, changed) {
  const values = {};
  try {
    for (const input of inputs.filter(each => each.isChanged())) {
      values[input.field.name] = input.read();
    }
  } catch (error) {
    fail(message, error.message);
    return;
  }

  if (row.gsid !== null && Object.keys(values).length === 0) {
    toast('Nothing was changed.');
    closeSheet();
    return;
  }

  try {
    if (row.gsid === null) {
      await api('POST', `${objectPath(object.name)}/rows`, values);
      toast('The row is added.');
    } else {
      await api('PATCH', rowPath(object.name, row.gsid), values, { 'If-Match': `"${row.version}"` });
      toast('The row is saved.');
    }

    closeSheet();
    changed();
  } catch (error) {
    const again = error.status === 412 ? button('Show the current row', () => openRow(object, row.gsid, changed)) : null;
    fail(message, error.status === 404 ? 'The row was deleted in the meantime. Your changes are not saved.' : error.message, again);
  }
}

function fail(message, text, more) {
  replace(message, text, more);
  message.hidden = false;
  message.scrollIntoView({ block: 'nearest' });
}

async function remove(object, row, changed) {
  const name = textOf(row.values.Name) || row.gsid;
  if (!await ask('Delete the row?', `${name} of ${object.name} will be in the log of deleted records.`, 'Delete')) {
    return;
  }

  if (await attempt(async () => {
    await api('DELETE', rowPath(object.name, row.gsid));
    return true;
  })) {
    toast('The row is deleted.');
  }

  closeSheet();
  changed();
}

async function showHistory(target, object, gsid) {
  const answer = await attempt(() => get(`${rowPath(object.name, gsid)}/history`));
  if (!answer) {
    return;
  }

  replace(target, el('h3', {}, 'History'), answer.changes.length === 0
    ? el('p', { class: 'hint' }, 'No change since the server started.')
    : el('ol', { class: 'history' }, answer.changes.map(change => el('li', { class: change.change },
      el('p', {}, el('strong', {}, change.change), ' ', el('time', { datetime: change.time }, `${momentOf(change.time)} UTC`), ' ',
        el('span', { class: 'hint' }, change.request ? `by request ${change.request}` : 'not by a request')),
      change.change === 'deleted' ? null : el('dl', { class: 'diff' }, change.fields.filter(field => field.field !== 'Gsid').map(field => [
        el('dt', {}, field.field),
        el('dd', {}, change.change === 'changed' ? [el('del', {}, textOf(field.before) || 'empty'), ' → '] : null, el('ins', {}, textOf(field.after) || 'empty'))]))))));
}

// An input, what it held at first, and how to read it in the form of a seed.
function inputFor(field, value, name) {
  const id = `field-${field.name}`;
  const { control, read } = controlFor(field, value, id);

  // An input may hold a text in another form, such as other line ends. Only what a person changed is sent.
  const first = JSON.stringify(read());
  const disabled = field.computed || (field.name === 'Gsid' && value !== undefined);
  for (const each of control.matches('input, select, textarea') ? [control] : control.querySelectorAll('input')) {
    each.disabled = disabled;
  }

  const about = [field.type, field.required ? 'required' : null, field.lookup ? `→ ${field.lookup}` : null, name, field.computed ? 'computed' : null].filter(part => part).join(' · ');
  const group = field.type === 'MULTISELECTDROPDOWNLIST';
  const node = el(group ? 'fieldset' : 'div', { class: control.matches('textarea') || group ? 'field wide-field' : 'field' },
    group ? el('legend', {}, field.name) : el('label', { for: id }, field.name),
    el('span', { class: 'about', id: `${id}-about` }, about),
    control);
  return { field, node, read, focus: () => control.focus(), isChanged: () => !disabled && isDifferent(read, first) };
}

function isDifferent(read, first) {
  try {
    return JSON.stringify(read()) !== first;
  } catch {
    return true;
  }
}

function controlFor(field, value, id) {
  const about = { id, 'aria-describedby': `${id}-about` };
  if (field.type === 'PICKLIST' || field.type === 'BOOLEAN' || field.type === 'JSONBOOLEAN') {
    const labels = field.items ? field.items.map(item => item.label) : ['true', 'false'];
    const known = value === undefined || labels.includes(String(value)) ? labels : [...labels, String(value)];
    const control = el('select', { ...about, value: value === undefined ? '' : String(value) }, el('option', { value: '' }, '—'), known.map(label => el('option', { value: label }, label)));
    return { control, read: () => control.value === '' ? null : field.items ? control.value : control.value === 'true' };
  }

  if (field.items) {
    const control = el('div', { class: 'choices' }, field.items.map(item => el('label', { class: 'check' },
      el('input', { type: 'checkbox', value: item.label, checked: (value ?? []).includes(item.label) }), ` ${item.label}`)));
    return {
      control,
      read: () => {
        const chosen = [...control.querySelectorAll('input:checked')].map(input => input.value);
        return chosen.length === 0 ? null : chosen;
      },
    };
  }

  const text = textOf(value);
  if (field.type === 'RICHTEXTAREA' || field.type.startsWith('JSON') && field.type !== 'JSONNUMBER' || text.length > 80 || text.includes('\n')) {
    const control = el('textarea', { ...about, rows: '3', value: text });
    return { control, read: () => control.value === '' ? null : control.value };
  }

  if (['NUMBER', 'CURRENCY', 'PERCENTAGE', 'JSONNUMBER'].includes(field.type)) {
    const control = el('input', { ...about, inputmode: 'decimal', value: text, autocomplete: 'off' });
    return {
      control,
      read: () => {
        const number = Number(control.value);
        if (control.value.trim() !== '' && !Number.isFinite(number)) {
          throw new Error(`${field.name} must be a number.`);
        }

        return control.value.trim() === '' ? null : number;
      },
    };
  }

  const placeholder = { DATE: 'yyyy-mm-dd', DATETIME: 'yyyy-mm-ddThh:mm:ssZ' }[field.type];
  const control = el('input', { ...about, value: text, placeholder, autocomplete: 'off' });
  return { control, read: () => control.value === '' ? null : control.value };
}

byId('sheet').addEventListener('close', () => replace(byId('sheet-body')));
