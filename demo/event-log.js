import {element} from './dom.js';

const names = [
  'cr-ready',
  'cr-step-change',
  'cr-quote',
  'cr-before-order',
  'cr-order-created',
  'cr-order-change',
  'cr-done',
  'cr-order-failed',
  'cr-error',
];

/** Lists the events of a checkout, the newest first. */
export function eventLog(checkout) {
  const list = element('ol');
  const frame = element(
    'div',
    {className: 'log', tabIndex: 0, role: 'log', ariaLabel: 'Events, the newest first'},
    list,
  );
  const none = element('li', {className: 'none'}, 'Nothing yet');
  list.append(none);
  for (const name of names) {
    checkout.addEventListener(name, event => {
      none.remove();
      const time = element('time', {}, new Date().toLocaleTimeString('en', {hour12: false}));
      const detail = element('div', {}, JSON.stringify(event.detail));
      list.prepend(element('li', {}, time, ' ', element('b', {}, name), detail));
    });
  }
  return element('section', {}, element('h2', {}, 'Event log'), frame);
}
