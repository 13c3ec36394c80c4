import type {LineChange} from './addressLines.ts'

/** Where the parts of a run answer, such as `http://localhost:3900`. */
export interface Addresses {
  lake: string
  studio: string
  site: string
}

export const projectId = 'demo1234'
export const dataset = 'production'

/** What a run has to know about a public template. */
export interface Template {
  /** The name in the template's package.json. */
  name: string
  /** A template has other files in another year. Its Studio's version shows which ones. */
  studioMajor: number
  /** Packages, besides `sanity`, to name in the result with their versions. */
  packages: readonly string[]
  siteFolder: string
  /** Program in node_modules/.bin that serves the site. */
  siteProgram: string
  changes: (addresses: Addresses) => readonly LineChange[]
  /** The environment files that the template asks its user to write, by path. */
  environment: (addresses: Addresses) => Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The template's archive of sample content, or posts of our own. */
  seed: {archive: string} | {documents: readonly unknown[]}
  /** Posts of the seed. */
  seeded: {
    title: string
    slug: string
    /** A word of its texts that the other post does not have. */
    word: string
    otherTitle: string
    /** A text on its page besides the title, and the field it is from. */
    text: string
    field: string
  }
  imageField: string
  /** Whether publishing requires a description of the image. */
  imageNeedsAlt: boolean
  postPath: (slug: string) => string
  /** Whether the page of a visitor changes without a reload. */
  liveForVisitors: boolean
}
