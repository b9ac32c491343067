import { randomUUID } from 'node:crypto';

export interface Picture {
  readonly bytes: Buffer;
  readonly name: string;
  readonly contentType: string;
  readonly caption: string;
}

/** A form with one picture, as `POST /training/upload` takes it. */
export function writePictureForm({ bytes, name, contentType, caption }: Picture) {
  const boundary = `act-${randomUUID()}`;
  const head = (disposition: string, type?: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([
      Buffer.from(head(`name="files"; filename="${quote(name)}"`, oneLine(contentType))),
      bytes,
      // As a list, so that a caption that begins with a bracket stays one.
      Buffer.from(caption && `\r\n${head('name="captions"')}${JSON.stringify([caption])}`),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** As browsers write names of files: nothing in them ends the header. */
const quote = (name: string): string =>
  name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const oneLine = (type: string): string =>
  /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
