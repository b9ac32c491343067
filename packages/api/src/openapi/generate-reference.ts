import { writeFile } from 'node:fs/promises';
import { allRoutes } from '../routes/all-routes.ts';
import { createDocument } from './document.ts';
import { printReference } from './print-reference.ts';

/** The `generate:reference` script. */
await writeFile(
  new URL('../../../../docs/api-reference.md', import.meta.url),
  printReference(createDocument(allRoutes, '/api')),
);
