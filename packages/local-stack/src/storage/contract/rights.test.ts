import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../../database/demo-people.ts';
import { type Actor, startStack, type TestStack } from '../../testing/start-stack.ts';
import { uploadResumably } from '../resumable/testing/upload-resumably.ts';
import { brand, otherBrand } from '../testing/storage-files.ts';

const actors = {
  anonymous: 'anonymous',
  newcomer: 'newcomer',
  stranger: 'acmeAdmin',
  viewer: 'ctViewer',
  member: 'ctMember',
  admin: 'ctAdmin',
  system: { system: brand },
  'other system': { system: otherBrand },
  'secret key': 'secretKey',
} satisfies Record<string, Actor>;

type ActorName = keyof typeof actors;

const types = {
  'training-data': 'image/png',
  models: 'application/octet-stream',
  'generated-content': 'image/png',
  'brand-documents': 'text/plain',
  archives: 'application/zip',
};

type Bucket = keyof typeof types;

const insiders: ActorName[] = ['viewer', 'member', 'admin', 'system', 'secret key'];
const writers: ActorName[] = ['member', 'admin', 'system', 'secret key'];
const system: ActorName[] = ['system', 'secret key'];
/** Members upload; they neither copy nor hand the right to upload to somebody who is asked nothing later. */
const lenders = system;

/** Who may, by bucket; nobody else. The file is not the actor's own. */
const rules: Record<Bucket, Record<'read' | 'write' | 'remove', ActorName[]>> = {
  'training-data': { read: insiders, write: writers, remove: ['admin', ...system] },
  models: { read: insiders, write: system, remove: ['admin', ...system] },
  'generated-content': { read: insiders, write: system, remove: ['admin', ...system] },
  'brand-documents': { read: insiders, write: writers, remove: ['admin', ...system] },
  archives: { read: system, write: system, remove: system },
};
/** Nobody has an update policy: files are never replaced. */
const replacers: ActorName[] = ['secret key'];

interface Attempt {
  stack: TestStack;
  actor: Actor;
  bucket: Bucket;
  /** An object that is there. */
  key: string;
  /** A name that is free. */
  free: string;
}

type Files = ReturnType<SupabaseClient['storage']['from']>;
const content = 'what was there';

/** Every call, each saying whether it did what was asked. */
const calls: Record<
  string,
  {
    right: 'read' | 'write' | 'lend' | 'remove' | 'replace';
    run(files: Files, attempt: Attempt): Promise<unknown>;
  }
> = {
  upload: {
    right: 'write',
    run: async (files, { free, bucket }) => ok(await files.upload(free, file(bucket))),
  },
  'upload with upsert to a free name': {
    right: 'write',
    run: async (files, { free, bucket }) => ok(await files.upload(free, file(bucket), { upsert: true })),
  },
  overwrite: {
    right: 'replace',
    run: async (files, { key, bucket }) => ok(await files.upload(key, file(bucket), { upsert: true })),
  },
  update: {
    right: 'replace',
    run: async (files, { key, bucket }) => ok(await files.update(key, file(bucket))),
  },
  move: { right: 'replace', run: async (files, { key, free }) => ok(await files.move(key, free)) },
  copy: { right: 'lend', run: async (files, { key, free }) => ok(await files.copy(key, free)) },
  download: {
    right: 'read',
    run: async (files, { key }) => (await (await files.download(key)).data?.text()) === content,
  },
  info: { right: 'read', run: async (files, { key }) => ok(await files.info(key)) },
  list: {
    right: 'read',
    run: async (files, { key }) =>
      (await files.list(brand, { search: key.slice(brand.length + 1) })).data?.length === 1,
  },
  listV2: {
    right: 'read',
    run: async (files, { key }) => (await files.listV2({ prefix: key })).data?.objects.length === 1,
  },
  createSignedUrl: { right: 'read', run: async (files, { key }) => ok(await files.createSignedUrl(key, 60)) },
  createSignedUrls: {
    right: 'read',
    run: async (files, { key }) =>
      (await files.createSignedUrls([key], 60)).data?.[0]?.signedURL?.includes(key) === true,
  },
  createSignedUploadUrl: {
    right: 'lend',
    run: async (files, { free }) => ok(await files.createSignedUploadUrl(free)),
  },
  'createSignedUploadUrl to replace': {
    right: 'replace',
    run: async (files, { key }) => ok(await files.createSignedUploadUrl(key, { upsert: true })),
  },
  'createSignedUploadUrl to replace what will be there': {
    right: 'replace',
    run: async (files, { free }) => ok(await files.createSignedUploadUrl(free, { upsert: true })),
  },
  remove: { right: 'remove', run: async (files, { key }) => (await files.remove([key])).data?.length === 1 },
  'resumable upload': {
    right: 'write',
    run: async (_files, { stack, actor, free, bucket }) =>
      (await uploadResumably(stack, actor, Buffer.from(content), {
        bucketId: bucket,
        key: free,
        contentType: types[bucket],
      })) === null,
  },
  'resumable overwrite': {
    right: 'replace',
    run: async (_files, { stack, actor, key, bucket }) =>
      (await uploadResumably(stack, actor, Buffer.from(content), {
        bucketId: bucket,
        key,
        contentType: types[bucket],
        upsert: true,
      })) === null,
  },
};

