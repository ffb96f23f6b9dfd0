// Reads what is baked into a picture, with libraries that are not the service's.
import { Readable } from 'node:stream';
import itxt from 'png-itxt';

// The text of a PNG's chunk with this keyword.
export function textIn(png, keyword) {
  return new Promise((resolve, reject) => {
    const reader = itxt.get(keyword, (error, chunk) => error ? reject(error) : resolve(chunk?.value));
    Readable.from([png]).pipe(reader).on('error', reject);
  });
}

// The text of an SVG's credential element.
export function bakedInto(svg) {
  const [, content] = /<openbadges:credential>([\s\S]*)<\/openbadges:credential>/.exec(svg);
  return content.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1');
}
