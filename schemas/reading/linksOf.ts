import {stringsOf, type Placed} from './textsOf.ts'
import type {Fields} from './stored.ts'

/** Returns all valid links of a document, with their paths. */
export function linksOf(document: Fields): Placed<string>[] {
  return stringsOf(document).flatMap(({value, path}) =>
    /^(?:https?|webcal):\/\/\S+$/i.test(value) && URL.canParse(value) ? [{value, path}] : [],
  )
}
