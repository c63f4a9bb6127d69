import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

interface Axe {
  run(options: object): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly {readonly html: string}[];
    }[];
  }>;
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns the violations that axe finds in a page, each with its first place. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(await source);
  return page.evaluate(async () => {
    const {axe} = window as unknown as {axe: Axe};
    // Describing what passes would take longer than the checks.
    const {violations} = await axe.run({resultTypes: ['violations'], preload: false});
    return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`);
  });
}
