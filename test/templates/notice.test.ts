import {expect, fixture, html} from '@open-wc/testing';

import {problemNotice, quietNotice} from '../../src/templates/notice.js';

describe('a notice of a problem', () => {
  it('is said at once and shown as text', async () => {
    const root = await fixture<HTMLElement>(html`<div>${problemNotice('No <b>connection</b>.')}</div>`);
    const notice = root.querySelector('[part="error"]');
    expect(notice?.getAttribute('role')).to.equal('alert');
    expect(notice?.textContent).to.contain('No <b>connection</b>.');
    expect(root.querySelectorAll('button, b')).to.have.length(0);
  });

  it('has its ways on as buttons, of which one tries again', async () => {
    const pressed: string[] = [];
    const actions = [
      {label: 'Try again', act: () => pressed.push('again'), isRetry: true},
      {label: 'Go back', act: () => pressed.push('back')},
    ];
    const root = await fixture<HTMLElement>(html`<div>${problemNotice('No connection.', actions)}</div>`);
    const buttons = [...root.querySelectorAll('button')];
    expect(buttons.map(button => [button.textContent, button.part.value, button.type])).to.deep.equal([
      ['Try again', 'retry', 'button'],
      ['Go back', 'action', 'button'],
    ]);
    for (const button of buttons) button.click();
    expect(pressed).to.deep.equal(['again', 'back']);
  });
});

describe('a quiet notice', () => {
  it('is not shouted', async () => {
    const root = await fixture<HTMLElement>(html`<div>${quietNotice('The connection is weak.')}</div>`);
    expect(root.querySelector('[role="alert"]')).to.equal(null);
    expect(root.querySelector('[part="notice"]')?.textContent).to.contain('The connection is weak.');
  });
});
