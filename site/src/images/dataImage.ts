/** A small bitmap in the page itself. SVG is left out, because it can contain scripts. */
const bitmap = /^data:image\/(?:gif|jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/

/** Returns the blurred placeholder of an image for `src`, or undefined if it is anything else. */
export function dataImage(lqip: string | null): string | undefined {
  return lqip !== null && bitmap.test(lqip) ? lqip : undefined
}
