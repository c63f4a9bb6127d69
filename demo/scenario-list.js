import {element} from './dom.js';

/** Lists the e-mails that decide how an order goes; one press fills one in. */
export async function scenarioList(checkout) {
  const response = await fetch('/sandbox/scenarios');
  const scenarios = await response.json();
  const result = element('output');
  const rows = scenarios.map(({email, story}) => {
    const button = element('button', {type: 'button'}, email, element('small', {}, story));
    button.addEventListener('click', async () => {
      checkout.email = email;
      const copied = await navigator.clipboard?.writeText(email).then(
        () => true,
        () => false,
      );
      const isAsked = checkout.state.step === 'details';
      const how = isAsked ? 'Paste it into the e-mail field.' : 'It will stand in the e-mail field.';
      result.textContent = `${email}${copied ? ' is copied' : ''}. ${how}`;
    });
    return element('li', {}, button);
  });
  return element(
    'section',
    {},
    element(
      'details',
      {},
      element('summary', {}, 'Test scenarios'),
      element('p', {}, 'An order goes by the buyer’s e-mail. Press one to use it.'),
      element('ul', {className: 'scenarios'}, ...rows),
    ),
    result,
  );
}
