/** The Content Lake, or something before it, answered with success and without a result. */
export class InvalidAnswer extends Error {
  override readonly name = 'InvalidAnswer'
}

/**
 * Returns why this is not the answer to a query. A client returns what it does not understand as it is: a
 * page as a text, and the empty body of a redirect as undefined.
 */
export function invalidAnswer(answer: unknown): InvalidAnswer {
  if (typeof answer === 'string') {
    return new InvalidAnswer(webPage(answer) ?? 'JSON that is damaged or cut off')
  }
  const isEmpty = answer === undefined || answer === null || answer === ''
  return new InvalidAnswer(isEmpty ? 'an empty answer, or a redirect' : 'JSON without a result')
}

/** Describes a page, such as the login page of a proxy. Undefined for another text. */
export function webPage(text: string): string | undefined {
  if (!/^\s*<(?:!doctype|html|head|body|title|\?xml)/i.test(text)) return undefined
  const title = /<title[^>]*>([^<]{1,100})/i.exec(text)?.[1] ?? ''
  const plain = title.replaceAll(/[^\p{L}\p{N}\p{P}]+/gu, ' ').trim()
  return plain === '' ? 'a web page' : `a web page titled "${plain}"`
}
