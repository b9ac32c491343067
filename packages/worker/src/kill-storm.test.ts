import { setTimeout as pause } from 'node:timers/promises';
import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import type { WorkerProcess } from './testing/spawn-worker.ts';
import { createTestProject, type TestProject } from './testing/test-project.ts';

const storm = { brands: 20, jobs: 200, newcomers: 5, processes: 4, everyMs: 1_000, withinMs: 25 * 60_000 };

const brandIds = Array.from({ length: storm.brands }, (_, index) => `storm-${index + 1}`);
const backlogged = brandIds.slice(storm.newcomers);

/** Every claim as it happens, for whoever asks afterwards who had to wait for whom. */
const watchClaims = ({ query }: TestProject) =>
  query(`
    create table private.claims_seen (job_id uuid, brand_id text, status text, at timestamptz);
    create function private.see_claim() returns trigger language plpgsql security definer as $$ begin
      insert into private.claims_seen values (new.id, new.brand_id, old.status, clock_timestamp());
      return null;
    end $$;
    create trigger see_claim after update of fence on public.lora_training_jobs
      for each row when (old.fence is distinct from new.fence) execute function private.see_claim()`);

/** What goes wrong at the provider, again and again. */
function addFaults({ simulators }: TestProject): void {
  const faults = [
    { on: 'replicate.trainings.get', kind: 'status', status: 503 },
    { on: 'replicate.trainings.get', kind: 'drop-before-accept' },
    { on: 'replicate.trainings.list', kind: 'status', status: 500 },
    { on: 'replicate.trainings.create', kind: 'drop-after-accept' },
    { on: 'replicate.trainings.create', kind: 'status', status: 429 },
    { on: 'replicate.delivery', kind: 'truncate' },
  ] as const;
  const fault = faults[Math.floor(Math.random() * faults.length)];
  // One at a time: where little is asked, they would pile up until nothing is answered.
  simulators.faults.clear();
  if (fault) simulators.faults.add({ ...fault, times: 1 });
}

async function makeBrands(project: TestProject): Promise<Map<string, string[]>> {
  await project.query(
    `insert into public.brands (id, name, settings)
     select id, id, (select settings from public.brands where id = 'acmecompany') from unnest($1::text[]) as id`,
    [brandIds],
  );
  const pictures = new Map<string, string[]>();
  for (const brandId of brandIds) pictures.set(brandId, await project.addPictures(brandId));
  return pictures;
}

it.runIf(isFullRun())(
  'ends every training and pays once for each, whatever is killed',
  { timeout: 30 * 60_000 },
  async () => {
    await using project = await createTestProject();
    const pictures = await makeBrands(project);
    await watchClaims(project);
    const ask = (brandId: string) => project.askForTraining(pictures.get(brandId) ?? [], brandId);
    const perBrand = Math.floor((storm.jobs - storm.newcomers) / backlogged.length);
    for (let number = 0; number < perBrand; number += 1) for (const brandId of backlogged) await ask(brandId);
    const extra = storm.jobs - storm.newcomers - perBrand * backlogged.length;
    for (let number = 0; number < extra; number += 1) await ask(backlogged[0] ?? '');

    const settings = { ACT_WORKER_SLOTS: 'submit=1,reconcile=3,save=2,inspect=1' };
    const workers: (WorkerProcess | null)[] = [];
    for (let number = 0; number < storm.processes; number += 1)
      workers.push(await project.spawnWorker(settings));

    const replace = async (worker: WorkerProcess) => {
      await worker.kill();
      return project.spawnWorker(settings);
    };

    const newcomers: string[] = [];
    const endsAt = Date.now() + storm.withinMs;
    const countOpen = async () => {
      const [row] = await project.query<{ open: number }>(
        `select count(*)::int as open from public.lora_training_jobs where status not in ('completed', 'failed', 'cancelled')`,
      );
      return row?.open ?? 0;
    };
    let kills = 0;
    for (;;) {
      const open = await countOpen();
      const isOver = newcomers.length === storm.newcomers && open === 0;
      if (isOver || Date.now() > endsAt) break;
      addFaults(project);
      // While there is a backlog to wait behind.
      const next = brandIds[newcomers.length];
      if (
        next &&
        newcomers.length < storm.newcomers &&
        open < storm.jobs - storm.newcomers - 2 * newcomers.length
      ) {
        newcomers.push(await ask(next));
      }
      // Where a machine is so busy that new ones take long to begin, some of them must live.
      const up = workers.flatMap((worker, index) => (worker ? [{ worker, index }] : []));
      const victim = up[Math.floor(Math.random() * up.length)];
      if (victim && up.length >= storm.processes - 1) {
        kills += 1;
        workers[victim.index] = null;
        void replace(victim.worker).then((replacement) => {
          workers[victim.index] = replacement;
        });
      }
      await pause(storm.everyMs);
    }
    expect(kills).toBeGreaterThan(20);

    const ends = await project.query<{ status: string; error_code: string | null; run: string | null }>(
      'select status, error_code, provider_job_id as run from public.lora_training_jobs',
    );
    expect(ends).toHaveLength(storm.jobs);
    const completed = ends.filter(({ status }) => status === 'completed');
    // Killed after it had noted that it would ask and before it did: nobody can know that, so it is not asked again.
    const unknown = { status: 'failed', error_code: 'outcome_unknown', run: null };
    expect(ends.filter(({ status }) => status !== 'completed')).toEqual(
      Array.from({ length: storm.jobs - completed.length }, () => unknown),
    );
    expect(completed.length).toBeGreaterThan(0.8 * storm.jobs);
    const paid = project.simulators.runs().filter(({ isPaid }) => isPaid);
    expect(new Set(paid.map(({ id }) => id))).toEqual(new Set(completed.map(({ run }) => run)));
    expect(paid).toHaveLength(completed.length);

    // Claims that began anew between a newcomer's wish and its own first one: those that were in the making, one a slot.
    const waits = await project.query<{ before: number }>(
      `select (select count(*)::int from private.claims_seen as other
             where other.status in ('pending', 'uploading') and other.job_id <> job.id
               and other.at > job.created_at and other.at < (select min(at) from private.claims_seen where job_id = job.id)) as before
     from public.lora_training_jobs as job where job.id = any ($1)`,
      [newcomers],
    );
    expect(waits).toHaveLength(storm.newcomers);
    for (const { before } of waits) expect(before).toBeLessThanOrEqual(storm.processes);
  },
);
