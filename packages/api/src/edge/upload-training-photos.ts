import { z } from '@hono/zod-openapi';
import { id } from '../answers/fields.ts';
import { signFiles } from '../database/files.ts';
import { requireSelf } from '../founding/own-person.ts';
import { parseSubject, readUploadForm, uploadForm } from '../founding/upload-form.ts';
import { ApiError } from '../http/api-error.ts';
import { formInvalid } from '../http/form/form-error.ts';
import { json } from '../routes/answers.ts';
import { personRoute } from '../routes/person-route.ts';
import { addPhotos, removeFiles, storePhoto } from './twin-photos.ts';

const uploadedSchema = z.object({
  jobId: id,
  photoUrls: z.array(z.string()).openapi({ description: 'Where they can be seen, for five minutes.' }),
});

export const uploadTrainingPhotos = personRoute({
  method: 'post',
  path: '/upload-training-photos',
  operationId: 'uploadTrainingPhotos',
  area: 'Training',
  summary: 'Uploads the photos of a twin, all of them or none.',
  form: uploadForm,
  answer: json('They are there; nothing is trained yet.', uploadedSchema, 201),
  handle: async ({ caller, request, world }) => {
    const { id: brandId } = await caller.needBrand();
    const stored: Awaited<ReturnType<typeof storePhoto>>[] = [];
    try {
      const fields = await readUploadForm(request, world, async (picture) => {
        stored.push(await storePhoto(caller, picture, { brandId, world }));
      });
      for (const userId of fields.get('userId') ?? []) requireSelf(caller, userId);
      for (const named of fields.get('brandId') ?? []) if (named !== brandId) throw otherBrand(named);
      if (stored.length === 0) throw formInvalid('The form has no photos.', 'Put them into `photos`.');
      const twin = { jobId: world.generateId(), metadata: parseSubject(fields) };
      const photos = await addPhotos(caller, stored, { brandId, twin });
      const signed = await signFiles(
        { database: caller.database, brandId },
        photos.map((photo) => photo.file_url),
      );
      return { jobId: twin.jobId, photoUrls: [...signed.values()] };
    } catch (error) {
      await removeFiles(caller, stored);
      throw error;
    }
  },
});

const otherBrand = (named: string) =>
  new ApiError({
    status: 404,
    code: 'brand_not_allowed',
    message: `There is no brand ${named.slice(0, 63)} for you.`,
    hint: 'Where you have several, name it in the query or in the header `X-Brand-Id`.',
  });
