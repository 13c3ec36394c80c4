/** The options of `touchpoints export` that one format or another has. */
export interface ExportOptions {
  /** Export drafts too: documents. */
  drafts: boolean
  /** Print what would change: sites. */
  dryRun: boolean
  /** Write nothing when a calendar cannot be read: sites. */
  strict: boolean
  /** Folder of the sessions' pages: Hugo. */
  section: string
  /** How the sessions' pages are written: Hugo. */
  pages: 'adapter' | 'files'
  /** Values of `--alias`: Hugo. */
  aliases: readonly string[]
  /** Whether an alias may take the place of a theme's shortcode: Hugo. */
  writeShortcodes: boolean
  /** Whether a site without a collection gets pages: Jekyll. */
  addPages: boolean
  /** Folder of data: Eleventy. */
  dataDir: string | undefined
}
