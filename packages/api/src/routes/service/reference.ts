import { z } from '@hono/zod-openapi';
import { renderReference } from '../../openapi/reference-page.ts';
import { json, redirect, whole } from '../answers.ts';
import { openRoute } from '../open-route.ts';
import { nothing } from '../route-config.ts';

export const root = openRoute({
  method: 'get',
  path: '/',
  operationId: 'root',
  area: 'Service',
  summary: 'Leads to the reference.',
  params: nothing,
  query: nothing,
  answer: redirect('To the reference.', 'The page that shows all routes.'),
  handle: ({ world }) => `${world.basePath}/reference`,
});

export const openApiDocument = openRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'openApiDocument',
  area: 'Service',
  summary: 'Gives this interface as an OpenAPI document.',
  params: nothing,
  query: nothing,
  answer: json('The document.', z.looseObject({}).openapi({ description: 'OpenAPI 3.1.' })),
  handle: ({ world }) => ({ ...world.document() }),
});

export const referencePage = openRoute({
  method: 'get',
  path: '/reference',
  operationId: 'referencePage',
  area: 'Service',
  summary: 'Shows the same to people.',
  params: nothing,
  query: nothing,
  answer: whole('A page.', 'text/html'),
  handle: ({ world }) => {
    const nonce = world.generateId();
    const page = renderReference(world.document(), { nonce, address: `${world.basePath}/openapi.json` });
    return new Response(page, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      },
    });
  },
});
