import type {ImageDescription} from './imageMetadata.ts'
import type {Rendition} from './renditionCache.ts'
import type {Transform} from './parseTransform.ts'

/** Previews that a client can request with `meta`. `meta=none` requests none. */
export const previewKinds = ['lqip', 'blurhash', 'palette'] as const
export type PreviewKind = (typeof previewKinds)[number]

/** The limits of an image, see `LakeLimits`. */
export interface ImageLimits {
  inputPixels: number
  animationPixels: number
  outputPixels: number
}

/** What an image process receives. */
export type ImageJob = {bytes: Uint8Array; limits: ImageLimits} & (
  | {type: 'describe'; previews: readonly PreviewKind[]}
  | {type: 'transform'; contentType: string; transform: Transform}
)

/** What an image process sends. */
export type ImageReply =
  /** The process has started. It takes jobs from now on. */
  | {type: 'ready'}
  | {type: 'described'; description: ImageDescription}
  | {type: 'transformed'; rendition: Rendition}
  /** The image is damaged, unsupported or too large. */
  | {type: 'failed'; message: string}
