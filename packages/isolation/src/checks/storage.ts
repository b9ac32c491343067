import { type Actor, actors } from '../actors/actors.ts';
import { denied, leak, type Recorder } from '../report/recorder.ts';
import { type BucketRule, bucketRules } from '../rules/bucket-rules.ts';
import { isAllowed, type RowFacts, type Who } from '../rules/who.ts';
import { brand, otherBrand, people } from '../world/people.ts';
import type { Outcome, Session } from '../world/session.ts';
import { type Check, isInFocus } from './check.ts';
import { judge } from './judge.ts';

/** A file that is there. */
interface StoredFile {
  name: string;
  facts: RowFacts;
}

/** One call of the storage interface, as the statement that it asks the policies with. */
interface Call {
  how: string;
  /** Hosted's name for it, which policies read. */
  operation: string;
  sql: string;
  /** Who may; `service` bypasses policies. */
  allowed(rule: BucketRule): readonly Who[];
  /** How the policies say no. */
  refusal: 'refused' | 'nothing';
}

const never = (): readonly Who[] => ['service'];
const systemOf = (allowed: readonly Who[]): readonly Who[] => [
  ...allowed.filter((who) => who === 'system'),
  'service',
];

const insert = 'insert into storage.objects (bucket_id, name, owner_id) values ($1, $2, $3)';
const ofFile = 'where bucket_id = $1 and name = $2';

/** Calls that read: a file is found, or it is as if it were not there. */
const readOperations = [
  ...['object.get_authenticated', 'object.sign', 'object.sign_many', 'object.list', 'object.list_v2'],
  ...['object.copy', 'object.move'],
];

/** Calls that change a file that is there. */
const fileCalls: Call[] = [
  {
    how: 'overwrite',
    operation: 'storage.object.upload',
    sql: `${insert} on conflict (bucket_id, name) do update set owner_id = excluded.owner_id, version = 'new'`,
    allowed: never,
    refusal: 'refused',
  },
  {
    how: 'update',
    operation: 'storage.object.upload_update',
    sql: `update storage.objects set version = 'new' ${ofFile}`,
    allowed: never,
    refusal: 'nothing',
  },
  {
    how: 'move',
    operation: 'storage.object.move',
    sql: `update storage.objects set name = name || '.moved' ${ofFile}`,
    allowed: never,
    refusal: 'nothing',
  },
  {
    how: 'remove',
    operation: 'storage.object.delete_many',
    sql: `delete from storage.objects ${ofFile}`,
    allowed: ({ remove }) => [...remove, 'service'],
    refusal: 'nothing',
  },
];

/** Calls that make a file. */
const newCalls: Call[] = [
  ...['object.upload', 'tus.upload.create', 'tus.upload.part'].map(
    (operation): Call => ({
      how: operation,
      operation: `storage.${operation}`,
      sql: insert,
      allowed: ({ add }) => [...add, 'service'],
      refusal: 'refused',
    }),
  ),
  // They would outlive their maker's membership, or carry a file past the limits of a bucket.
  ...['object.copy', 'object.sign_upload_url', 'object.upload_signed'].map(
    (operation): Call => ({
      how: operation,
      operation: `storage.${operation}`,
      sql: insert,
      allowed: ({ add }) => systemOf(add),
      refusal: 'refused',
    }),
  ),
];

/** Keys that lead out of the brand, or would for a careless reader; nobody may make them. */
const crookedKeys = [
  ...[brand, `${brand}/`, `/${brand}/new.png`, `${brand}//new.png`, `${brand}/./new.png`, 'new.png', ''],
  ...[`${brand}/../${otherBrand}/new.png`, `${brand}/..`, `${brand}/sub/../../${otherBrand}/new.png`],
  ...[`${brand}x/new.png`, `${brand.toUpperCase()}/new.png`, `%/new.png`, `${otherBrand}x/new.png`],
];

/** Every bucket × every call × every actor, as the questions that the storage service asks the database. */
export const checkStorage: Check = async ({ catalogue, session }, recorder, focus) => {
  for (const { id } of catalogue.buckets) {
    const rule = bucketRules[id];
    if (!rule || !isInFocus(focus, id)) continue;
    const files = await readFiles(session, id);
    for (const actor of actors) {
      await tryReading(session, recorder, { bucket: id, rule, actor, files });
      await tryChanging(session, recorder, { bucket: id, rule, actor, files });
      await tryNewFiles(session, recorder, { bucket: id, rule, actor, files });
    }
  }
  if (!isInFocus(focus, 'storage.buckets')) return;
  for (const actor of actors.filter(({ databaseRole }) => databaseRole !== 'service_role')) {
    await tryBuckets(session, recorder, actor);
  }
};

interface Trial {
  bucket: string;
  rule: BucketRule;
  actor: Actor;
  files: StoredFile[];
}

const subject = (bucket: string, actor: Actor, how: string) => ({
  ...{ check: 'storage', what: bucket, who: actor.name, how },
  wall: actor.databaseRole === 'act_system' ? ('tokens' as const) : ('policies' as const),
});

