import { connect, type TestStack } from '@act/local-stack/testing';

/** How many rows each of these has: what a person began, not what they see. */
export async function countRows(
  stack: TestStack,
  table: 'lora_training_jobs' | 'generations' | 'generation_images' | 'brand_assets',
): Promise<number> {
  await using client = await connect(stack.database.superuser);
  const { rows } = await client.query<{ count: number }>(`select count(*)::int from public.${table}`);
  return rows[0]?.count ?? 0;
}
