import type {QueryParam} from '../lake/queryPort.ts'
import type {Question} from './lastGoodPort.ts'

/** Parameters that depend on the moment of a question, see queries/touchpointConditions.ts. */
const momentary = new Set(['now', 'dayBefore', 'from', 'to', 'dayBeforeFrom'])

/** Returns the parameters that a caller chose: a slug, a topic. */
export function chosenParams({params, ownParams = {}}: Question): [string, QueryParam][] {
  const named = Object.entries(params).filter(([name]) => !momentary.has(name))
  return [...named, ...Object.entries(ownParams)]
}

/**
 * Returns a key that is the same for the same question at another time. It consists of letters, digits and
 * hyphens. A changed view changes the query, and with it the key.
 *
 * @param source - identifies the project and the dataset
 */
export async function questionKey(question: Question, source: string): Promise<string> {
  const text = JSON.stringify([source, question.query, chosenParams(question)])
  return `${question.tag}-${await digestOf(text)}`
}

/** Returns 40 hexadecimal digits. */
export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, 40)
}
