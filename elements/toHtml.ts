import type {Child} from './markup.ts'

/** Attributes that only the custom elements use. */
const own = new Set(['class', 'part', 'data-key'])

/**
 * Writes markup as HTML. Texts and values are escaped. Classes get the prefix `touchpoints-`, because the
 * styles of the page apply here. Colors are left out: a content security policy can forbid inline styles.
 *
 * Void elements are not supported, because no content of an agenda is one.
 */
export function toHtml(child: Child): string {
  if (!child) return ''
  if (typeof child === 'string') return escapeHtml(child)
  const {tag, attributes, children} = child
  const classes = String(attributes['class'] ?? '')
    .split(' ')
    .filter(Boolean)
  const written = [
    ...(classes.length > 0
      ? [['class', classes.map((name) => `touchpoints-${name}`).join(' ')]]
      : []),
    ...Object.entries(attributes).filter(([name]) => !own.has(name)),
  ].flatMap(([name, value]) => {
    if (value === true) return ` ${name}`
    return typeof value === 'string' ? ` ${name}="${escapeHtml(value)}"` : []
  })
  return `<${tag}${written.join('')}>${children.map(toHtml).join('')}</${tag}>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
