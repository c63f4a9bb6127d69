/** What an act answers; nothing where it throws, as storage and parsers do on what is not theirs to decide. */
export function tryOrUndefined<Answer>(act: () => Answer): Answer | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
