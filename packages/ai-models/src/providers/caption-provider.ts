import type { Stoppable } from '../shared/stoppable.ts';
import type { ProviderId } from './run.ts';

/** A picture to describe. */
export interface CaptionCall extends Stoppable {
  /** Signed for minutes. */
  readonly imageUrl: string;
  /** Words that the caption begins with, such as `photo of [brand], `. */
  readonly prefix?: string;
}

/** Describes a picture in a sentence. */
export interface CaptionProvider {
  /** Whose account is asked. */
  readonly id: ProviderId;
  /** One billable request. Throws a `ProviderError`; an outcome that is unknown is not sent again. */
  captionImage(call: CaptionCall): Promise<string>;
}
