// Quota windows, the clock, and the tenant as a whole.

import { api } from './api.js';
import { ask, attempt, button, byId, el, momentOf, number, toast } from './dom.js';

const steps = [['1 minute', '00:01:00'], ['1 hour', '01:00:00'], ['1 day', '1.00:00:00']];
let changed = () => {};
let restarted = () => {};

export const onChange = listener => { changed = listener; };

export const onReset = listener => { restarted = listener; };

export function show() {
}

export function showStatus(status) {
  const used = status.quota.filter((window, index) => index < 2 || window.used > 0);
  fill(byId('strip'), used, status.clock.now);
  fill(byId('quota'), status.quota, status.clock.now);
  byId('clock-text').textContent = `${momentOf(status.clock.now)} UTC` + (status.clock.offset === '00:00:00' ? '' : `, ahead of the machine by ${status.clock.offset}`).replace('ahead of the machine by -', 'behind the machine by ');
}

// Keeps the elements, so that the bars move smoothly.
function fill(list, windows, now) {
  for (const window of windows) {
    let meter = [...list.children].find(child => child.dataset.name === window.name);
    if (!meter) {
      meter = el('div', { class: 'meter', 'data-name': window.name },
        el('div', { class: 'meter-text' }, el('span', { class: 'meter-name' }, nameOf(window.name)), el('span', { class: 'meter-left' })),
        el('div', { class: 'bar', role: 'meter', 'aria-valuemin': '0', 'aria-label': nameOf(window.name) }, el('div', { class: 'fill' })),
        el('div', { class: 'meter-ends' }));
      list.append(meter);
    }

    const share = window.limit > 0 ? window.left / window.limit : 0;
    meter.querySelector('.meter-left').textContent = `${number(window.left)} of ${number(window.limit)} left`;
    meter.querySelector('.meter-ends').textContent = `refills in ${remaining(new Date(window.ends) - new Date(now))}`;
    const bar = meter.querySelector('.bar');
    bar.setAttribute('aria-valuemax', window.limit);
    bar.setAttribute('aria-valuenow', window.left);
    bar.setAttribute('aria-valuetext', `${window.left} of ${window.limit} calls left`);
    bar.firstChild.style.width = `${share * 100}%`;
    meter.classList.toggle('low', share < 0.25);
    meter.classList.toggle('empty', share === 0);
  }

  for (const meter of [...list.children].filter(child => !windows.some(window => window.name === child.dataset.name))) {
    meter.remove();
  }
}

const nameOf = name => name.replace('/', ' / ');

function remaining(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return seconds < 90 ? `${seconds} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

async function move(body, text) {
  if (await attempt(() => api('POST', 'clock', body))) {
    toast(text);
    changed();
  }
}

byId('clock-actions').append(
  ...steps.map(([name, advance]) => button(`+ ${name}`, () => move({ advance }, `The clock is ${name} further.`))),
  button('Real time', () => move({ offset: 0 }, 'The clock shows the time of the machine.')));

byId('clock-form').addEventListener('submit', event => {
  event.preventDefault();
  const text = byId('clock-duration').value.trim();
  move({ advance: text }, `The clock is ${text} further.`);
});

byId('load').addEventListener('change', async event => {
  const [file] = event.target.files;
  if (file && await attempt(async () => api('POST', 'load', await file.text()))) {
    toast(`${file.name} is loaded.`);
  }

  event.target.value = '';
  changed();
});

byId('reset').addEventListener('click', async () => {
  const sure = await ask('Reset the tenant?', 'Rows, faults, settings and the request log go back to how the server started.', 'Reset');
  if (sure && await attempt(() => api('POST', 'reset', {}))) {
    toast('The tenant is new again.');
    restarted();
    changed();
  }
});
