import { AiModelsError, UploadError, type UploadedPicture } from '@act/ai-models';
import { z } from '@hono/zod-openapi';
import { id, time } from '../../answers/fields.ts';
import { assetStatuses, changeAsset } from '../../database/assets.ts';
import { requireOwnForm } from '../../founding/own-form.ts';
import {
  type FormPicture,
  parseCaptions,
  parseSubject,
  readUploadForm,
  uploadForm,
} from '../../founding/upload-form.ts';
import { formInvalid } from '../../http/form/form-error.ts';
import { ownAddress } from '../../http/own-address.ts';
import { toApiError } from '../../http/to-api-error.ts';
import type { Caller } from '../../session/caller.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const pictureSchema = z.object({
  id,
  brandId: z.string(),
  name: z.string(),
  fileUrl: z.string(),
  imageUrl: z.string(),
  caption: z.string().nullable(),
  status: z.enum(assetStatuses),
  createdAt: time,
});
const failedSchema = z.object({
  index: z.number(),
  name: z.string(),
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});
type FailedPicture = z.output<typeof failedSchema>;

export const uploadedSchema = z
  .object({
    imageUrls: z.array(z.string()).openapi({ description: 'What `POST /training/start` takes.' }),
    images: z.array(pictureSchema),
    failed: z.array(failedSchema).openapi({ description: 'Why some were not uploaded.' }),
    metadata: z.record(z.string(), z.unknown()).openapi({ description: 'What was said of the subject.' }),
  })
  .openapi('UploadedPictures');

export const uploadPictures = personRoute({
  method: 'post',
  path: '/training/upload',
  operationId: 'uploadTrainingPictures',
  area: 'Training',
  summary: 'Uploads pictures as a form; straight to storage is the better way for many.',
  form: uploadForm,
  refuses: [422],
  answer: json('What was uploaded, and what was not.', uploadedSchema, 201),
  handle: async ({ caller, request, world }) => {
    const scope = await caller.needScope();
    const { brandId } = scope;
    const uploads = createUploads(caller, brandId);
    try {
      const fields = await readUploadForm(request, world, uploads.add);
      requireOwnForm(fields, { userId: caller.userId, brandId });
      const { uploaded, failed } = uploads.result();
      const captions = parseCaptions(fields);
      const metadata = parseSubject(fields);
      const images = await Promise.all(
        uploaded.map(async ({ index, picture }) => {
          const caption = captions[index] ?? null;
          if (caption !== null) await changeAsset(scope, picture.id, { caption });
          return { ...picture, caption, imageUrl: `${ownAddress(world, request)}/assets/${picture.id}/file` };
        }),
      );
      return { imageUrls: images.map(({ imageUrl }) => imageUrl), images, failed: [...failed], metadata };
    } catch (error) {
      await uploads.undo();
      throw error;
    }
  },
});

/** Stores pictures one by one; what was stored can be taken back. */
function createUploads(caller: Caller, brandId: string) {
  const uploaded: { index: number; picture: UploadedPicture }[] = [];
  const failed: FailedPicture[] = [];
  const errors: AiModelsError[] = [];
  let index = -1;
  return {
    add: async ({ name, content }: FormPicture) => {
      index += 1;
      try {
        if (content === null) throw tooLarge();
        const [picture] = await caller.ai.uploadTrainingImages({
          brandId,
          files: content,
          names: [name || null],
        });
        if (picture) uploaded.push({ index, picture });
      } catch (error) {
        const known = UploadError.isInstance(error) ? (error.failed[0]?.error ?? error) : error;
        if (!AiModelsError.isInstance(known)) throw known;
        errors.push(known);
        const { code, message, hint } = toApiError(known);
        failed.push({ index, name, code, message, hint });
      }
    },
    /** Where nothing was stored, why not. */
    result: () => {
      const [first] = errors;
      if (uploaded.length > 0) return { uploaded, failed };
      throw first ?? formInvalid('The form has no pictures.', 'Put them into `files` or `photos`.');
    },
    undo: async () => {
      const assetIds = uploaded.map(({ picture }) => picture.id);
      if (assetIds.length === 0) return;
      // What stays is seen in the list of pictures.
      await caller.ai.deleteAssets({ brandId, assetIds }).catch(() => undefined);
    },
  };
}

const tooLarge = () =>
  new AiModelsError({
    code: 'picture_rejected',
    message: 'The picture is larger than is taken in a form.',
    hint: 'Save it smaller: 2,048 pixels on the longer side are more than training uses.',
  });
