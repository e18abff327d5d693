// An input for a setting, by its type.

import { el } from './dom.js';

export function inputFor(setting, id, onchange) {
  const value = setting.value === null ? '' : String(setting.value);
  const attributes = { id, onchange };
  let control;
  if (setting.type === 'flag') {
    control = el('input', { ...attributes, type: 'checkbox', role: 'switch', checked: setting.value });
  } else if (setting.type === 'choice') {
    const options = setting.choices.map(choice => el('option', { value: choice.name, title: choice.text ?? null }, choice.name));
    control = el('select', { ...attributes, value }, setting.nullable ? el('option', { value: '' }, 'any') : null, options);
  } else {
    const mode = { integer: 'numeric', number: 'decimal' }[setting.type];
    const placeholder = setting.type === 'duration' ? 'seconds or hh:mm:ss' : setting.nullable ? 'not set' : null;
    control = el('input', { ...attributes, value, inputmode: mode, placeholder, autocomplete: 'off', spellcheck: 'false' });
  }

  const read = () => setting.type === 'flag' ? control.checked : control.value === '' && setting.nullable ? null : control.value;
  const first = read();
  return { control, read, isChanged: () => read() !== first };
}
