import type { PlanNode } from './plan-node.ts';

/**
 * Shows every node of a plan, from the top down, and the table it reads.
 * @param look `relation` is null where a node reads no table
 */
export function visitPlan(
  node: PlanNode,
  look: (node: PlanNode, relation: string | null) => void,
  parentRelation: string | null = null,
): void {
  // A scan of an index for a bitmap does not say whose it is; the scan above it does.
  const relation = node['Relation Name'] ?? parentRelation;
  look(node, relation);
  for (const child of node.Plans ?? []) visitPlan(child, look, relation);
}
