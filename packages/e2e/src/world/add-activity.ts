import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';
import type { DemoPersonName } from '../pages/sign-in.ts';

interface NewNotice {
  readonly brand: string;
  readonly person: DemoPersonName;
  /** Of the training that is said to be done. */
  readonly name: string;
}

/** Tells a person that a training is done, as the engine would. */
export async function addNotice(stack: TestStack, { brand, person, name }: NewNotice): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query(
    `insert into public.notices (brand_id, user_id, kind, facts) values ($1, $2, 'training.completed', $3)`,
    [brand, demoPeople[person].id, { name, modelId: 'flux-lora-v1' }],
  );
}

/** A model that nobody trained, for what only has to find it. */
export async function addModel(
  stack: TestStack,
  { brand, name }: { readonly brand: string; readonly name: string },
): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query(
    `insert into public.brand_models (brand_id, visibility, name, version, base_model, path, sha256, size_bytes, trigger_word)
     values ($1, 'brand', $2, 1, 'flux', 'models/' || $1 || '/' || $2 || '-v1.safetensors', repeat('a', 64), 1000, 'lanternword')`,
    [brand, name],
  );
}
