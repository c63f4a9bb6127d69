import {expect} from '@open-wc/testing';

import {STEP_PARTS} from '../../src/elements/part-names.js';
import {openCheckout, walkTo} from './support/checkout.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {readonly cssParts?: readonly {readonly name: string}[]}[];
  }[];
}

/** Parts that the root draws itself, and only it. */
const ROOT_PARTS = ['step', 'back', 'progress', 'trail'];

const exported = STEP_PARTS.split(', ');

describe('the parts of the steps', () => {
  it('are those of the manifest', async () => {
    const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
    const parts = manifest.modules.flatMap(({declarations = []}) =>
      declarations.flatMap(({cssParts = []}) => cssParts.map(({name}) => name)),
    );
    expect([...exported, ...ROOT_PARTS]).to.have.members(parts);
  });

  it('are passed on to the page by every element on their way', async () => {
    for (const step of ['quote', 'details', 'review', 'payment', 'done'] as const) {
      const checkout = await openCheckout();
      await walkTo(checkout, step);
      if (step === 'done') await checkout.press('reveal');
      const inner = [...(checkout.element.shadowRoot?.querySelectorAll('*') ?? [])];
      expect(inner.flatMap(lostIn), step).to.deep.equal([]);
    }
  });
});

/** Parts in the shadow tree of an element that do not get out of it, and likewise in the trees inside. */
function lostIn(host: Element): string[] {
  const passed = exportedBy(host);
  return [...(host.shadowRoot?.querySelectorAll('*') ?? [])].flatMap(element => [
    ...[...element.part, ...exportedBy(element)].filter(part => !passed.includes(part)),
    ...lostIn(element),
  ]);
}

function exportedBy(element: Element): readonly string[] {
  return element.getAttribute('exportparts')?.split(', ') ?? [];
}
