import { createHmac } from 'node:crypto';
import type { StackSecrets } from './secrets.ts';

/**
 * A key for one purpose, made of one that every home has: it stays the same, cannot be led back to it, and a home from
 * before there was such a purpose needs no more.
 */
export const deriveKey = ({ jwtSecret }: Pick<StackSecrets, 'jwtSecret'>, purpose: string): Buffer =>
  createHmac('sha256', jwtSecret).update(purpose).digest();
