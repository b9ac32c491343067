import { parseMetadata } from '@act/tenant-config';
import { expect, it } from 'vitest';
import { brand } from '../brand.config.ts';
import { firstDraft, parseDraft, toMetadata } from '../create/draft.ts';
import { firstTraits, parseTraits } from './twin-traits.ts';

it('sends what the brand asks for of a twin, whatever was chosen', () => {
  const metadata = toMetadata({ ...firstDraft, name: ' Biscuit ', personality: ' curious ' });
  expect(parseMetadata(brand.settings, metadata)).toEqual({
    ...firstTraits,
    fursonaName: 'Biscuit',
    personality: 'curious',
  });
  expect(toMetadata({ ...firstDraft, name: 'Biscuit' })).not.toHaveProperty('personality');
});

it('reads a draft again as it was left', () => {
  const draft = { ...firstDraft, name: 'Biscuit', voice: 'cheeky' as const, mainColour: '#123456' };
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

it.each([null, 7, 'text', [], { voice: 'loud', mainColour: 'red;}', personality: 3, type: {} }])(
  'makes something whole of %j',
  (value) => expect(parseTraits(value)).toEqual(firstTraits),
);

it('reads no draft out of nothing', () => expect(parseDraft(null)).toBeNull());
