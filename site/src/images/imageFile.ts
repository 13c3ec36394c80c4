/**
 * Returns the path of an image as a file. A web server of files knows no query, so the size and the crop are in the
 * name.
 *
 * @param url - of the image on this site, with its query
 * @example
 * imageFile('/media/images/p/d/a-80x80.jpg?w=40&fit=crop')
 * // '/media/images/p/d/a-80x80.jpg/w-40_fit-crop.webp'
 */
export function imageFile(url: string): string {
  const [path = '', query = ''] = url.split('?')
  const name = query
    .replaceAll('%2C', '.')
    .replaceAll(',', '.')
    .replaceAll('=', '-')
    .replaceAll('&', '_')
  // An SVG is served as it is.
  return `${path}/${name}.${path.endsWith('.svg') ? 'svg' : 'webp'}`
}

/**
 * Returns the path and the query of the image that a file is made from. Undefined for the path of anything else.
 *
 * @example imageOfFile('/media/images/p/d/a-80x80.jpg/w-40_fit-crop.webp') // '/images/p/d/a-80x80.jpg?w=40&fit=crop'
 */
export function imageOfFile(file: string): string | undefined {
  const [, path, name] =
    /^\/media(\/images\/[\w-]+\/[\w-]+\/[0-9a-f]{40}-\d+x\d+\.\w+)\/([\w.-]+)\.\w+$/.exec(file) ??
    []
  if (path === undefined || name === undefined) return undefined
  const query = name.split('_').map((each) => each.replace('-', '=').replaceAll('.', ','))
  return `${path}?${query.join('&')}`
}
