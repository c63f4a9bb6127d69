import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Messages} from '../locales/en.js';

/** Where the texts come from: the locales, or a test. */
export interface MessageSource {
  readonly english: Messages;
  /** Returns the language to show for a BCP 47 tag, as a tag too: its region stays for numbers and dates. */
  languageFor(tag: string): string;
  /** Returns the texts of a language, a promise if they have to be loaded; `undefined` if there are none. */
  load(language: string): Messages | Promise<Messages | undefined>;
}

/**
 * Provides the texts in the language of the nearest ancestor with a `lang`, as everywhere in HTML. They are English
 * until those of another language are loaded, and stay so if that fails.
 */
export class MessagesController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #source: MessageSource;
  #observer: MutationObserver | undefined;
  #requested = 'en';

  /** BCP 47 tag of the language that `messages` is in. */
  language = 'en';
  messages: Messages;

  constructor(host: ReactiveControllerHost & HTMLElement, source: MessageSource) {
    this.#host = host;
    this.#source = source;
    this.messages = source.english;
    host.addController(this);
  }

  hostConnected() {
    this.#observer = new MutationObserver(() => this.#choose());
    const changes = {attributes: true, attributeFilter: ['lang']};
    this.#observer.observe(document, {...changes, subtree: true});
    // In a shadow tree the document does not see it.
    this.#observer.observe(this.#host, changes);
    this.#choose();
  }

  hostDisconnected() {
    this.#observer?.disconnect();
  }

  hostUpdate() {
    this.#choose();
  }

  #choose() {
    const language = this.#source.languageFor(inheritedLanguage(this.#host));
    if (language === this.#requested) return;
    this.#requested = language;
    const messages = this.#source.load(language);
    if (messages instanceof Promise) void this.#load(language, messages);
    else this.#show(language, messages);
  }

  async #load(language: string, loading: Promise<Messages | undefined>) {
    const messages = await loading.catch(() => undefined);
    if (language === this.#requested)
      this.#show(messages ? language : 'en', messages ?? this.#source.english);
  }

  #show(language: string, messages: Messages) {
    this.language = language;
    this.messages = messages;
    this.#host.requestUpdate();
  }
}

/** Returns the `lang` of the element or its nearest ancestor, across shadow roots; '' if none has one. */
function inheritedLanguage(from: Element): string {
  const own = from.closest('[lang]');
  if (own) return own.getAttribute('lang') ?? '';
  const root = from.getRootNode();
  return root instanceof ShadowRoot ? inheritedLanguage(root.host) : '';
}
