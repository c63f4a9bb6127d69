import type {StreamFault} from './fault.js';
import {streamChanges} from './stream-faults.js';

/** Changes the text of an event stream as its fault does. */
export interface FaultyStream {
  /** Returns the text to send for a message about an order. */
  message(text: string): readonly string[];
  /** Returns the text to send for anything else. */
  plain(text: string): readonly string[];
  /** Returns the text that was held back. */
  atEnd(): readonly string[];
  /** Checks whether the connection breaks now. A broken stream loses its unread text, so half a message is sent before. */
  isCut(): boolean;
  /** The stream neither stops nor closes. */
  readonly isEndless: boolean;
}

/** Creates the stream of one connection; `undefined` changes nothing. */
export function faultyStream(fault: StreamFault | undefined, now: () => number): FaultyStream {
  const changes = fault ? streamChanges[fault.fault] : {};
  const cutAt = now() + (fault?.milliseconds ?? 1000);
  let held: string[] = [];
  let previous: string | undefined;
  const output = (texts: readonly string[]): readonly string[] => {
    if (!changes.output) return texts;
    if (changes.output === 'hold') held.push(...texts);
    return [];
  };
  return {
    message(text) {
      const texts = changes.message?.(text, previous) ?? [text];
      previous = text;
      return output(texts);
    },
    plain: text => output([text]),
    atEnd() {
      const texts = held;
      held = [];
      return texts;
    },
    isCut() {
      if (changes.breaks === 'after first message') return previous !== undefined;
      return changes.breaks === 'after milliseconds' && now() >= cutAt;
    },
    isEndless: changes.isEndless ?? false,
  };
}
