import { expect, it } from 'vitest';
import { mayDeleteDocument } from './may-delete-document.ts';

const personId = '00000000-0000-4000-8000-0000000000a2';
const shared = { brandId: 'acme', path: 'brand-documents/acme/voice.md' };
const own = { brandId: 'acme', path: `brand-documents/acme/${personId}/voice.md` };
const foreign = {
  brandId: 'acme',
  path: 'brand-documents/acme/00000000-0000-4000-8000-0000000000a3/voice.md',
};

it.each([
  ['admin', shared, true],
  ['member', shared, false],
  ['member', own, true],
  ['member', foreign, false],
  // Whoever may only look keeps what they brought, until an admin takes it away.
  ['viewer', own, false],
] as const)('lets a %s delete %j: %s', (role, document, may) => {
  expect(mayDeleteDocument(document, { role, personId })).toBe(may);
});
