/**
 * Runs in the page before its own scripts: records everything that a script of the page can see without entering the
 * element's shadow roots. `recordSeen` takes the lines; `lookAround()` returns what is visible now.
 */
export function recordEverything() {
  const {recordSeen} = window as unknown as {recordSeen(line: string): Promise<void>};
  const text = (value: unknown): string => {
    const seen = new Set<unknown>();
    try {
      return (
        JSON.stringify(value, (_, inner: unknown) => {
          if (typeof inner !== 'object' || inner === null) return inner;
          if (seen.has(inner) || inner instanceof Node || inner instanceof Window) return undefined;
          seen.add(inner);
          return inner;
        }) ?? String(value)
      );
    } catch {
      return String(value);
    }
  };

  // Records every event that reaches the window, whatever its name, and so all that leaves the shadow roots.
  const {dispatchEvent} = EventTarget.prototype;
  const listened = new Set<string>();
  EventTarget.prototype.dispatchEvent = function (event) {
    if (!listened.has(event.type)) {
      listened.add(event.type);
      window.addEventListener(
        event.type,
        arrived => {
          const own = Object.fromEntries(
            Object.getOwnPropertyNames(arrived).map(name => [
              name,
              (arrived as unknown as Record<string, unknown>)[name],
            ]),
          );
          void recordSeen(`event: ${arrived.type} ${text((arrived as CustomEvent).detail)} ${text(own)}`);
        },
        {capture: true},
      );
    }
    return dispatchEvent.call(this, event);
  };

  // Only a second channel of the same name receives what the page posts, so `postMessage` is recorded at its source.
  const Channel = BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      void recordSeen(`broadcast: listening ${name}`);
    }

    override postMessage(message: unknown) {
      void recordSeen(`broadcast: ${this.name} ${text(message)}`);
      super.postMessage(message);
    }
  };

  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = function (...given) {
      void recordSeen(`history: ${text(given)}`);
      return original.apply(this, given);
    };
  }

  const {postMessage} = window;
  window.postMessage = (...given: readonly unknown[]) => {
    void recordSeen(`message: ${text(given)}`);
    postMessage.apply(window, given as never);
  };

  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    void recordSeen(`storage: ${key} ${value}`);
    return set.call(this, key, value);
  };

  Object.assign(window, {
    async lookAround(): Promise<readonly string[]> {
      const host = document.querySelector('cr-checkout');
      const attributes = [...document.querySelectorAll('*')].map(
        element => element.cloneNode(false) as Element,
      );
      const own = host
        ? Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(host))).flatMap(
            ([name, {get}]) => (get && !name.startsWith('_') ? [[name, text(get.call(host))]] : []),
          )
        : [];
      const caches = await window.caches.keys();
      const databases = await indexedDB.databases();
      return [
        `attributes: ${attributes.map(element => element.outerHTML).join('')}`,
        `light DOM: ${host?.innerHTML} ${document.body.textContent} ${document.title}`,
        `state: ${text((host as unknown as {state: unknown} | null)?.state)}`,
        ...own
          .filter(([name]) => ['state'].includes(name ?? ''))
          .map(([name, value]) => `property: ${name} ${value}`),
        ...[localStorage, sessionStorage].map(storage => `storage: ${JSON.stringify({...storage})}`),
        `cookies: ${document.cookie}`,
        `caches: ${caches.join()} ${databases.map(({name}) => name).join()}`,
        `entries: ${performance
          .getEntries()
          .map(({name}) => name)
          .join(' ')}`,
        `url: ${location.href} ${text(history.state)} ${history.length} ${window.name}`,
        `globals: ${Object.keys(window).join()}`,
      ];
    },
  });
}
