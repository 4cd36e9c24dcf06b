import { imageSize as sizeIn } from 'image-size';
import type { VaultPath } from '../source/index.ts';
import { readAttachmentStart } from './attachments.ts';

/** How large an image is shown by itself, in CSS pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size stands in the first bytes. An SVG image is searched for it, which must not go on for long. */
const START = 4 * 1024;
/** In a JPEG image it stands behind what the camera wrote, its own preview included. */
const JPEG_START = 256 * 1024;
const JPEG = 0xffd8;
/** From here on a camera was held on its side, and browsers turn the picture. Source: Exif 2.32, tag 0x0112. */
const FIRST_TURNED = 5;

/** The size of an image of the vault; undefined where its first bytes do not tell, or it cannot be read. */
export function imageSize(root: string, attachment: VaultPath): ImageSize | undefined {
  let start = readAttachmentStart(root, attachment, START);
  if (start === undefined || start.length < 2) return undefined;
  if (start.readUInt16BE() === JPEG) start = readAttachmentStart(root, attachment, JPEG_START) ?? start;
  try {
    const { width, height, orientation = 1 } = sizeIn(start);
    const isSize = [width, height].every((length) => Number.isFinite(length) && length >= 1);
    if (!isSize) return undefined;
    const [across, down] = orientation >= FIRST_TURNED ? [height, width] : [width, height];
    return { width: Math.round(across), height: Math.round(down) };
  } catch {
    return undefined; // The file is no such image, or a damaged one; browsers will show that.
  }
}
