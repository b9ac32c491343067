import type { AiModelsContext } from '../../context.ts';
import { isTriggerWordTaken } from '../../database/queries.ts';
import { makeTriggerWord } from '../../training/trigger-word.ts';

/** A word that no training of this brand has been called by. */
export async function chooseTriggerWord(context: AiModelsContext): Promise<string> {
  for (;;) {
    const word = makeTriggerWord({ brandId: context.brandId, random: context.random });
    if (!(await isTriggerWordTaken(context, word))) return word;
  }
}
