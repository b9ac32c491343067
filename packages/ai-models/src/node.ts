/** What needs Node: pictures from disk and the web, looking into pictures, and posting to where somebody listens. */

export type { InspectPictureOptions } from './node/inspect-picture.ts';
export { inspectPicture } from './node/inspect-picture.ts';
export type {
  InspectionResult,
  PictureChange,
  PictureFinding,
  ReadyPicture,
  RejectedPicture,
  Rejection,
} from './node/inspection-result.ts';
export type { PictureMeasures } from './node/measure-pixels.ts';
export { pictureFromPath } from './node/picture-from-path.ts';
export type { PictureFromUrlOptions } from './node/picture-from-url.ts';
export { pictureFromUrl } from './node/picture-from-url.ts';
export type { Network, PostOutcome, PublicPost } from './node/post-to-public-url.ts';
export { postToPublicUrl } from './node/post-to-public-url.ts';
export { isOnThisMachine } from './shared/http/public-url.ts';
export type { PictureSource } from './shared/picture-source.ts';
