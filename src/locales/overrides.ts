import type {Messages} from './en.js';

/** Texts that a page sets in place of the element's: some of them, at any depth. */
export type MessageOverrides = TextsOf<Messages>;

type TextsOf<Value> = {
  readonly [Key in keyof Value]?: Value[Key] extends string | ((...values: never[]) => string)
    ? Value[Key]
    : TextsOf<Value[Key]>;
};

/** Returns a language's texts with the page's own in their places. Values of a wrong type are ignored. */
export function withOverrides(messages: Messages, overrides: MessageOverrides | undefined): Messages {
  return overrides ? (merged(messages, overrides) as Messages) : messages;
}

type Tree = {readonly [key: string]: unknown};

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function merged(base: Tree, over: Tree): Tree {
  const entries = Object.entries(base).map(([key, value]) => {
    const own = Object.hasOwn(over, key) ? over[key] : undefined;
    if (isTree(value) && isTree(own)) return [key, merged(value, own)] as const;
    return [key, typeof own === typeof value && own !== null ? own : value] as const;
  });
  return Object.fromEntries(entries);
}
