import { writeFile } from 'node:fs/promises';
import { createDocument } from '../openapi/document.ts';
import { allRoutes } from '../routes/all-routes.ts';
import { printTypes } from './print-types.ts';

/** The `generate:client` script. */
await writeFile(new URL('api.types.ts', import.meta.url), await printTypes(createDocument(allRoutes, '')));
