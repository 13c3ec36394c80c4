/** groq-js puts the position first, which an error has as fields. */
const prefix = /^Syntax error in GROQ query at position \d+(?:: )?/

/** The wording of the hosted service, where it is known. Clients and tests match it. */
const hostedReasons = new Map([
  ['Unexpected end of query', 'unexpected end-of-file, expected expression'],
])

/** Returns what is wrong with a query, from the message of an error of groq-js. */
export function syntaxReason(message: string): string {
  const reason = message.replace(prefix, '')
  return hostedReasons.get(reason) ?? (reason || 'syntax error')
}
