import {withoutPunctuation} from '../links/withoutPunctuation.ts'
import {decodeEntities} from '../text/decodeEntities.ts'

/**
 * Returns the web links in a text, in order, as a browser would open them.
 *
 * HTML is read as HTML: the address of an anchor, and addresses written as text. Feeds also escape `&`
 * in plain text. Such a text is decoded by the rule for attributes, which keeps `?a=1&copy=2` (HTML
 * standard, "named character reference state").
 *
 * @example
 * linksIn('<a href="https://zoom.us/j/1?a=b&amp;c=d">here</a>') // ['https://zoom.us/j/1?a=b&c=d']
 */
export function linksIn(text: string): string[] {
  if (!text.includes('://')) return []
  const plain = text.includes('<') ? withoutTags(text) : text
  return (decodeEntities(plain).match(links) ?? [])
    .map(withoutPunctuation)
    .filter((link) => URL.canParse(link))
}

const links = /https?:\/\/[^\s<>"'\\^`{|}]+/gi
const tags = /<\/?[a-z][^<>]*>/gi
const address = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i

/** Replaces each tag by its address, or by a space. */
function withoutTags(html: string): string {
  return html.replace(tags, (tag) => {
    const [, double, single, bare] = address.exec(tag) ?? []
    return ` ${double ?? single ?? bare ?? ''} `
  })
}