async function readFiles(session: Session, bucket: string): Promise<StoredFile[]> {
  const rows = await session.read<{ name: string; owner: string | null; used: boolean }>(
    `select file.name, file.owner_id as owner, exists (
       select from public.brand_assets as asset join public.lora_training_job_assets as used on used.asset_id = asset.id
       where asset.file_url = file.bucket_id || '/' || file.name) as used
     from storage.objects as file where file.bucket_id = $1 order by file.name`,
    [bucket],
  );
  return rows.map(({ name, owner, used }) => ({ name, facts: factsOf(name, owner, used) }));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tokens that open nothing are tried once each. */
const isHollow = ({ databaseRole, systemFor, userId }: Actor) =>
  systemFor === null && userId === null && databaseRole !== 'service_role';

function factsOf(name: string, uploader: string | null, isUsed: boolean): RowFacts {
  const [brandId = '', folder = ''] = name.split('/');
  const isPrivate = uuid.test(folder);
  return { brandId, isPrivate, userId: isPrivate ? folder : uploader, isUsed };
}

const describe = ({ brandId, isPrivate }: RowFacts) =>
  `${isPrivate ? "somebody's private " : 'a '}file of ${brandId}`;

const withSettings = (operation: string) => ({
  'storage.operation': operation,
  'storage.allow_delete_query': 'true',
});

/** The worker's login has no right to the storage schema at all. */
const refusalFor = ({ databaseRole }: Actor, { refusal }: Call) =>
  databaseRole === 'act_worker' ? 'refused' : refusal;

async function tryChanging(session: Session, recorder: Recorder, trial: Trial): Promise<void> {
  const { bucket, rule, actor, files } = trial;
  for (const { name, facts } of isHollow(actor) ? files.slice(0, 1) : files) {
    for (const call of fileCalls) {
      const isNaming = call.sql.includes('$3');
      const outcome = await session.attempt(actor, {
        sql: call.sql,
        values: isNaming ? [bucket, name, actor.userId] : [bucket, name],
        settings: withSettings(call.operation),
      });
      const isDone = isAllowed(call.allowed(rule), actor, facts);
      const expected = isDone ? 'done' : refusalFor(actor, call);
      recorder.note(
        subject(bucket, actor, `${call.how}: ${describe(facts)}`),
        judge(outcome, { expected, brandId: facts.brandId }),
      );
      if (outcome.code === null && outcome.rowCount > 0) noteAbility(recorder, trial, call, facts);
    }
  }
}

async function tryReading(session: Session, recorder: Recorder, trial: Trial): Promise<void> {
  const { bucket, rule, actor, files } = trial;
  for (const operation of readOperations) {
    const outcome = await session.attempt(actor, {
      sql: 'select name from storage.objects where bucket_id = $1',
      values: [bucket],
      settings: withSettings(`storage.${operation}`),
    });
    const found = new Set(outcome.rows.map(({ name }) => name));
    for (const { name, facts } of files) {
      const isFound = found.has(name);
      const should = isAllowed([...rule.read, 'service'], actor, facts);
      const problem = isFound ? leak('It is found.') : denied('It is not found.');
      recorder.note(
        subject(bucket, actor, `${operation}: ${describe(facts)}`),
        isFound === should ? null : problem,
      );
      if (isFound) {
        recorder.able({ what: bucket, who: actor.name, verb: 'select', ...facts });
      }
    }
  }
}

async function tryNewFiles(session: Session, recorder: Recorder, trial: Trial): Promise<void> {
  const { bucket, rule, actor } = trial;
  const attempt = (call: Call, key: string): Promise<Outcome> =>
    session.attempt(actor, {
      sql: call.sql,
      values: [bucket, key, actor.userId],
      settings: withSettings(call.operation),
    });
  const targets = [
    ...[`${brand}/new.png`, `${otherBrand}/new.png`, `${brand}/${people.member.id}/new.png`],
    // A private folder is written in one way only.
    `${brand}/${people.member.id.toUpperCase()}/new.png`,
  ].slice(0, isHollow(actor) ? 1 : undefined);
  for (const call of newCalls) {
    for (const key of targets) {
      const facts = factsOf(key, actor.userId, false);
      const isDone = isAllowed(call.allowed(rule), actor, facts);
      recorder.note(
        subject(bucket, actor, `${call.how} ${key}`),
        judge(await attempt(call, key), {
          expected: isDone ? 'done' : 'refused',
          brandId: facts.brandId,
        }),
      );
      if (isDone) noteAbility(recorder, trial, call, facts);
    }
  }
  const [call] = newCalls;
  if (!call || isHollow(actor) || actor.databaseRole === 'service_role') return;
  for (const key of crookedKeys) {
    recorder.note(
      subject(bucket, actor, `${call.how} "${key}"`),
      judge(await attempt(call, key), { expected: 'refused', brandId: null }),
    );
  }
}

function noteAbility(recorder: Recorder, { bucket, actor }: Trial, { how }: Call, facts: RowFacts): void {
  const verb = how === 'remove' ? 'delete' : ['move', 'update', 'overwrite'].includes(how) ? 'update' : null;
  const isNew = newCalls.some((call) => call.how === how);
  recorder.able({ what: bucket, who: actor.name, verb: verb ?? (isNew ? 'insert' : 'select'), ...facts });
}

/** The buckets themselves are the platform's: it grants them to everybody, and no policy lets anybody in. */
async function tryBuckets(session: Session, recorder: Recorder, actor: Actor): Promise<void> {
  const isWorker = actor.databaseRole === 'act_worker';
  const calls = {
    select: 'select id from storage.buckets',
    insert: `insert into storage.buckets (id, name, public) values ('open', 'open', true)`,
    update: 'update storage.buckets set public = true',
    delete: 'delete from storage.buckets',
  };
  for (const [verb, sql] of Object.entries(calls)) {
    const outcome = await session.attempt(actor, { sql, settings: withSettings('storage.bucket.update') });
    const expected = isWorker || verb === 'insert' ? 'refused' : 'nothing';
    recorder.note(subject('storage.buckets', actor, verb), judge(outcome, { expected, brandId: null }));
  }
}
