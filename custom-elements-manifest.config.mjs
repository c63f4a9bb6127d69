import {readFileSync} from 'node:fs';
import {customElementJetBrainsPlugin} from 'custom-element-jet-brains-integration';
import {customElementVsCodePlugin} from 'custom-element-vs-code-integration';

/** Parts and custom properties are explained where a style sheet names them; over a tag they would be a wall. */
const editorData = {outdir: 'dist', hideCssPartsDocs: true, hideCssPropertiesDocs: true, hideLogs: true};

/**
 * Describes the public element and its events, and nothing from inside: custom-elements.json, and from it what VS Code and
 * the JetBrains editors complete and explain `<cr-checkout>` with.
 */
export default {
  globs: ['src/elements/cr-checkout.ts', 'src/elements/checkout-events.ts'],
  litelement: true,
  quiet: true,
  packagejson: false,
  plugins: [
    tag('CrCheckout', 'cr-checkout'),
    publicOnly(),
    details(),
    fieldTexts(),
    tokenDefaults(),
    distPaths(),
    customElementVsCodePlugin(editorData),
    customElementJetBrainsPlugin(editorData),
  ],
};

/** Says which class has which tag: it is defined in a file that is not read here. */
function tag(className, tagName) {
  return {
    name: 'tag',
    packageLinkPhase({customElementsManifest}) {
      for (const declaration of declarationsOf(customElementsManifest)) {
        if (declaration.name === className) Object.assign(declaration, {tagName, customElement: true});
      }
    },
  };
}

/** Drops private members, and events that the analyzer guesses from `dispatchEvent` instead of reading from `@fires`. */
function publicOnly() {
  const internal = new Set();
  return {
    name: 'public-only',
    analyzePhase({ts, node}) {
      const isInternal = ts.getJSDocTags(node).some(({tagName}) => tagName.text === 'internal');
      if (isInternal && node.name) internal.add(node.name.getText());
    },
    packageLinkPhase({customElementsManifest}) {
      const {modules} = customElementsManifest;
      customElementsManifest.modules = modules.filter(({path}) => path.endsWith('/cr-checkout.ts'));
      for (const declaration of declarationsOf(customElementsManifest)) {
        declaration.members &&= declaration.members.filter(
          member => isPublic(member) && !internal.has(member.name),
        );
        // An attribute of what is not public is only a guess: the analyzer does not read which options a name stands for.
        const isTaken = name => !name || declaration.members?.some(member => member.name === name);
        declaration.attributes &&= declaration.attributes.filter(({fieldName}) => isTaken(fieldName));
        declaration.events &&= declaration.events.filter(event => event.name?.startsWith('cr-'));
      }
    },
  };
}

function isPublic({name, privacy, static: isStatic}) {
  return !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected' && !isStatic;
}

/** Gives each event its whole type, and says in its description what its `detail` holds. */
function details() {
  const shapes = new Map();
  return {
    name: 'details',
    analyzePhase({ts, node}) {
      if (!ts.isInterfaceDeclaration(node)) return;
      const own = node.members.map(member => member.getText().replace(/^readonly |;$/g, ''));
      const inherited = (node.heritageClauses ?? []).flatMap(clause =>
        clause.types.map(type => type.getText()),
      );
      shapes.set(node.name.text, {own, inherited});
    },
    packageLinkPhase({customElementsManifest}) {
      const fields = name => {
        const {own = [], inherited = []} = shapes.get(name) ?? {};
        return [...inherited.flatMap(fields), ...own];
      };
      for (const {events = []} of declarationsOf(customElementsManifest)) {
        for (const event of events) {
          const name = event.type.text;
          const shape = fields(name);
          if (shape.length === 0) throw new Error(`${event.name} has no interface ${name}`);
          event.type = {text: `CustomEvent<${name}>`};
          event.description += ` \`detail\`: \`{${shape.join('; ')}}\``;
        }
      }
    },
  };
}

/** A property says what its attribute says, unless it says something itself. */
function fieldTexts() {
  return {
    name: 'field-texts',
    packageLinkPhase({customElementsManifest}) {
      for (const {attributes = [], members = []} of declarationsOf(customElementsManifest)) {
        for (const {fieldName, description} of attributes) {
          const member = members.find(({name}) => name === fieldName);
          if (member) member.description ??= description;
        }
      }
    },
  };
}

/** The defaults of the custom properties, as the style sheet has them. */
function tokenDefaults() {
  const tokens = readFileSync(new URL('src/styles/tokens.ts', import.meta.url), 'utf8');
  const defaults = new Map(
    [...tokens.matchAll(/var\((--cr-[\w-]+), (.*)\);/g)].map(([, name, value]) => [name, value]),
  );
  return {
    name: 'token-defaults',
    packageLinkPhase({customElementsManifest}) {
      for (const {cssProperties = []} of declarationsOf(customElementsManifest)) {
        for (const property of cssProperties) property.default = defaults.get(property.name);
      }
    },
  };
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

function declarationsOf({modules}) {
  return modules.flatMap(module => module.declarations ?? []);
}
