import type { PlanNode } from './plan-node.ts';
import { visitPlan } from './visit-plan.ts';

/** Names a plan in a few words: how each table is read. */
export function describePlan(plan: PlanNode): string {
  const parts = new Set<string>();
  visitPlan(plan, (node) => {
    if (node['Index Name']) parts.add(node['Index Name']);
    else if (node['Node Type'] === 'Seq Scan') parts.add(`all of ${node['Relation Name']}`);
  });
  return [...parts].join(' + ') || plan['Node Type'];
}