const file = (bucket: Bucket) => new Blob([content], { type: types[bucket] });

/** A refusal is the client's fault, never a failure of the service. */
function ok({ error }: { error: { status?: number | undefined } | null }): boolean {
  if (error) expect(error.status).toBeLessThan(500);
  return error === null;
}

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());

/** These have the same policies as others; one call for each right shows that they have. */
const alike: Bucket[] = ['generated-content', 'brand-documents'];
const samples = ['upload', 'overwrite', 'copy', 'download', 'list', 'remove'];

describe.each(Object.keys(types) as Bucket[])('%s', (bucket) => {
  const tried = Object.entries(calls).filter(([name]) => !alike.includes(bucket) || samples.includes(name));

  describe.each(tried)('%s', (_name, { right, run }) => {
    const allowed = { ...rules[bucket], lend: lenders, replace: replacers }[right];

    it.each(Object.keys(actors) as ActorName[])('%s', async (name) => {
      const actor = actors[name];
      const key = `${brand}/${randomUUID()}.file`;
      const service = (await stack.as('secretKey')).storage.from(bucket);
      expect((await service.upload(key, file(bucket))).error).toBeNull();
      const files = (await stack.as(actor)).storage.from(bucket);
      const done = await run(files, {
        stack,
        actor,
        bucket,
        key,
        free: `${key}.new`,
      });
      expect(done).toBe(allowed.includes(name));
      if (done) return;
      // Refused means nothing happened.
      expect(await (await service.download(key)).data?.text()).toBe(content);
      expect((await service.exists(`${key}.new`)).data).toBe(false);
    });
  });
});

it('lets people remove their own pictures, and nobody the private files of another', async () => {
  const files = async (actor: Actor) => (await stack.as(actor)).storage.from('training-data');
  const own = `${brand}/${randomUUID()}.png`;
  await (await files('ctMember')).upload(own, file('training-data'));
  expect((await (await files('freelancer')).remove([own])).data).toEqual([]);
  expect((await (await files('ctMember')).remove([own])).data).toHaveLength(1);

  const personal = `${brand}/${demoPeople.ctMember.id}/private.png`;
  expect((await (await files('ctMember')).upload(personal, file('training-data'))).error).toBeNull();
  for (const actor of ['ctAdmin', 'ctViewer', 'freelancer', 'acmeAdmin'] as const) {
    expect((await (await files(actor)).download(personal)).error).toMatchObject({ code: 'NoSuchKey' });
    expect((await (await files(actor)).remove([personal])).data).toEqual([]);
    expect(
      (await (await files(actor)).upload(personal.replace('private', 'other'), file('training-data'))).error,
    ).not.toBeNull();
  }
});

it("brings nothing of another brand into a brand of one's own", async () => {
  const key = `${brand}/${randomUUID()}.png`;
  await (await stack.as('ctMember')).storage.from('training-data').upload(key, file('training-data'));
  for (const actor of ['acmeAdmin', 'freelancer', { system: otherBrand }] as const) {
    const files = (await stack.as(actor)).storage.from('training-data');
    const target = `${otherBrand}/${randomUUID()}.png`;
    expect((await files.copy(key, target)).error).not.toBeNull();
    expect((await files.move(key, target)).error).not.toBeNull();
    expect((await files.exists(target)).data).toBe(false);
  }
});

it.each([`${brand}2/a.png`, `${otherBrand}/a.png`, 'a.png', brand])(
  'lets a member of the brand write nothing at %s',
  async (key) => {
    const files = (await stack.as('ctAdmin')).storage.from('training-data');
    expect((await files.upload(key, file('training-data'))).error).toMatchObject({
      code: 'AccessDenied',
      statusCode: '403',
    });
    const source = `${brand}/${randomUUID()}.png`;
    await files.upload(source, file('training-data'));
    expect((await files.copy(source, key)).error).toMatchObject({ code: 'AccessDenied' });
    expect((await files.createSignedUploadUrl(key)).error).toMatchObject({ code: 'AccessDenied' });
  },
);
