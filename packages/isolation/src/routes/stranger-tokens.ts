import { signToken, type TestStack } from '@act/local-stack/testing';
import * as who from '../actors/actors.ts';
import { tokenFor } from '../world/client.ts';

/** What comes in place of a person's session. */
export async function strangerTokens(stack: TestStack): Promise<Readonly<Record<string, string | null>>> {
  const { secretKey } = stack.secrets;
  return {
    'without a token': null,
    'with the secret key': secretKey,
    'with a token of the system': await tokenFor(stack, who.system),
    'with a forged token': await signToken({
      jwtSecret: 'another secret of sufficient length',
      claims: who.member.claims,
    }),
  };
}
