import type pg from 'pg';
import type { FilledDatabase } from '../fill/open-filled-database.ts';
import { rollingBack } from '../measure/acting.ts';
import { measureStatement } from '../measure/measure-statement.ts';
import type { MeasuredCase } from '../measure/measured-case.ts';
import { judgePlan } from '../plans/judge-plan.ts';
import { recordNestedPlans } from '../plans/nested-plans.ts';
import type { Statement } from '../queries/compose-query.ts';

const claim: Statement = { text: `select * from private.claim_work('bench', seconds => 60)`, values: [] };

const oldestDue = (table: string) => `
  (select id, due_at from public.${table}
   where due_at <= now() and coalesce(lease_expires_at, now()) <= now() order by due_at limit 1)`;

/** The claim without fairness: whatever is oldest. */
const unfairClaim: Statement = {
  text: `
    with oldest as (
      select * from (${oldestDue('lora_training_jobs')} union all ${oldestDue('generations')}) as due order by due_at limit 1
    )
    update public.lora_training_jobs as job
    set lease_owner = 'bench', lease_expires_at = now() + interval '1 minute', fence = job.fence + 1
    from oldest where job.id = oldest.id
    returning 'training', job.brand_id, job.id, job.fence`,
  values: [],
};

/** The worker's question for work: while much is due in many brands, and while nothing is. Leaves nothing due. */
export async function measureClaims(database: FilledDatabase): Promise<MeasuredCase[]> {
  const withBacklog = await measureClaim(database, 'claim of work, much is due');
  await putOff(database.superuser);
  return [withBacklog, await measureClaim(database, 'claim of work, nothing is due')];
}

function measureClaim({ superuser, rowCounts }: FilledDatabase, question: string): Promise<MeasuredCase> {
  return rollingBack(superuser, async () => {
    await superuser.query('savepoint before');
    const floor = await measureStatement(superuser, unfairClaim);
    await superuser.query('rollback to savepoint before');
    await superuser.query('set local role act_worker');
    // The first claim may have to do what later ones find done.
    await superuser.query(claim.text);
    const ours = await measureStatement(superuser, claim);
    await superuser.query('reset role');
    const plans = await recordNestedPlans(superuser, async () => {
      await superuser.query(claim.text);
    });
    return {
      question,
      asker: 'worker',
      clientFilter: 'none',
      floor,
      ours,
      settled: null,
      naive: null,
      isSameAnswer: true,
      planProblems: [...new Set(plans.flatMap((plan) => judgePlan(plan, rowCounts)))],
      naivePlanProblems: [],
    };
  });
}

/** Makes all work due tomorrow; what was written before is cleared away, as the server does in time. */
async function putOff(superuser: pg.Client): Promise<void> {
  for (const table of ['public.lora_training_jobs', 'public.generations']) {
    await superuser.query(`update ${table} set due_at = now() + interval '1 day' where due_at is not null`);
    await superuser.query(`vacuum (analyze) ${table}`);
  }
}
