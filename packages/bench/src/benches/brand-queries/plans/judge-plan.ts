import type { PlanNode } from './plan-node.ts';
import { visitPlan } from './visit-plan.ts';

/** Smaller tables may be read whole. */
const largestWithoutIndex = 10_000;

/**
 * What is wrong with a plan, one sentence each: a large table that is read whole, an index that is walked without a
 * condition, rows that are compared one by one with a list which the plan had made first.
 * @param rowCounts rows of each table, by its name without schema
 */
export function judgePlan(plan: PlanNode, rowCounts: ReadonlyMap<string, number>): string[] {
  const problems = new Set<string>();
  visitPlan(plan, (node, relation) => {
    for (const problem of judgeNode(node, relation, rowCounts)) problems.add(problem);
  });
  return [...problems];
}

function judgeNode(
  node: PlanNode,
  relation: string | null,
  rowCounts: ReadonlyMap<string, number>,
): string[] {
  // A node that reads no table, such as a join, may hold any number of rows.
  const isSmall = relation !== null && (rowCounts.get(relation) ?? 0) <= largestWithoutIndex;
  if (isSmall) return [];
  const problems: string[] = [];
  const conditions = [node.Filter, node['Join Filter'], node['One-Time Filter']];
  if (conditions.some((condition) => /hashed SubPlan/.test(condition ?? ''))) {
    problems.push(`hashed SubPlan: the rows of ${relation ?? 'a join'} are compared with a list one by one`);
  }
  if (node['Node Type'] === 'Seq Scan') problems.push(`Seq Scan: all of ${relation} is read`);
  if (/^(Index Scan|Index Only Scan|Bitmap Index Scan)$/.test(node['Node Type']) && !node['Index Cond']) {
    problems.push(`no index condition: all of ${node['Index Name']} is walked`);
  }
  return problems;
}
