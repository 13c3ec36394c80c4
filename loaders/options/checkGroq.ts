import {ConfigurationError} from '../errors.ts'

const openers: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{'}

/**
 * Checks a GROQ condition, or a list of sort keys, before it becomes part of a query: an error of the Content Lake
 * would be about the whole query. It cannot end the part of the query that it is in.
 *
 * @returns the parts between the commas outside of brackets, such as sort keys
 * @throws ConfigurationError when it is empty, or has a bracket or a quote without its other half
 */
export function checkedGroq(option: string, groq: string): string[] {
  const refuse = (why: string): never => {
    throw new ConfigurationError(option, `${option} ${why} It is: ${shortened(groq)}`)
  }
  const open: string[] = []
  let part = ''
  const parts: string[] = []
  for (const token of tokensOf(groq)) {
    if (/^["']/.test(token) && (token.length < 2 || !token.endsWith(token.charAt(0)))) {
      refuse(`has a text without its closing ${token.charAt(0)}.`)
    }
    if (/^[([{]$/.test(token)) open.push(token)
    const opener = openers[token]
    if (opener !== undefined && open.pop() !== opener) {
      refuse(`has a "${token}" without its "${opener}".`)
    }
    if (token === ',' && open.length === 0) {
      parts.push(part.trim())
      part = ''
    } else if (!token.startsWith('//')) part += token
  }
  const [left] = open
  if (left !== undefined) refuse(`has a "${left}" that is not closed.`)
  parts.push(part.trim())
  if (parts.some((each) => each === '')) {
    const example = option.endsWith('order') ? 'name asc' : 'capacity >= $people'
    refuse(`has an empty part. Use GROQ such as ${example}, or omit it.`)
  }
  return parts
}

/** Returns the sort keys of an order. @throws ConfigurationError as `checkedGroq` does, and for a comment */
export function checkedOrder(option: string, order: string): string[] {
  if (tokensOf(order).some((token) => token.startsWith('//'))) {
    throw new ConfigurationError(
      option,
      `${option} has a comment, which would end the query. Remove what follows //. It is: ${shortened(order)}`,
    )
  }
  return checkedGroq(option, order)
}

/** Returns the names of the parameters in GROQ, without the `$`. */
export function parametersIn(groq: string): string[] {
  const code = tokensOf(groq).map((token) => (/^(?:["']|\/\/)/.test(token) ? ' ' : token))
  return [...code.join('').matchAll(/\$([A-Za-z_]\w*)/g)].flatMap(([, name = '']) => name)
}

/** Returns texts with their quotes, comments, and single characters. */
function tokensOf(groq: string): string[] {
  return groq.match(/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\/\/[^\n]*|[\s\S]/g) ?? []
}

function shortened(groq: string): string {
  return groq.length > 200 ? `${groq.slice(0, 200)}…` : groq || '(empty)'
}
