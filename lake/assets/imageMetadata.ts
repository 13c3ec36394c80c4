export interface ImageMetadata {
  _type: 'sanity.imageMetadata'
  dimensions: {
    _type: 'sanity.imageDimensions'
    width: number
    height: number
    aspectRatio: number
  }
  hasAlpha: boolean
  isOpaque: boolean
  /** A data URL of a picture 20 pixels wide, to show until the image is there. */
  lqip: string
}

const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/** What the service tells of an image, or undefined when it cannot be read. */
export async function imageMetadata(bytes: Uint8Array) {
  // sharp takes 60 ms to load, which a lake that serves no image does not pay.
  const {default: sharp} = await import('sharp')
  try {
    const image = sharp(bytes, {limitInputPixels: 100_000_000}).autoOrient()
    const {format, autoOrient, hasAlpha} = await image.metadata()
    const known = formats[format]
    if (!known) return undefined
    const {width, height} = autoOrient
    const preview = await image.clone().resize(20).jpeg({quality: 50}).toBuffer()
    const {isOpaque} = await image.stats()
    const metadata: ImageMetadata = {
      _type: 'sanity.imageMetadata',
      dimensions: {
        _type: 'sanity.imageDimensions',
        width,
        height,
        aspectRatio: width / height,
      },
      hasAlpha,
      isOpaque,
      lqip: `data:image/jpeg;base64,${preview.toString('base64')}`,
    }
    return {metadata, ...known}
  } catch {
    return undefined
  }
}
