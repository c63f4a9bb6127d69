import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';

import {type Choice, type Field, selectField, textField} from '../../src/templates/field.js';
import {chevronIcon} from '../../src/templates/icons.js';

async function draw(change: Partial<Field> = {}) {
  const typed: string[] = [];
  const field: Field = {
    name: 'email',
    label: 'E-mail',
    value: '',
    onInput: value => typed.push(value),
    ...change,
  };
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const show = (next: Partial<Field> = {}) => render(textField({...field, ...next}), root);
  show();
  const input = root.querySelector('input');
  if (!input) throw new Error('no input');
  return {root, input, typed, show};
}

/** Returns the texts that describe a control, as screen readers read them. */
const description = (root: Element, control: Element) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map(id => root.querySelector(`#${id}`)?.textContent);

describe('a text field', () => {
  it('is labelled', async () => {
    const {input} = await draw();
    expect(input.labels?.[0]?.textContent).to.equal('E-mail');
    expect(input.name).to.equal('email');
    expect(input.part.contains('email')).to.equal(true);
  });

  it('says its hint', async () => {
    const {root, input} = await draw({hint: 'Your receipt goes there.'});
    expect(description(root, input)).to.deep.equal(['Your receipt goes there.']);
    expect(input.getAttribute('aria-invalid')).to.equal('false');
    expect(root.querySelector('[part="error"]')).to.equal(null);
  });

  it('says its hint and what is wrong', async () => {
    const {root, input} = await draw({hint: 'Hint.', wrong: 'Wrong.'});
    expect(description(root, input)).to.deep.equal(['Hint.', 'Wrong.']);
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(root.querySelector('[part="error"]')?.getAttribute('role')).to.equal('alert');
  });

  it('has no description without a hint or an error', async () => {
    expect((await draw()).input.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('is right again', async () => {
    const {root, input, show} = await draw({wrong: 'Wrong.'});
    show({wrong: undefined});
    expect(input.getAttribute('aria-invalid')).to.equal('false');
    expect(description(root, input)).to.deep.equal([]);
    expect(root.querySelector('[part="error"]')).to.equal(null);
  });

  it('tells what is typed', async () => {
    const {input, typed} = await draw({});
    input.value = 'a';
    input.dispatchEvent(new Event('input'));
    expect(typed).to.deep.equal(['a']);
  });

  it('shows the value it is given, even over what was typed', async () => {
    const {input, show} = await draw({value: 'a'});
    input.value = 'typed';
    show({value: 'a'});
    expect(input.value).to.equal('a');
  });

  it('opens the keyboard for what it is', async () => {
    const {input} = await draw({type: 'tel', inputMode: 'tel', autocomplete: 'tel'});
    expect([input.type, input.inputMode, input.autocomplete]).to.deep.equal(['tel', 'tel', 'tel']);
  });

  it('shows markup as text', async () => {
    const {root} = await draw({label: '<img src=x:>', hint: '<b>x</b>', wrong: '<i>y</i>'});
    expect(root.querySelectorAll('img, b, i')).to.have.length(0);
    expect(root.textContent).to.contain('<img src=x:>');
  });
});

describe('a select field', () => {
  async function choose(change: Partial<Choice> = {}) {
    const picked: string[] = [];
    const choice: Choice = {
      name: 'coin',
      label: 'Coin',
      value: 'BTC',
      options: ['USDC', 'BTC'].map(value => ({value, label: value})),
      icon: html`${chevronIcon}`,
      onPick: value => picked.push(value),
      ...change,
    };
    const root = await fixture<HTMLElement>(html`<div>${selectField(choice)}</div>`);
    const select = root.querySelector('select');
    if (!select) throw new Error('no select');
    return {root, select, picked};
  }

  it('is labelled and shows its value', async () => {
    const {select} = await choose();
    expect(select.labels?.[0]?.textContent).to.equal('Coin');
    expect(select.value).to.equal('BTC');
    expect([...select.options].map(option => option.value)).to.deep.equal(['USDC', 'BTC']);
  });

  it('is labelled for screen readers where the label is hidden', async () => {
    const {select} = await choose({isLabelHidden: true});
    expect(select.labels?.[0]?.className).to.equal('hidden-text');
  });

  it('tells what is picked', async () => {
    const {select, picked} = await choose();
    select.value = 'USDC';
    select.dispatchEvent(new Event('change'));
    expect(picked).to.deep.equal(['USDC']);
  });
});
