import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Accounts } from '../accounts/accounts.ts';
import { problems } from '../answers/api-problem.ts';
import { paginate } from '../answers/paginate.ts';
import { parseJson } from '../answers/parse-body.ts';
import { toTimestamp } from '../ids.ts';
import type { ApiEnvironment, ReplicateParts } from '../replicate-parts.ts';
import type { FileStore, StoredFile } from './file-store.ts';

const largestFileBytes = 100 * 1024 * 1024;
const formOverheadBytes = 1024 * 1024;
const longestNameBytes = 255;

const tooLarge = () => problems.fileTooLarge().toResponse();

/** Uploads, which trainings and predictions may be pointed at. */
export function fileRoutes({ files, apiUrl }: ReplicateParts): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  const toAnswer = (file: StoredFile) => ({
    id: file.id,
    name: file.name,
    content_type: file.contentType,
    size: file.bytes.byteLength,
    etag: file.sha256,
    checksums: { sha256: file.sha256 },
    metadata: file.metadata,
    created_at: toTimestamp(file.createdAt),
    expires_at: toTimestamp(file.expiresAt),
    urls: { get: `${apiUrl()}/files/${file.id}` },
  });
  const find = (context: Context<ApiEnvironment>): StoredFile => {
    const file = files.find(context.req.param('id') ?? '', context.var.account);
    if (!file) throw problems.fileMissing();
    return file;
  };

  const limit = bodyLimit({ maxSize: largestFileBytes + formOverheadBytes, onError: tooLarge });
  routes.post('/files', limit, async (context) => {
    const file = await readForm(context);
    return context.json(toAnswer(files.add({ ...file, account: context.var.account })), 201);
  });
  routes.get('/files', (context) => {
    const listed = files.list(context.var.account);
    const page = paginate(listed, { url: new URL(context.req.url), listUrl: `${apiUrl()}/files` });
    return context.json({ ...page, results: page.results.map(toAnswer) });
  });
  routes.get('/files/:id', (context) => context.json(toAnswer(find(context))));
  routes.delete('/files/:id', (context) => {
    files.remove(find(context));
    return context.body(null, 204);
  });
  return routes;
}

async function readForm(context: Context) {
  const form = await context.req.formData().catch(() => null);
  const content = form?.get('content');
  if (!(content instanceof Blob)) throw problems.refused('Missing content');
  if (content.size > largestFileBytes) throw problems.fileTooLarge();
  const name = String(form?.get('filename') ?? content.name);
  if (Buffer.byteLength(name) > longestNameBytes) throw problems.refused('The filename is too long.');
  const type = form?.get('type');
  return {
    name,
    contentType: typeof type === 'string' ? type : content.type || 'application/octet-stream',
    metadata: await readMetadata(form?.get('metadata') ?? null),
    bytes: new Uint8Array(await content.arrayBuffer()),
  };
}

async function readMetadata(part: File | string | null): Promise<Record<string, unknown>> {
  const text = typeof part === 'string' ? part : await part?.text();
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(text || '{}'));
  if (!parsed.success) throw problems.refused('Invalid metadata');
  return parsed.data;
}

/** A file's bytes for whoever shows a signature of its owner; no token is asked for. */
export function downloadRoute({
  files,
  accounts,
  clock,
}: { files: FileStore; accounts: Accounts } & Pick<ReplicateParts, 'clock'>): Hono {
  const routes = new Hono();
  routes.get('/files/:id/download', (context) => {
    const { owner = '', expiry = '', signature = '' } = context.req.query();
    const account = accounts.find(owner);
    const file = account && files.find(context.req.param('id'), account);
    const isInTime = Number(expiry) * 1000 > clock.now();
    if (!file || !isInTime || !isSigned(`${owner} ${file.id} ${expiry}`, signature, account.webhookSecret)) {
      throw problems.fileMissing();
    }
    return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.contentType } });
  });
  return routes;
}

/** The signature that the download address of a file carries. */
export const signDownload = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64');

function isSigned(text: string, signature: string, secret: string): boolean {
  const expected = Buffer.from(signDownload(text, secret));
  const given = Buffer.from(signature);
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}
