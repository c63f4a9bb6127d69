/**
 * An e-mail address as the HTML standard's `input type=email` accepts it, with a dot in the domain: the API delivers
 * codes there, so an address that cannot be reached from the internet is refused.
 */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(
      text,
    )
  );
}

/** A phone number in E.164 form (`+` and at most 15 digits), or `undefined` when the text is none. */
export function toPhone(text: string): string | undefined {
  const bare = text.replace(/[\s().\-‐-―]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : undefined;
}

/** The same number with its digits in groups, for reading. */
export function readablePhone(phone: string): string {
  return phone
    .replace(/^(\+\d{1,3}?)(\d{3})(?=\d)/, '$1 $2')
    .replace(/(\d{3})(?=\d{3,4}$|\d{3}\d{3,4}$)/g, '$1 ');
}
