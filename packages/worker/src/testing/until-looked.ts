import type { DutyName } from '../duties/duty.ts';
import type { TestProject } from './test-project.ts';
import { until } from './until.ts';

type Project = Pick<TestProject, 'query'>;

/** Says that there is something, and waits until somebody has looked for it and gone to rest again. */
export async function untilLooked(project: Project, name: DutyName): Promise<void> {
  const [now] = await project.query<{ at: Date }>(
    `select clock_timestamp() as at, pg_notify('act_work', 'anything')`,
  );
  await until(
    () =>
      project.query(`select from pgboss.job where name = $1 and state = 'completed' and created_on > $2`, [
        name,
        now?.at,
      ]),
    (tickets) => tickets.length > 0,
  );
  await untilNobodyIsWoken(project, name);
}

/** No ticket of this duty waits, and none is in anybody's hand. */
export const untilNobodyIsWoken = (project: Project, name: DutyName) =>
  until(
    () => project.query(`select state from pgboss.job where name = $1 and state < 'completed'`, [name]),
    (tickets) => tickets.length === 0,
  );
