import type {Area} from './catalogs/catalog.ts'
import type {en} from './catalogs/en.ts'
import type {VocabularyWord} from './vocabularyWords.ts'

/** The key of a message: `site.noUpcoming`, `names.role.host`. */
export type MessageKey = {
  [A in Area]: `${A}.${Extract<keyof (typeof en)[A], string>}`
}[Area]

/** The English text of a message. Its placeholders give the type of its arguments. */
export type MessageText<Key extends MessageKey> =
  Key extends `${infer A extends Area}.${infer Name}`
    ? Name extends keyof (typeof en)[A]
      ? (typeof en)[A][Name]
      : never
    : never

/** What a caller must pass for a message: nothing, or one object with each placeholder. */
export type MessageArguments<Key extends MessageKey> = ArgumentsOf<MessageText<Key>>

/** @example ArgumentsOf<'{count, plural, one {# day} other {# days}} of {title}'> // [{count: number; title: string}] */
export type ArgumentsOf<Text> = [PassedNames<Text>] extends [never]
  ? []
  : [{[Name in PassedNames<Text>]: Text extends NumberOf<Name> ? number : string}]

type PassedNames<Text> = Exclude<NamesIn<Text>, VocabularyWord>

type NumberOf<Name extends string> =
  `${string}{${Name}, ${'plural' | 'selectordinal' | 'number'}${string}`

/** A brace opens a placeholder, or a branch of a plural. A branch contains a space or a `#`. */
type NamesIn<Text> = Text extends `${string}{${infer Rest}` ? NameAt<Rest> | NamesIn<Rest> : never

type NameAt<Rest> = Rest extends `${infer Placeholder}}${string}`
  ? WithoutFormat<Placeholder> extends infer Name extends string
    ? Name extends `${string}${' ' | '#' | '{'}${string}`
      ? never
      : Name
    : never
  : never

type WithoutFormat<Placeholder extends string> = Placeholder extends `${infer Name},${string}`
  ? Name
  : Placeholder
