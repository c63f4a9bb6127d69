/** What `allowedOrigins` takes: a list of origins and of patterns, or a function that returns true for those allowed. */
export type AllowedOrigins = readonly string[] | ((origin: string) => boolean);

/** Any subdomain of a domain that has a dot itself, such as `https://*.shop.example`. */
const wildcard = /^https?:\/\/\*\.(?=[^/]*\.)/;

/** Returns whether an entry of the list is an origin or a pattern. `null` is what browsers call that of a sandboxed frame. */
export function isOriginOrPattern(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 300) return false;
  const origin = wildcard.test(value) ? value.replace('*', 'x') : value;
  if (origin.includes('*')) return false;
  return value === 'null' || (URL.canParse(origin) && new URL(origin).origin === origin);
}

/**
 * Returns the function that tells allowed origins from others; `undefined` if there are none. A pattern stands for
 * subdomains of any depth, with its own scheme and port, and not for the domain itself. A function that throws, or returns
 * anything but true, such as a promise, allows nothing.
 */
export function originMatcher(allowed: AllowedOrigins): ((origin: string) => boolean) | undefined {
  if (typeof allowed === 'function') {
    return origin => {
      try {
        return allowed(origin) === true;
      } catch {
        return false;
      }
    };
  }
  if (allowed.length === 0) return undefined;
  const exact = new Set(allowed.filter(entry => !wildcard.test(entry)));
  const patterns = allowed.filter(entry => wildcard.test(entry)).map(toPattern);
  return origin => exact.has(origin) || patterns.some(pattern => pattern.test(origin));
}

function toPattern(entry: string): RegExp {
  const [before = '', after = ''] = entry.split('*').map(part => part.replace(/[.:/]/g, '\\$&'));
  return new RegExp(`^${before}[a-z\\d_-]+(\\.[a-z\\d_-]+)*${after}$`);
}
