import type {en} from './en.ts'

/** The areas of a catalog. A message's key is its area and its name: `site.noUpcoming`. */
export type Area = Exclude<keyof typeof en, 'vocabulary' | 'status'>

/** The messages of one language: exactly those of English. */
export type Catalog = {[A in Area]: AreaMessages<A>} & {
  vocabulary: Required<Vocabulary>
  status: {[Key in keyof (typeof en)['status']]: string}
}

export type AreaMessages<A extends Area> = {[Key in keyof (typeof en)[A]]: string}

/** What a community calls its things, in one language. Words in use mid-sentence, not capitalized. */
export interface Vocabulary {
  /** Defaults to "session". */
  session?: Term
  /** Defaults to "series". */
  series?: Term
  /** Defaults to "group". */
  group?: Term
  /** Defaults to "guest". */
  guest?: Term
}

export interface Term {
  singular: string
  plural: string
}
