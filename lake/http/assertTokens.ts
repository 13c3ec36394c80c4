import {LakeError} from '../errors.ts'
import type {Token} from './visitor.ts'

/** A random token of this length, in letters and digits, has 95 bits. */
const minLength = 16

/**
 * Checks the tokens of a lake. A token that is empty or easy to guess would admit strangers. Their values do
 * not appear in the errors, because errors are logged.
 *
 * @throws LakeError `invalid-configuration`
 */
export function assertTokens(tokens: readonly Token[]) {
  if (!Array.isArray(tokens)) throw invalid('tokens', 'is not a list', 'Use [{token, role, name}].')
  tokens.forEach((entry: unknown, index) => {
    const place = `tokens[${index}]`
    const {token, role, name} = fieldsOf(entry, place)
    if (typeof token !== 'string' || token === '') {
      const reason = token === '' ? 'is empty' : 'is missing'
      const advice = 'Is the environment variable set that it comes from?'
      throw invalid(`${place}.token`, reason, advice)
    }
    if (token.length < minLength) {
      const reason = `has ${token.length} characters, so it can be guessed`
      throw invalid(`${place}.token`, reason, `Use at least ${minLength} random characters.`)
    }
    if (!/^[\x21-\x7e]+$/.test(token)) {
      const reason = 'has spaces or characters that a header cannot contain'
      throw invalid(`${place}.token`, reason, 'Use letters, digits and - . _ ~ + / =')
    }
    if (role !== 'read' && role !== 'write') {
      throw invalid(`${place}.role`, 'is unknown', 'Use read or write.')
    }
    if (typeof name !== 'string' || name === '') {
      const advice = 'Use the name that the history should show for its changes.'
      throw invalid(`${place}.name`, 'is missing', advice)
    }
    const first = tokens.findIndex((other) => other.token === token)
    if (first !== index) {
      const reason = `is the same as tokens[${first}].token`
      throw invalid(`${place}.token`, reason, 'Give each name a token of its own.')
    }
  })
}

function fieldsOf(entry: unknown, place: string): Record<'token' | 'role' | 'name', unknown> {
  if (typeof entry !== 'object' || entry === null) {
    throw invalid(place, 'is not an object', 'Use {token, role, name}.')
  }
  return {token: undefined, role: undefined, name: undefined, ...entry}
}

function invalid(option: string, reason: string, advice: string): LakeError {
  return new LakeError('invalid-configuration', `Invalid ${option}: it ${reason}. ${advice}`)
}
