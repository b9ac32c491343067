import { z } from 'zod';
import { exitCodes } from '../exit-codes.ts';
import { count } from '../output/words.ts';
import { awaitInspection } from '../pictures/await-inspection.ts';
import { planFolder } from '../pictures/bring-folder.ts';
import { defineCommand } from '../program/command.ts';
import { findBrand } from '../session/find-brand.ts';
import { openSession } from '../session/open-session.ts';

export const upload = defineCommand({
  name: 'upload',
  summary: 'upload the pictures of a folder that the brand does not have yet',
  words: [['<folder>', 'where .jpg, .png and .webp files lie; captions in .txt files of the same names']],
  flags: [['--no-wait', 'do not wait until the pictures were looked into']],
  inBrand: true,
  examples: [
    ['act upload ./logos', 'what is there already is not sent again'],
    ['act upload ./logos --brand acmecompany --json', 'the same for a program'],
  ],
  input: z.object({ folder: z.string(), wait: z.boolean().default(true) }),
  run: async ({ input, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const plan = await planFolder(session, { brandId, folder: input.folder }, world);
    const { uploadedIds, knownIds, refused } = await plan.upload();
    const ids = [...uploadedIds, ...knownIds];
    const pictures = input.wait ? await awaitInspection(session, { brandId, ids }, world) : [];
    const rejected = pictures.filter(({ status }) => status === 'rejected');
    const waiting = pictures.filter(({ status }) => status === 'received');
    for (const { name, rejection_reason } of rejected) {
      world.output.note(`Rejected: ${name}. ${rejection_reason ?? ''}`);
    }
    if (waiting.length > 0) {
      world.output.note(
        `${count(waiting.length, 'picture')} wait to be looked into; \`act doctor\` says whether an engine runs.`,
      );
    }
    const document = {
      brandId,
      uploaded: uploadedIds,
      known: knownIds,
      refused,
      rejected: rejected.map(({ id, name, rejection_reason }) => ({ id, name, reason: rejection_reason })),
      ignored: plan.ignored,
      others: plan.others,
    };
    world.output.result(document, () => [
      `${count(uploadedIds.length, 'picture')} uploaded to ${brandId}, ${knownIds.length} there before, ${refused.length + rejected.length} not usable.`,
    ]);
    if (plan.others.length > 0) world.output.note(describeOthers(plan.others));
    return refused.length + rejected.length > 0 ? exitCodes.notReady : exitCodes.done;
  },
});

/** `5 files were no pictures: a.pdf, b.txt, c.doc and 2 more.` */
function describeOthers(names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const verb = names.length === 1 ? 'was no picture' : 'were no pictures';
  return `${count(names.length, 'file')} ${verb}: ${names.slice(0, 3).join(', ')}${more}.`;
}
