/**
 * Returns what is wrong with arguments that `parseArgs` of Node refuses, in one sentence. Undefined for other errors.
 * Node adds advice about arguments that begin with "-", which has an unmatched quote.
 *
 * @example argumentProblem(error) // 'Unknown option --foo. Add --help to list the options.'
 */
export function argumentProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) return undefined
  const option = /'(?<option>-.*?)'/s.exec(error.message)?.groups?.['option']
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option !== undefined) {
    return `Unknown option ${option}. Add --help to list the options.`
  }
  return `${error.message.split(/\n|\. /)[0]?.replace(/\.$/, '')}.`
}
