import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { brand, contextFor, makePrivate, otherBrand } from '../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../node/testing/paint-picture.ts';
import { getTrainingDataUrl } from './training-data-url.ts';
import { uploadTrainingImages } from './upload-training-images.ts';

const paint = (seed: number) => toBytes(paintPicture({ width: 300, height: 300, seed }).png());

const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

it('takes the name that a picture was uploaded under, its key, and its fileUrl', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  const picture = await paint(1);
  const [image] = await uploadTrainingImages(context, {
    files: new File([picture], 'Логотип (1), 100 %.PNG'),
  });
  const fileUrl = image?.fileUrl ?? '';
  for (const name of ['Логотип (1), 100 %.PNG', fileUrl, fileUrl.replace(`training-data/${brand}/`, '')]) {
    expect((await fetched(await getTrainingDataUrl(context, name))).equals(picture), name).toBe(true);
  }
});

it('takes the newest of several with one name', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  const [first, second] = [await paint(1), await paint(2)];
  await uploadTrainingImages(context, { files: new File([first], 'logo.png') });
  await uploadTrainingImages(context, { files: new File([second], 'logo.png') });
  await uploadTrainingImages(context, { files: new File([first], 'logo.png.png') });
  expect((await fetched(await getTrainingDataUrl(context, 'logo.png'))).equals(second)).toBe(true);
});

it('says that there is no such picture, also where it is another brand’s or somebody else’s', async () => {
  await using stack = await startStack({ listen: true });
  await makePrivate(stack);
  const member = await contextFor(stack, 'ctMember');
  await uploadTrainingImages(member, { files: new File([await paint(1)], 'mine.png') });
  const theirs = await contextFor(stack, 'acmeMember', { brandId: otherBrand });
  await uploadTrainingImages(theirs, { files: new File([await paint(2)], 'theirs.png') });

  expect(await getTrainingDataUrl(member, 'mine.png')).toMatch(/^http/);
  const others = [
    await contextFor(stack, 'ctAdmin'),
    // It sees every row, and whose name was meant it cannot know.
    await contextFor(stack, { system: brand }),
    await contextFor(stack, 'acmeMember', { brandId: otherBrand }),
  ];
  for (const context of others) {
    await expect(getTrainingDataUrl(context, 'mine.png')).rejects.toMatchObject({
      code: 'file_not_found',
      hint: 'Pass the name that it was uploaded under, or its fileUrl.',
    });
  }
  for (const name of ['theirs.png', 'nothing.png', '', '../theirs.png', 'name.eq.mine.png', '%']) {
    await expect(getTrainingDataUrl(member, name), name).rejects.toMatchObject({ code: 'file_not_found' });
  }
});
