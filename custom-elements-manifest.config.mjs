/** What `npm run manifest` reads, and what it leaves out: the public element and its events, nothing from inside. */
export default {
  globs: ['src/elements/cr-checkout.ts', 'src/elements/checkout-events.ts'],
  litelement: true,
  packagejson: false,
  plugins: [tag('CrCheckout', 'cr-checkout'), publicOnly(), distPaths()],
};

/** Says which class has which tag: it is defined in a file that is not read here. */
function tag(className, tagName) {
  return {
    name: 'tag',
    packageLinkPhase({customElementsManifest}) {
      const declarations = customElementsManifest.modules.flatMap(module => module.declarations ?? []);
      const declaration = declarations.find(({name}) => name === className);
      if (declaration) Object.assign(declaration, {tagName, customElement: true});
    },
  };
}

/** Drops private members, and events that the analyzer guesses from `dispatchEvent` instead of reading from `@fires`. */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({customElementsManifest}) {
      for (const {declarations} of customElementsManifest.modules) {
        for (const declaration of declarations ?? []) {
          declaration.members &&= declaration.members.filter(isPublic);
          declaration.events &&= declaration.events.filter(event => event.name?.startsWith('cr-'));
        }
      }
    },
  };
}

function isPublic({name, privacy, static: isStatic}) {
  return !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected' && !isStatic;
}

/** Names the modules that the package has in place of their sources, which it has not. */
function distPaths() {
  const inDist = path => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  const rename = value => {
    if (Array.isArray(value)) return value.forEach(rename);
    if (value === null || typeof value !== 'object') return;
    for (const [key, each] of Object.entries(value)) {
      if ((key === 'path' || key === 'module') && typeof each === 'string') value[key] = inDist(each);
      else rename(each);
    }
  };
  return {name: 'dist-paths', packageLinkPhase: ({customElementsManifest}) => rename(customElementsManifest)};
}
