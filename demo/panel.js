/** Shows the panel beside a checkout: its events, and controls of the sandbox. */
import {element, replaceText} from './dom.js';
import {eventLog} from './event-log.js';
import {faultSwitches} from './fault-switches.js';
import {isSandbox} from './mode.js';
import {orderControls} from './order-controls.js';
import {scenarioList} from './scenario-list.js';

const panel = document.querySelector('.panel');
const checkout = document.querySelector('cr-checkout');

if (panel && checkout) {
  const log = eventLog(checkout);
  if (await isSandbox()) {
    panel.append(orderControls(checkout), await scenarioList(checkout), faultSwitches(), log);
  } else {
    const mode = element('p', {className: 'mode', role: 'status'});
    replaceText(mode, 'Live: this page sells real products for real money.');
    document.body.prepend(mode);
    panel.append(log);
  }
}
