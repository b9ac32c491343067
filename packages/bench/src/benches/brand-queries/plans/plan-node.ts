import { z } from 'zod';

/** The parts of a node of `explain (analyze, buffers, format json)` that are judged. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Index Name'?: string | undefined;
  'Index Cond'?: string | undefined;
  Filter?: string | undefined;
  'One-Time Filter'?: string | undefined;
  'Join Filter'?: string | undefined;
  'Subplan Name'?: string | undefined;
  'Actual Rows'?: number | undefined;
  'Shared Hit Blocks'?: number | undefined;
  'Shared Read Blocks'?: number | undefined;
  Plans?: PlanNode[] | undefined;
}

export const planNodeSchema: z.ZodType<PlanNode> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  Filter: z.string().optional(),
  'One-Time Filter': z.string().optional(),
  'Join Filter': z.string().optional(),
  'Subplan Name': z.string().optional(),
  'Actual Rows': z.number().optional(),
  'Shared Hit Blocks': z.number().optional(),
  'Shared Read Blocks': z.number().optional(),
  get Plans() {
    return z.array(planNodeSchema).optional();
  },
});

const explainedSchema = z.tuple([
  z.object({ Plan: planNodeSchema, 'Planning Time': z.number(), 'Execution Time': z.number() }),
]);

/** One run of a statement. */
export interface ExplainedRun {
  plan: PlanNode;
  planningMs: number;
  executionMs: number;
  /** Pages of 8 kB that were looked at, in memory or not. */
  buffers: number;
}

/** Reads what PostgreSQL answers to `explain (analyze, buffers, format json)`. */
export function parseExplained(answer: unknown): ExplainedRun {
  const [{ Plan: plan, 'Planning Time': planningMs, 'Execution Time': executionMs }] =
    explainedSchema.parse(answer);
  return {
    plan,
    planningMs,
    executionMs,
    buffers: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
  };
}
