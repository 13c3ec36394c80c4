import type {SafeUrl} from 'touchpoints/events-json'

/** An element as data. `toDom` makes it part of a page, and `toHtml` writes it on a server. */
export interface Markup {
  tag: keyof HTMLElementTagNameMap
  attributes: Attributes
  children: readonly Child[]
  /** Color of the calendar, `#rrggbb`. Its elements read it as `--mark`. */
  color?: string | undefined
  /** Called when a visitor clicks, or chooses another value. */
  onInput?: ((target: HTMLElement) => void) | undefined
}

export type Child = Markup | string | false | undefined

/** Attributes that a browser follows or runs take no plain string, and most take nothing. */
interface FollowedAttributes {
  href?: SafeUrl | undefined
  src?: never
  srcset?: never
  srcdoc?: never
  action?: never
  formaction?: never
  style?: never
}

type Attributes = Record<string, string | boolean | undefined> & FollowedAttributes

/**
 * Describes an element with attributes and children. Strings become text, so feed text never becomes
 * markup.
 */
export function h(
  tag: keyof HTMLElementTagNameMap,
  attributes: Attributes = {},
  ...children: Child[]
): Markup {
  return {tag, attributes, children}
}

/** Describes a text of the community, which may have another direction than the page. */
export function text(value: string): Markup {
  return h('bdi', {}, value)
}

/** Describes a link, and plain text without a URL: `readEvents` leaves out those that are not safe. */
export function link(
  href: SafeUrl | undefined,
  label: string,
  attributes: Attributes = {},
): Markup {
  return href === undefined ? text(label) : h('a', {href, ...attributes}, text(label))
}

/** Describes a button. `key` keeps the focus on it when the element renders again. */
export function button(
  label: string,
  key: string,
  onInput: () => void,
  attributes: Attributes = {},
): Markup {
  return {...h('button', {type: 'button', 'data-key': key, ...attributes}, label), onInput}
}
