import { AiModelsError } from '@act/ai-models';
import { parseRowPath } from '@act/ai-models/schemas';
import { uuidForm } from './uuid.ts';

/** What an address says of a picture that we have: its id, or bucket and key of its file. */
export type PictureReference = { readonly id: string } | { readonly path: string };

export interface OwnAddresses {
  /** Where this interface is, up to and without `/assets`. */
  readonly api: string;
  /** The project. */
  readonly supabase: string;
}

const ownPicture = new RegExp(`^/assets/(${uuidForm})/file$`, 'i');
const storedPicture = /^\/storage\/v1\/object\/(?:sign|authenticated)\/(training-data\/.+)$/;

/**
 * The founding documents name pictures by addresses. They are read, never opened: an address of ours says which picture
 * is meant, and any other is refused. @throws AiModelsError `url_refused`
 */
export function parseImageUrl(text: string, own: OwnAddresses): PictureReference {
  if (text.startsWith('training-data/')) return { path: checkedPath(text) };
  const api = new URL(own.api);
  const url = URL.canParse(text, own.api) ? new URL(text, own.api) : null;
  if (url?.username === '' && url.password === '') {
    const [, id] = ownPicture.exec(url.pathname.slice(api.pathname.replace(/\/$/, '').length)) ?? [];
    if (url.origin === api.origin && url.pathname.startsWith(api.pathname) && id !== undefined) return { id };
    const [, path] = storedPicture.exec(url.pathname) ?? [];
    if (url.origin === new URL(own.supabase).origin && path !== undefined)
      return { path: checkedPath(decode(path)) };
  }
  throw refused();
}

function checkedPath(path: string): string {
  try {
    parseRowPath(path);
    return path;
  } catch {
    throw refused();
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw refused();
  }
}

const refused = () =>
  new AiModelsError({
    code: 'url_refused',
    message: 'One of these addresses is no picture that was uploaded here; it was not opened.',
    hint: 'Upload the pictures first, and pass the addresses that the upload gave.',
  });
