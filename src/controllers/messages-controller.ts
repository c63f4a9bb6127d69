import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Messages} from '../locales/en.js';

/** How the controller gets at the texts: the locales, or a test's own. */
export interface MessageSource {
  readonly english: Messages;
  languageFor(tag: string): string;
  load(language: string): Promise<Messages | undefined>;
}

/**
 * The texts in the language of the nearest ancestor with a `lang`, as everywhere in HTML. English is there at once; a
 * language that has to be loaded first takes over when it has arrived, and costs nothing but itself when it does not.
 */
export class MessagesController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #source: MessageSource;
  #observer: MutationObserver | undefined;
  #wanted = 'en';

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
    this.#observer.observe(document, {subtree: true, attributes: true, attributeFilter: ['lang']});
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
    if (language === this.#wanted) return;
    this.#wanted = language;
    void this.#load(language);
  }

  async #load(language: string) {
    const messages = await this.#source.load(language).catch(() => undefined);
    if (language !== this.#wanted) return;
    this.language = messages ? language : 'en';
    this.messages = messages ?? this.#source.english;
    this.#host.requestUpdate();
  }
}

/** The `lang` of the element or of its nearest ancestor, out of any shadow tree it stands in. */
function inheritedLanguage(from: Element): string {
  const own = from.closest('[lang]');
  if (own) return own.getAttribute('lang') ?? '';
  const root = from.getRootNode();
  return root instanceof ShadowRoot ? inheritedLanguage(root.host) : '';
}
