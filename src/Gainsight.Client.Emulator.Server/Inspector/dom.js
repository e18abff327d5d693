// Builds elements. Every text becomes a text node, so nothing that a row holds is ever read as HTML.

export const byId = id => document.getElementById(id);

const properties = ['value', 'checked', 'disabled', 'hidden', 'selected'];

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) {
      continue;
    }

    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name === 'class') {
      node.className = value;
    } else if (properties.includes(name)) {
      node[name] = value;
    } else if (value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }

  return node;
}

export const replace = (node, ...children) => node.replaceChildren(...children.flat(Infinity).filter(child => child));

export const button = (text, onclick, attributes = {}) => el('button', { type: 'button', onclick, ...attributes }, text);

export const number = value => value.toLocaleString('en-US');

export const plural = (count, one, many = one + 's') => `${number(count)} ${count === 1 ? one : many}`;

export const timeOf = iso => iso.slice(11, 19);

export const momentOf = iso => `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;

export function textOf(value) {
  return value === null || value === undefined ? '' : Array.isArray(value) ? value.join('; ') : String(value);
}

// A GSID is told by its end: its start is the same in all rows of an object.
export const shortId = id => id.length > 14 ? `…${id.slice(-10)}` : id;

export function toast(text, kind = 'info') {
  const node = el('p', { class: `toast ${kind}` }, text);
  byId('toasts').append(node);
  setTimeout(() => node.remove(), kind === 'error' ? 8000 : 3500);
}

// Runs what a person asked for, and tells what went wrong.
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message, 'error');
    return undefined;
  }
}

export function openSheet(title, ...children) {
  byId('sheet-title').textContent = title;
  replace(byId('sheet-body'), ...children);
  byId('sheet-body').scrollTop = 0;
  if (!byId('sheet').open) {
    byId('sheet').showModal();
  }
}

export const closeSheet = () => byId('sheet').close();

export function ask(title, text, yes) {
  byId('ask-title').textContent = title;
  byId('ask-text').textContent = text;
  byId('ask-yes').textContent = yes;
  const dialog = byId('ask');
  return new Promise(resolve => {
    const done = answer => {
      dialog.onclose = null;
      dialog.close();
      resolve(answer);
    };
    byId('ask-yes').onclick = () => done(true);
    byId('ask-no').onclick = () => done(false);
    dialog.onclose = () => done(false);
    dialog.showModal();
    byId('ask-no').focus();
  });
}

export function debounce(work, milliseconds = 200) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), milliseconds);
  };
}

// Runs at most once in a time, also while there is always more to do.
export function throttle(work, milliseconds) {
  let timer = null;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      work();
    }, milliseconds);
  };
}
