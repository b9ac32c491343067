import { connect, type TestStack } from '@act/local-stack/testing';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Actor } from '../actors/actors.ts';
import * as who from '../actors/actors.ts';
import { denied, leak, type Problem, type Recorder } from '../report/recorder.ts';
import { type BucketRule, bucketRules } from '../rules/bucket-rules.ts';
import { isAllowed, type RowFacts, type Who } from '../rules/who.ts';
import { clientFor } from '../world/client.ts';
import { brand, people } from '../world/people.ts';
import { type Check, isInFocus } from './check.ts';

/** Through the endpoint, those who differ there; the hollow system tokens are tried in `tokens`. */
const callers: Actor[] = [
  ...[who.anonymous, who.newcomer, who.otherMember, who.otherAdmin, who.viewer, who.member, who.colleague],
  ...[who.admin, who.memberOfBoth, who.adminOfBoth, who.system, who.otherSystem, who.service],
];

type Files = ReturnType<SupabaseClient['storage']['from']>;

interface Call {
  allowed(rule: BucketRule): readonly Who[];
  /** Whether it did what was asked. */
  run(files: Files, target: Target): Promise<boolean>;
}

interface Target {
  /** A file that is there, and a name that is free. */
  key: string;
  free: string;
  body: Blob;
}

const content = 'what was there';
const ok = ({ error }: { error: unknown }) => error === null;
const reading = ({ read }: BucketRule): readonly Who[] => [...read, 'service'];
const lending = ({ add }: BucketRule): readonly Who[] => [
  ...add.filter((term) => term === 'system'),
  'service',
];
const replacing = (): readonly Who[] => ['service'];

const calls: Readonly<Record<string, Call>> = {
  upload: {
    allowed: ({ add }) => [...add, 'service'],
    run: async (files, { free, body }) => ok(await files.upload(free, body)),
  },
  overwrite: {
    allowed: replacing,
    run: async (files, { key, body }) => ok(await files.upload(key, body, { upsert: true })),
  },
  update: { allowed: replacing, run: async (files, { key, body }) => ok(await files.update(key, body)) },
  move: { allowed: replacing, run: async (files, { key, free }) => ok(await files.move(key, free)) },
  copy: { allowed: lending, run: async (files, { key, free }) => ok(await files.copy(key, free)) },
  download: {
    allowed: reading,
    run: async (files, { key }) => (await (await files.download(key)).data?.text()) === content,
  },
  list: {
    allowed: reading,
    run: async (files, { key }) => {
      const cut = key.lastIndexOf('/');
      const { data } = await files.list(key.slice(0, cut), { search: key.slice(cut + 1) });
      return data?.some(({ name }) => key.endsWith(name)) === true;
    },
  },
  listV2: {
    allowed: reading,
    run: async (files, { key }) => (await files.listV2({ prefix: key })).data?.objects.length === 1,
  },
  sign: { allowed: reading, run: async (files, { key }) => ok(await files.createSignedUrl(key, 60)) },
  'sign many': {
    allowed: reading,
    run: async (files, { key }) => Boolean((await files.createSignedUrls([key], 60)).data?.[0]?.signedURL),
  },
  'sign upload': {
    allowed: lending,
    run: async (files, { free }) => ok(await files.createSignedUploadUrl(free)),
  },
  'sign overwriting': {
    allowed: replacing,
    run: async (files, { key }) => ok(await files.createSignedUploadUrl(key, { upsert: true })),
  },
  remove: {
    allowed: ({ remove }) => [...remove, 'service'],
    run: async (files, { key }) => (await files.remove([key])).data?.length === 1,
  },
};

/** Every bucket × every call of the real supabase-js × every actor, on a file of the brand and on a private one. */
export const checkStorageHttp: Check = async (world, recorder, focus) => {
  const stack = await world.stack();
  const clients = new Map<string, SupabaseClient>();
  for (const actor of callers) clients.set(actor.name, await clientFor(stack, actor));

  const tryBucket = async (bucket: string, rule: BucketRule) => {
    // What members may add was added by one.
    await using database = await connect(stack.database.superuser);
    const uploader = rule.add.includes('member') ? who.member : who.service;
    for (const isPrivate of [false, true]) {
      const userId = isPrivate ? people.member.id : uploader.userId;
      const facts: RowFacts = { brandId: brand, isPrivate, userId, isUsed: false };
      for (const actor of callers) {
        const client = clients.get(actor.name);
        if (client)
          await tryCalls({ stack, recorder, database, actor, client, bucket, rule, uploader, facts });
      }
    }
  };
  // Each bucket on its own, all at once.
  await Promise.all(
    world.catalogue.buckets.map(async ({ id }) => {
      const rule = bucketRules[id];
      if (rule && isInFocus(focus, id)) await tryBucket(id, rule);
    }),
  );
};

interface Trial {
  stack: TestStack;
  recorder: Recorder;
  database: Awaited<ReturnType<typeof connect>>;
  actor: Actor;
  client: SupabaseClient;
  bucket: string;
  rule: BucketRule;
  uploader: Actor;
  facts: RowFacts;
}

let counter = 0;

async function tryCalls(trial: Trial): Promise<void> {
  const { stack, recorder, database, actor, client, bucket, rule, uploader, facts } = trial;
  const files = (await clientFor(stack, uploader)).storage.from(bucket);
  const body = new Blob([content], { type: rule.contentType });
  let target: Target | null = null;
  for (const [how, { allowed, run }] of Object.entries(calls)) {
    if (target === null) {
      counter += 1;
      const key = `${brand}/${facts.isPrivate ? `${people.member.id}/` : ''}tried-${counter}.file`;
      const { error } = await files.upload(key, body);
      if (error) throw error;
      target = { key, free: `${key}.new`, body };
    }
    const before = await readVersions(database, target);
    const isDone = await run(client.storage.from(bucket), target);
    const changed = (await readVersions(database, target)) !== before;
    const should = isAllowed(allowed(rule), actor, facts);
    recorder.note(
      {
        ...{ check: 'storage over HTTP', what: bucket, who: actor.name },
        how: `${how}: ${facts.isPrivate ? "somebody's private file" : 'a file'}`,
        wall: 'policies',
      },
      judge(isDone, changed, should),
    );
    // What was done is not there to be tried again.
    if (changed) target = null;
  }
}

function judge(isDone: boolean, changed: boolean, should: boolean): Problem | null {
  if (should) return isDone ? null : denied('was refused');
  return isDone || changed ? leak(isDone ? 'was done' : 'was refused, and done all the same') : null;
}

async function readVersions(database: Trial['database'], { key, free }: Target): Promise<string> {
  const { rows } = await database.query<{ versions: string | null }>(
    `select string_agg(name || version, ',' order by name) as versions from storage.objects where name in ($1, $2)`,
    [key, free],
  );
  return rows[0]?.versions ?? '';
}
