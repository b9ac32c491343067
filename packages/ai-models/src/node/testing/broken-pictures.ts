import { crc32 } from '../../shared/hashing/crc32.ts';
import { paintPicture, toBytes } from './paint-picture.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A part of a PNG, with its checksum right. */
function pngChunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32([body]));
  return Buffer.concat([length, body, sum]);
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function pngHeader(width: number, height: number): Buffer {
  const content = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  return pngChunk('IHDR', content);
}

const end = pngChunk('IEND', new Uint8Array());
const join = (...parts: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
/** The header of a PNG, the rest of another one. */
const withHeader = (header: Buffer, png: Bytes) => join(signature, header, png.subarray(8 + header.length));

/** Files that begin like a picture and are none that anybody can use, by what is wrong with them. */
export async function paintBrokenPictures(): Promise<Record<string, Bytes>> {
  const small = { width: 64, height: 48 };
  const png = await toBytes(paintPicture(small).png());
  const jpeg = await toBytes(paintPicture(small).jpeg());
  const webp = await toBytes(paintPicture(small).webp());
  const scan = Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xda]));
  const tail = Buffer.from('PK\x03\x04 something else');
  const huge = paintPicture({ width: 20_000, height: 20 });
  return {
    'a PNG of its header alone': join(signature, pngHeader(64, 48)),
    'a PNG without pixels': join(signature, pngHeader(64, 48), end),
    'a PNG with pixels of no length': join(
      signature,
      pngHeader(64, 48),
      pngChunk('IDAT', new Uint8Array()),
      end,
    ),
    'a PNG without an end': png.slice(0, -12),
    'a PNG that breaks off': png.slice(0, png.length / 2),
    'a PNG with something behind it': join(png, tail),
    'a PNG with one byte behind it': join(png, new Uint8Array(1)),
    'a PNG without width': withHeader(pngHeader(0, 48), png),
    'a PNG without height': withHeader(pngHeader(64, 0), png),
    'a PNG that says it is enormous': withHeader(pngHeader(2 ** 31 - 1, 2 ** 31 - 1), png),
    'a PNG that says it is larger than it is': withHeader(pngHeader(4_000, 4_000), png),
    'a PNG of twenty thousand pixels': await toBytes(huge.png()),
    'a PNG of one pixel': await toBytes(paintPicture(small).resize(1, 1).png()),
    'a JPEG without a scan': join(jpeg.subarray(0, scan), new Uint8Array([0xff, 0xd9])),
    'a JPEG of its first bytes': jpeg.slice(0, 20),
    'a JPEG with a scan of no length': join(
      jpeg.subarray(0, scan + 2 + Buffer.from(jpeg).readUInt16BE(scan + 2)),
      new Uint8Array([0xff, 0xd9]),
    ),
    'a JPEG that breaks off': jpeg.slice(0, scan + 200),
    'a JPEG with something behind it': join(jpeg, tail),
    'a WebP with something behind it': join(webp, tail),
    'a WebP that breaks off': webp.slice(0, webp.length / 2),
    'a WebP of its header alone': webp.slice(0, 20),
  };
}
