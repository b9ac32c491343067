'use client';

import type { ActionResult } from '@act/auth';
import { ErrorLine } from '@act/ui/primitives/error-line';
import { useTranslations } from 'next-intl';

/** Why an action was refused, and what to do next; nothing while there is nothing to say. */
export function RefusalLine({ result }: { readonly result: ActionResult<unknown> | null }) {
  const words = useTranslations('access.refusals');
  return result && !result.done ? <ErrorLine>{words(result.refusal)}</ErrorLine> : null;
}
