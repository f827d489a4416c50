import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe-core objects to on the page and in its frames, best practices included. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const frame of page.frames()) {
    // Through the debugger, so that no policy of the page stands in the way.
    await frame.evaluate(source);
    const { violations } = await frame.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, { iframes: false }),
    );
    for (const { id, help, nodes } of violations) {
      problems.push(`${id}: ${help} (${nodes.map(({ target }) => String(target)).join(' | ')})`);
    }
  }
  return problems;
}
