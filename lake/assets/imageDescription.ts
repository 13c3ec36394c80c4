import type {Palette} from './palette.ts'

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
  /** A data URL of a preview 20 pixels wide, to show while the image loads. */
  lqip?: string
  blurHash?: string
  palette?: Palette
}

/** What the document of an image says about it. */
export interface ImageDescription {
  metadata: ImageMetadata
  extension: string
  mimeType: string
}

/** Previews that a client can request with `meta`. `meta=none` requests none. */
export const previewKinds = ['lqip', 'blurhash', 'palette'] as const
export type PreviewKind = (typeof previewKinds)[number]

/** The limits of an image, see `LakeLimits`. */
export interface ImageLimits {
  inputPixels: number
  animationPixels: number
  outputPixels: number
}
