import { expect, it } from 'vitest';
import { documentTypeOf, maximumDocumentBytes, refuseDocument } from './document-types.ts';

it.each([
  ['Guide.PDF', 'application/pdf'],
  ['voice.and.tone.md', 'text/markdown'],
  ['notes.txt', 'text/plain'],
  ['table.xlsx', null],

  ['', null],
])('takes %s for %s', (name, type) => {
  expect(documentTypeOf(name)).toBe(type);
});

it.each([
  [{ name: 'a.pdf', size: maximumDocumentBytes }, null],
  [{ name: 'a.pdf', size: maximumDocumentBytes + 1 }, 'size'],
  [{ name: 'a.md', size: 0 }, 'empty'],
  [{ name: 'a.exe', size: 5 }, 'type'],
])('says of %j: %s', (file, refusal) => {
  expect(refuseDocument(file)).toBe(refusal);
});
