import type {PlacedDocument} from './readNdjson.ts'

/** What a file to import contains. */
export interface ImportSource {
  documents: readonly PlacedDocument[]
  /** Only for an archive. */
  archive?: ArchivedAssets
}

/** The images and files of an archive. */
export interface ArchivedAssets {
  /** The file on disk for each path beside the documents, such as `images/a.png`. */
  files: ReadonlyMap<string, string>
  /** What editors added to each asset, such as its title, by type and SHA-1: `image-2fd4e1c6…`. */
  attributes: Readonly<Record<string, AssetAttributes>>
}

export interface AssetAttributes {
  [attribute: string]: unknown
  _id: string
  _type: 'sanity.imageAsset' | 'sanity.fileAsset'
}
