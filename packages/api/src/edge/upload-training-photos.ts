import { z } from '@hono/zod-openapi';
import { id } from '../answers/fields.ts';
import { signFiles } from '../database/files.ts';
import { requireOwnForm } from '../founding/own-form.ts';
import { parseSubject, readUploadForm, uploadForm } from '../founding/upload-form.ts';
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
    const scope = await caller.needScope();
    const { brandId } = scope;
    const stored: Awaited<ReturnType<typeof storePhoto>>[] = [];
    try {
      const fields = await readUploadForm(request, world, async (picture) => {
        stored.push(await storePhoto(caller, picture, { brandId, world }));
      });
      requireOwnForm(fields, { userId: caller.userId, brandId });
      if (stored.length === 0) throw formInvalid('The form has no photos.', 'Put them into `photos`.');
      const twin = { jobId: world.generateId(), metadata: parseSubject(fields) };
      const photos = await addPhotos(caller, stored, { brandId, twin });
      const signed = await signFiles(
        scope,
        photos.map((photo) => photo.file_url),
      );
      return { jobId: twin.jobId, photoUrls: [...signed.values()] };
    } catch (error) {
      await removeFiles(caller, stored);
      throw error;
    }
  },
});
