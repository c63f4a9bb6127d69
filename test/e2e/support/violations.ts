import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

interface AxeResult {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly html: string}[]}[];
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns the violations that axe finds in a page, each with its first place. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await axe);
  const result = await page.evaluate(() =>
    (window as unknown as {axe: {run(): Promise<AxeResult>}}).axe.run(),
  );
  return result.violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`);
}
