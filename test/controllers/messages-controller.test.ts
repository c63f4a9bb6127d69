import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';

import {type MessageSource, MessagesController} from '../../src/controllers/messages-controller.js';
import {en, type Messages} from '../../src/locales/en.js';
import {settle} from './support.js';

const vietnamese: Messages = {...en, back: 'Quay lại'};
const german: Messages = {...en, back: 'Zurück'};

interface Waiting {
  readonly resolve: (messages: Messages | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/** Makes a loader of texts; the test decides when they arrive. */
class FakeSource implements MessageSource {
  readonly english = en;
  readonly asked: string[] = [];
  readonly #waiting = new Map<string, Waiting>();

  languageFor(tag: string) {
    const language = tag.split('-')[0] ?? '';
    return ['vi', 'de'].includes(language) ? language : 'en';
  }

  load(language: string) {
    this.asked.push(language);
    if (language === 'en') return Promise.resolve(undefined);
    return new Promise<Messages | undefined>((resolve, reject) => {
      this.#waiting.set(language, {resolve, reject});
    });
  }

  async arrive(language: string, messages: Messages | undefined) {
    this.#waiting.get(language)?.resolve(messages);
    await settle();
  }

  async fail(language: string) {
    this.#waiting.get(language)?.reject(new TypeError('Failed to fetch'));
    await settle();
  }
}

let source = new FakeSource();

class SpeakingElement extends LitElement {
  readonly texts = new MessagesController(this, source);
  override render() {
    return this.texts.messages.back;
  }
}
customElements.define('speaking-element', SpeakingElement);

/** Adds an element with texts to some HTML. */
async function speak(markup: ReturnType<typeof html>) {
  source = new FakeSource();
  const wrapper = await fixture<HTMLElement>(html`<div>${markup}</div>`);
  const element = wrapper.querySelector<SpeakingElement>('speaking-element');
  if (!element) throw new Error('no element');
  return {wrapper, element, source};
}

const said = (element: SpeakingElement) => element.shadowRoot?.textContent;

describe('the language of the texts', () => {
  it('is English at once, without loading it', async () => {
    const {element, source} = await speak(html`<speaking-element></speaking-element>`);
    expect(said(element)).to.equal('Back');
    expect(source.asked).to.deep.equal([]);
  });

  it('is its own', async () => {
    const {element, source} = await speak(html`<speaking-element lang="vi-VN"></speaking-element>`);
    expect(said(element)).to.equal('Back');
    await source.arrive('vi', vietnamese);
    expect(said(element)).to.equal('Quay lại');
    expect(element.texts.language).to.equal('vi');
  });

  it('is that of the nearest ancestor', async () => {
    const {element, source} = await speak(
      html`<div lang="de"><p lang="vi"><span><speaking-element></speaking-element></span></p></div>`,
    );
    await source.arrive('vi', vietnamese);
    expect(said(element)).to.equal('Quay lại');
    expect(source.asked).to.deep.equal(['vi']);
  });

  it('is that of an ancestor beyond a shadow root', async () => {
    source = new FakeSource();
    const outer = await fixture<HTMLElement>(html`<div lang="vi"><div id="host"></div></div>`);
    const root = outer.querySelector('#host')?.attachShadow({mode: 'open'});
    const element = document.createElement('speaking-element') as SpeakingElement;
    root?.append(element);
    await source.arrive('vi', vietnamese);
    expect(said(element)).to.equal('Quay lại');
  });

  it('is English if the nearest lang is empty', async () => {
    const {element, source} = await speak(
      html`<div lang="vi"><div lang=""><speaking-element></speaking-element></div></div>`,
    );
    expect(said(element)).to.equal('Back');
    expect(source.asked).to.deep.equal([]);
  });

  it('is English if there are no texts in it', async () => {
    const {element, source} = await speak(html`<speaking-element lang="tlh"></speaking-element>`);
    expect(element.texts.language).to.equal('en');
    expect(source.asked).to.deep.equal([]);
  });

  it('follows a change of its own', async () => {
    const {element, source} = await speak(html`<speaking-element></speaking-element>`);
    element.lang = 'vi';
    await settle();
    await source.arrive('vi', vietnamese);
    expect(said(element)).to.equal('Quay lại');
    element.removeAttribute('lang');
    await settle();
    expect(said(element)).to.equal('Back');
    expect(element.texts.language).to.equal('en');
  });

  it('follows a change of an ancestor', async () => {
    const {wrapper, element, source} = await speak(html`<speaking-element></speaking-element>`);
    wrapper.lang = 'vi';
    await settle();
    await source.arrive('vi', vietnamese);
    expect(said(element)).to.equal('Quay lại');
  });

  it('stays English when it cannot be loaded', async () => {
    const {element, source} = await speak(html`<speaking-element lang="vi"></speaking-element>`);
    await source.fail('vi');
    expect(said(element)).to.equal('Back');
    expect(element.texts.language).to.equal('en');
  });

  it('is the last one requested, whichever arrives last', async () => {
    const {element, source} = await speak(html`<speaking-element lang="vi"></speaking-element>`);
    element.lang = 'de';
    await settle();
    await source.arrive('de', german);
    await source.arrive('vi', vietnamese);
    expect(said(element)).to.equal('Zurück');
    expect(element.texts.language).to.equal('de');
  });

  it('is looked at again when the element is put elsewhere', async () => {
    const {wrapper, element, source} = await speak(html`<speaking-element></speaking-element>`);
    element.remove();
    wrapper.lang = 'vi';
    await settle();
    expect(source.asked).to.deep.equal([]);
    wrapper.append(element);
    await source.arrive('vi', vietnamese);
    expect(said(element)).to.equal('Quay lại');
  });
});
