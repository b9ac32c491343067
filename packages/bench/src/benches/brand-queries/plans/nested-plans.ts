import type pg from 'pg';
import { z } from 'zod';
import { type PlanNode, planNodeSchema } from './plan-node.ts';

const loggedSchema = z.object({ Plan: planNodeSchema });

/**
 * The plans of all statements that run inside functions meanwhile, which `explain` does not show. The connection must be
 * a superuser's; the server's module for it comes with every PostgreSQL.
 */
export async function recordNestedPlans(
  superuser: pg.Client,
  work: () => Promise<void>,
): Promise<PlanNode[]> {
  const plans: PlanNode[] = [];
  const listen = ({ message = '' }: { message?: string | undefined }) => {
    const json = /^duration: .*? plan:\s*(\{.*)$/s.exec(message)?.[1];
    if (json !== undefined) plans.push(loggedSchema.parse(JSON.parse(json)).Plan);
  };
  await superuser.query(`load 'auto_explain'; set auto_explain.log_format = json;
    set auto_explain.log_level = notice; set auto_explain.log_nested_statements = on;
    set auto_explain.log_min_duration = 0`);
  superuser.on('notice', listen);
  try {
    await work();
  } finally {
    superuser.off('notice', listen);
    await superuser.query('set auto_explain.log_min_duration = -1');
  }
  return plans;
}
