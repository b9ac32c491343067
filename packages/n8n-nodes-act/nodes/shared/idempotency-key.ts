import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * The same for every try of one node at one item in one execution, and for nothing else: «Retry On Fail» pays once, a loop
 * that comes round again is a new wish.
 */
export function createIdempotencyKey(node: IExecuteFunctions, itemIndex: number): string {
  const { $runIndex } = node.getWorkflowDataProxy(itemIndex);
  const about = [node.getWorkflow().id, node.getExecutionId(), node.getNode().id, $runIndex, itemIndex];
  return `n8n-${createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 40)}`;
}
