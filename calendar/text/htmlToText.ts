import {decodeEntities} from './decodeEntities.ts'

/** The tags that calendars write, with what they become. `<3`, `a < b` and `<https://example.org>` are text. */
const tags: ReadonlyMap<string, 'break' | 'nothing' | 'link' | 'hidden'> = new Map([
  ...tagsThat('break', 'blockquote br div h1 h2 h3 h4 h5 h6 li p tr'),
  ...tagsThat(
    'nothing',
    '!-- b body em font head html html-blob i img meta o:p ol pre s span strong',
  ),
  ...tagsThat('nothing', 'table tbody td th thead u ul'),
  ...tagsThat('link', 'a'),
  ...tagsThat('hidden', 'script style title'),
])

/**
 * Converts the HTML of a DESCRIPTION to plain text, and returns any other text unchanged.
 *
 * Google Calendar and Outlook put HTML into this property, although RFC 5545 says that it is text. A link
 * keeps its address after its words. The time is proportional to the length of the text.
 *
 * @example
 * htmlToText('<p>Join us<br>at <b>noon</b></p>') // 'Join us\nat noon'
 */
export function htmlToText(text: string): string {
  // Every second part is a tag.
  const parts = text.includes('<') ? text.split(/(<[^<>]*>)/) : []
  if (!parts.some((part, index) => index % 2 === 1 && tags.has(nameOf(part)))) return text
  let result = ''
  let link = ''
  let linkFrom = 0
  let hidden = ''
  for (const [index, part] of parts.entries()) {
    const name = index % 2 === 1 ? nameOf(part) : ''
    const becomes = tags.get(name)
    const closes = part.startsWith('</')
    if (hidden !== '') {
      if (closes && name === hidden) hidden = ''
    } else if (becomes === undefined) result += part
    else if (becomes === 'hidden') hidden = closes ? '' : name
    else if (becomes === 'break' && (closes || name === 'br')) result += '\n'
    else if (becomes === 'link' && closes) {
      const words = result.slice(linkFrom).trim()
      if (!words.includes(link)) result += words === '' ? link : ` (${link})`
      link = ''
    } else if (becomes === 'link') {
      link = hrefOf(part)
      linkFrom = result.length
    }
  }
  return decodeEntities(result)
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Returns the name of a tag in lower case, without the slash of a closing one. */
function nameOf(tag: string): string {
  return /^<\/?(!--|[a-z][a-z0-9:-]{0,19}(?=[\s/>]))/i.exec(tag)?.[1]?.toLowerCase() ?? ''
}

function hrefOf(tag: string): string {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  return match?.[1] ?? match?.[2] ?? ''
}

function tagsThat<Effect extends string>(become: Effect, names: string) {
  return names.split(' ').map((name): [string, Effect] => [name, become])
}
