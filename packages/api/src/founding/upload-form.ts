import { z } from '@hono/zod-openapi';
import type { ApiWorld } from '../api-world.ts';
import { formInvalid, formTooLarge } from '../http/form/form-error.ts';
import { type FormPart, readForm } from '../http/form/read-form.ts';
import { checkText, parseJson } from '../http/parse-json.ts';
import { saidFields } from './own-person.ts';

/** A picture of a form, in memory until it is stored. */
export interface FormPicture {
  readonly name: string;
  /** Null where it is larger than is taken here. */
  readonly content: Blob | null;
}

/** Fields that are no files, each with all that was said under it. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

const fileFields = new Set(['files', 'photos', 'images', 'file']);
const maximumFieldBytes = 64 * 1024;
const maximumFields = 2_000;

/** The form as the document describes it. */
export const uploadForm = z.object({
  files: z
    .array(z.string().openapi({ format: 'binary' }))
    .openapi({ description: 'Pictures; `photos` is another name.' }),
  captions: z
    .array(z.string())
    .optional()
    .openapi({ description: 'In the order of the pictures, or as one JSON list.' }),
  brandId: z.string().optional(),
  userId: saidFields.userId,
  fursonaName: z.string().optional(),
  customizationData: z.string().optional().openapi({ description: 'JSON: what belongs to the training.' }),
});
const fieldNames = new Set([...Object.keys(uploadForm.shape), 'furrsona_name', 'gender']);

/** Reads a form to its end and hands over each picture as it comes; gives the other fields. */
export async function readUploadForm(
  request: Request,
  { limits }: ApiWorld,
  onPicture: (picture: FormPicture) => Promise<void>,
): Promise<FormFields> {
  const fields = new Map<string, string[]>();
  const options = { maximumBytes: limits.formBytes, timeoutMs: limits.bodyTimeoutMs };
  let [pictures, others] = [0, 0];
  for await (const part of readForm(request, options)) {
    if (part.fileName !== null && fileFields.has(part.name.replace(/\[\]$/, ''))) {
      pictures += 1;
      if (pictures > limits.files) throw formTooLarge(`more than ${limits.files} pictures`);
      await onPicture({ name: part.fileName, content: await readPicture(part, limits.fileBytes) });
    } else {
      others += 1;
      if (others > maximumFields) throw formTooLarge('too many fields');
      const name = part.name.replace(/\[\]$/, '');
      if (part.fileName !== null || !fieldNames.has(name)) throw unknownField(part.name);
      fields.set(name, [...(fields.get(name) ?? []), await readText(part)]);
    }
  }
  return fields;
}

/** What is too large is read all the same, and forgotten: another picture may come behind it. */
async function readPicture({ content, contentType }: FormPart, maximumBytes: number): Promise<Blob | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.byteLength;
    if (size <= maximumBytes) pieces.push(piece);
    else pieces.length = 0;
  }
  return size > maximumBytes ? null : new Blob(pieces, { type: contentType });
}

async function readText({ name, content }: FormPart): Promise<string> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const piece of content) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > maximumFieldBytes) throw formTooLarge(`too much in the field ${name}`);
  }
  text += decoder.decode();
  checkText(text);
  return text;
}

/** Each as a field of its own, or all as one JSON list. */
export function parseCaptions(fields: FormFields): readonly (string | null)[] {
  const said = fields.get('captions') ?? [];
  const [only] = said;
  if (said.length !== 1 || only === undefined || !only.trim().startsWith('['))
    return said.map((one) => one || null);
  const list = z.array(z.string().max(2000).nullable()).max(1000).safeParse(parseJson(only));
  if (list.success) return list.data;
  throw formInvalid('`captions` is no list of texts.', 'Send a JSON list, or one field for each picture.');
}

/** What the founding documents say of a subject: for the training that follows. */
export function parseSubject(fields: FormFields): Record<string, unknown> {
  const customization = fields.get('customizationData')?.[0];
  const given =
    customization === undefined
      ? {}
      : z.record(z.string(), z.unknown()).safeParse(parseJson(customization)).data;
  if (given === undefined) throw formInvalid('`customizationData` is no JSON object.', 'Send one.');
  const fursonaName = (fields.get('fursonaName') ?? fields.get('furrsona_name'))?.[0];
  const gender = fields.get('gender')?.[0];
  return { ...given, ...(fursonaName && { fursonaName }), ...(gender && { gender }) };
}

const unknownField = (name: string) =>
  formInvalid(
    `The form has a field that is not known here: ${name.slice(0, 60)}.`,
    'Put pictures into `files` or `photos`.',
  );
