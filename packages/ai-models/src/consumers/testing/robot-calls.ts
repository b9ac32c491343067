import type { TestStack } from '@act/local-stack/testing';
import { demoPeople } from '@act/local-stack/testing';
import { paintPicture, toBytes } from '../../node/testing/paint-picture.ts';

/** What a consumer's program is given: a project, a robot that is a member of one of its brands, and a picture. */
export async function describeRobot({ url, secrets }: TestStack) {
  const picture = await toBytes(paintPicture().jpeg());
  return {
    supabase: { url, publishableKey: secrets.publishableKey },
    access: { email: demoPeople.ctMember.email, password: secrets.demoPassword },
    picture: Buffer.from(picture).toString('base64'),
  };
}

/**
 * A program's own part, the same everywhere: uploads a picture, lists trainings and asks for one that is not there. It
 * needs `input` and `ai`, the package.
 */
export const robotCalls = `
  ai.configureAiModels({ supabase: input.supabase, access: input.access });
  const bytes = Uint8Array.from(atob(input.picture), (character) => character.charCodeAt(0));
  const [picture] = await ai.uploadTrainingImages({ files: new Blob([bytes], { type: 'image/jpeg' }) });
  const { items } = await ai.listTrainingJobs({ brandId: 'creativetechnologists' });
  const error = await ai.getTrainingJob(crypto.randomUUID()).catch((thrown) => thrown);
  console.log(picture.brandId, picture.status, items.length, error.code, ai.AiModelsError.isInstance(error));`;

/** What that prints. */
export const robotAnswer = 'creativetechnologists received 0 job_not_found true\n';
