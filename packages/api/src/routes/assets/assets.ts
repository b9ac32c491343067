import { z } from '@hono/zod-openapi';
import { assetSchema, toAsset } from '../../answers/asset.ts';
import { idParams } from '../../answers/fields.ts';
import { flag, oneOrMore, pageOf, pageQuery } from '../../answers/page.ts';
import { type AssetRow, assetStatuses, changeAsset, getAsset, listAssets } from '../../database/assets.ts';
import { signFile, signFiles } from '../../database/files.ts';
import type { InBrand } from '../../database/in-brand.ts';
import { ownAddress } from '../../http/own-address.ts';
import { json, redirect } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField, fileName } from '../request-fields.ts';

export const listAssetsRoute = personRoute({
  method: 'get',
  path: '/assets',
  operationId: 'listAssets',
  area: 'Pictures',
  summary: 'Lists pictures, newest first.',
  query: z.strictObject({
    ...pageQuery,
    status: oneOrMore(z.enum(assetStatuses)).optional().openapi({ description: 'In one of these states.' }),
    isTrainingData: flag.openapi({ description: 'Only those that may be trained with, or only the others.' }),
  }),
  isTagged: true,
  answer: json('A page of pictures.', pageOf(assetSchema).openapi('AssetPage')),
  handle: async ({ caller, query: { status: statuses, ...filter }, world, request }) => {
    const scope = await caller.needScope();
    const { rows, nextCursor } = await listAssets(scope, { ...filter, statuses });
    const addresses = { own: ownAddress(world, request), signed: await signThumbnails(scope, rows) };
    return { items: rows.map((row) => toAsset(row, addresses)), nextCursor };
  },
});

export const getAssetRoute = personRoute({
  method: 'get',
  path: '/assets/{id}',
  operationId: 'getAsset',
  area: 'Pictures',
  summary: 'Gives a picture as it is now.',
  params: idParams,
  isTagged: true,
  answer: json('The picture.', assetSchema),
  handle: async ({ caller, params: { id }, world, request }) => {
    const scope = await caller.needScope();
    return answerAsset(scope, await getAsset(scope, id), ownAddress(world, request));
  },
});

export const changeAssetRoute = personRoute({
  method: 'patch',
  path: '/assets/{id}',
  operationId: 'updateAsset',
  area: 'Pictures',
  summary: 'Gives a picture another caption or name, or takes it out of training.',
  params: idParams,
  body: z
    .strictObject({
      ...brandField,
      name: fileName.optional(),
      caption: z.string().max(2000).nullish(),
      isTrainingData: z.boolean().optional(),
    })
    .refine(
      ({ name, caption, isTrainingData }) => [name, caption, isTrainingData].some((one) => one !== undefined),
      'Pass a name, a caption or isTrainingData.',
    ),
  example: { caption: 'photo of [brand] bag on a table' },
  answer: json('The picture as it is now.', assetSchema),
  handle: async ({ caller, params: { id }, body: { brandId: _, ...changes }, world, request }) => {
    const scope = await caller.needScope();
    return answerAsset(scope, await changeAsset(scope, id, changes), ownAddress(world, request));
  },
});

export const openAssetFile = personRoute({
  method: 'get',
  path: '/assets/{id}/file',
  operationId: 'openAssetFile',
  area: 'Pictures',
  summary: 'Leads to the file of a picture.',
  params: idParams,
  answer: redirect('To the file.'),
  handle: async ({ caller, params: { id } }) => {
    const scope = await caller.needScope();
    return signFile(scope, (await getAsset(scope, id)).file_url);
  },
});

/** The addresses of the pictures that are shown small. */
const signThumbnails = (scope: InBrand, rows: readonly AssetRow[]) =>
  signFiles(
    scope,
    rows.flatMap(({ thumbnail_url }) => thumbnail_url ?? []),
  );

const answerAsset = async (scope: InBrand, row: AssetRow, own: string) =>
  toAsset(row, { own, signed: await signThumbnails(scope, [row]) });
