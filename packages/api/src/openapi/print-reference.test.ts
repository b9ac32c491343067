import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { allRoutes } from '../routes/all-routes.ts';
import { createDocument } from './document.ts';
import { printReference } from './print-reference.ts';

const document = createDocument(allRoutes, '/api');

it('is written from the document as it is now: else run `pnpm --filter @act/api generate:reference`', async () => {
  const written = await readFile(new URL('../../../../docs/api-reference.md', import.meta.url), 'utf8');
  expect(printReference(document)).toBe(written);
});

it('has every route once, under its area, and nothing that cannot be read', () => {
  const printed = printReference(document);
  for (const { config } of allRoutes) {
    const title = `### \`${config.method.toUpperCase()} ${config.path}\`\n`;
    expect([title, printed.split(title).length]).toEqual([title, 2]);
  }
  expect(printed).not.toMatch(/\[object|undefined|\n{3}/);
});
