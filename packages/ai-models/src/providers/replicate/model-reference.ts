import { AiModelsError } from '../../errors/index.ts';
import { cutText } from '../../shared/cut-text.ts';

/** `owner/name`, or `owner/name:version` where it is pinned. */
export interface ModelReference {
  readonly owner: string;
  readonly name: string;
  readonly version?: string;
}

/** A version that came of a training: its id says whose it is. */
export interface TrainedVersion {
  readonly version: string;
}

const part = '[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?';
const referencePattern = new RegExp(`^(?<owner>${part})/(?<name>${part})(?::(?<version>[0-9a-f]{64}))?$`);

/** Reads a setting; throws `not_configured`. */
export function parseModelReference(text: string, setting: string): ModelReference {
  const { owner, name, version } = referencePattern.exec(text)?.groups ?? {};
  if (owner && name) return { owner, name, ...(version && { version }) };
  throw new AiModelsError({
    code: 'not_configured',
    message: `\`${setting}\` names no model of Replicate: ${JSON.stringify(cutText(text, 100))}.`,
    hint: 'Write it as owner/name or owner/name:version, in small letters.',
  });
}
