import { keyMutants } from './key-mutants.ts';
import type { Mutant } from './mutant.ts';
import { policyMutants } from './policy-mutants.ts';
import { sharingMutants } from './sharing-mutants.ts';
import { storageMutants } from './storage-mutants.ts';
import { tokenMutants } from './token-mutants.ts';

/** Every fault that the proof must notice. */
export const mutants: readonly Mutant[] = [
  ...policyMutants,
  ...keyMutants,
  ...tokenMutants,
  ...storageMutants,
  ...sharingMutants,
];
