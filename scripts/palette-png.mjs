/** Rewrites a picture of a page as a PNG with a palette, which is about a third of what a browser writes. */
import {crc32, deflateSync} from 'node:zlib';

/**
 * Draws a PNG again with its 256 most used colours. `page` is any page of a browser; it decodes the picture.
 * Format: PNG, third edition (W3C), colour type 3.
 */
export async function withPalette(png, page) {
  const {width, height, palette, indexes} = await page.evaluate(reduceColours, png.toString('base64'));
  const pixels = Buffer.from(indexes, 'base64');
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), framed.length - 4);
  return framed;
}

/** Runs in the page. Colours that differ in less than an eighth of their range share an entry where room is scarce. */
async function reduceColours(base64) {
  const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
  const bitmap = await createImageBitmap(blob);
  const {width, height} = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const {data} = context.getImageData(0, 0, width, height);
  const colourAt = at => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];

  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const bins = new Map();
  for (const [colour, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const bin = colour & 0xf8f8f8;
    const entry = bins.get(bin) ?? {colour, count: 0};
    entry.count += count;
    bins.set(bin, entry);
  }
  const chosen = [...bins.values()].sort((a, b) => b.count - a.count).slice(0, 256);
  const palette = chosen.flatMap(({colour}) => [colour >> 16, (colour >> 8) & 255, colour & 255]);

  const nearest = new Map();
  const indexOf = colour => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index < chosen.length; index++) {
      const distance =
        (palette[index * 3] - red) ** 2 +
        (palette[index * 3 + 1] - green) ** 2 +
        (palette[index * 3 + 2] - blue) ** 2;
      if (distance < least) [best, least] = [index, distance];
    }
    nearest.set(colour, best);
    return best;
  };
  let indexes = '';
  for (let at = 0; at < data.length; at += 4) indexes += String.fromCharCode(indexOf(colourAt(at)));
  return {width, height, palette, indexes: btoa(indexes)};
}
