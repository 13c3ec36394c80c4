import {stringsOf, type Placed} from './textsOf.ts'
import type {Fields} from './stored.ts'

/** Every link of a document that a URL parser takes, with its place. */
export function linksOf(document: Fields): Placed<string>[] {
  return stringsOf(document).flatMap(({value, path}) =>
    /^(?:https?|webcal):\/\/\S+$/i.test(value) && URL.canParse(value) ? [{value, path}] : [],
  )
}
