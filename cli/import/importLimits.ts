const second = 1000
const kib = 1024
const mib = 1024 * kib

/** Limits of `touchpoints import`, and of the files that `touchpoints check` reads. */
export interface ImportLimits {
  /** Bytes of one NDJSON file. */
  fileBytes: number
  /** Bytes of one line, which is one document. */
  lineBytes: number
  /** Documents of all files together. */
  documents: number
  /** Levels of objects and arrays in a document. */
  depth: number
  /** Bytes of an archive after decompression, so that a gzip bomb is stopped like any large archive. */
  archiveBytes: number
  /** Files and folders in an archive. */
  archiveEntries: number
  /** Characters of a path in an archive. */
  pathLength: number
  /** Folders in a path in an archive. */
  pathDepth: number
  /** Images and files that the documents refer to by address, each counted once. */
  downloads: number
  /** Bytes of one image or file. */
  assetBytes: number
  /** Bytes of all downloads together. */
  downloadBytes: number
  /** How long one download may take, in milliseconds, including redirects and body. */
  downloadTime: number
  /** How long all downloads together may take, in milliseconds. */
  totalDownloadTime: number
  /** Redirects of one download to follow. */
  redirects: number
  /** Bytes of a Markdown page. */
  markdownBytes: number
  /** Bytes of another text file, such as a list of groups. */
  sourceBytes: number
  /** Bytes of all text files together. */
  allSourceBytes: number
  /** Text files in a folder. */
  sourceFiles: number
  /** Files and folders in a folder. */
  folderEntries: number
  /** Folders inside each other. */
  folderDepth: number
  /** Bytes of a cloned repository with its history. */
  cloneBytes: number
  /** How long cloning a repository may take, in milliseconds. */
  cloneTime: number
  /** How long reading the log of a repository may take, in milliseconds. */
  historyTime: number
  /** How long reading all text files may take, in milliseconds. */
  planTime: number
  /** MB of memory to read the text files with. */
  planMemory: number
}

/**
 * The default limits.
 *
 * A year of meetings is about 10 kB of Markdown, the list of groups of a large project 150 kB. An asset is read into memory before it is uploaded, two at
 * a time.
 */
export const defaultImportLimits: Readonly<ImportLimits> = {
  fileBytes: 256 * mib,
  lineBytes: 8 * mib,
  documents: 100_000,
  depth: 64,
  archiveBytes: 2048 * mib,
  archiveEntries: 20_000,
  pathLength: 255,
  pathDepth: 5,
  downloads: 2000,
  assetBytes: 128 * mib,
  downloadBytes: 1024 * mib,
  downloadTime: 60 * second,
  totalDownloadTime: 900 * second,
  redirects: 5,
  markdownBytes: 500_000,
  sourceBytes: 4 * mib,
  allSourceBytes: 64 * mib,
  sourceFiles: 5000,
  folderEntries: 50_000,
  folderDepth: 20,
  cloneBytes: 512 * mib,
  cloneTime: 300 * second,
  historyTime: 60 * second,
  planTime: 120 * second,
  planMemory: 1024,
}
