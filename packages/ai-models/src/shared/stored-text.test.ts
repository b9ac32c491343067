import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { asSuperuser, brand, contextFor } from '../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../node/testing/paint-picture.ts';
import { createProviderRegistry } from '../providers/provider-registry.ts';
import { captionAssets } from '../training/caption-assets.ts';
import { inspectReceivedPictures } from '../training/inspect-received-pictures.ts';
import { uploadTrainingImages } from '../training/upload-training-images.ts';

/** Words that end, or begin, in the middle of a letter where they are cut. */
const words = [`${'x'.repeat(1_999)}🐈`, 'half \ud83d of a letter'];

it('stores names and captions that a database takes, however they were cut', async () => {
  await using stack = await startStack({ listen: true });
  const picture = new Blob([await toBytes(paintPicture({ width: 512, height: 512 }).jpeg())]);
  const named = (name: string) => ({ name, open: async () => picture });
  const uploaded = await uploadTrainingImages(await contextFor(stack, 'ctMember'), {
    files: [named(`${'x'.repeat(254)}🐈.jpg`), named('other.jpg')],
  });
  expect(uploaded.map(({ name }) => name)).toEqual(['x'.repeat(254), 'other.jpg']);

  const said = [...words];
  const captions = { id: 'replicate', captionImage: async () => said.shift() ?? '' } as const;
  const context = await contextFor(
    stack,
    { system: brand },
    { providers: createProviderRegistry([{ captions }]) },
  );
  await inspectReceivedPictures(context);
  const assetIds = uploaded.map(({ id }) => id);
  expect((await captionAssets(context, { assetIds })).failed).toEqual([]);
  const rows = await asSuperuser<{ training_caption: string }>(
    stack,
    'select training_caption from public.brand_assets where id = any ($1) order by char_length(training_caption) desc',
    [assetIds],
  );
  expect(rows.map((row) => row.training_caption)).toEqual(['x'.repeat(1_999), 'half \ufffd of a letter']);
});
