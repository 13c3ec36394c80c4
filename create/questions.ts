import type {Reading} from './readings.ts'

/** Asks a person. A test passes its own. Each method throws a CreateError `stopped` on Ctrl-C. */
export interface Questions {
  start: (title: string) => void
  /** Asks for a text until `read` accepts it, and returns the text. */
  text: (question: TextQuestion) => Promise<string>
  choose: (question: ChoiceQuestion) => Promise<string>
}

export interface TextQuestion {
  message: string
  /** The answer of a person who types nothing. Shown until they type. */
  initial?: string
  /** An example, shown where there is no `initial`. */
  placeholder?: string
  read: (text: string) => Reading<unknown>
}

export interface ChoiceQuestion {
  message: string
  initial: string
  options: readonly {value: string; label: string; hint: string}[]
}
