import type {PublishedEvent} from 'touchpoints/events-json'

import {h, type Markup, text} from './markup.ts'

/**
 * Describes the values of `extra` that an element shows, one line each. A page labels them with its
 * styles: each line has the parts `extra` and `extra-<name>`.
 *
 * @param names - names of values, in the order of the lines. Values that are absent have no line.
 */
export function extraLines(
  {extra}: PublishedEvent & {extra?: unknown},
  names: readonly string[],
): Markup[] {
  const values: Readonly<Record<string, unknown>> = Object(extra)
  return names.flatMap((name) => {
    const value = Object.hasOwn(values, name) ? textOf(values[name]) : ''
    const attributes = {class: 'note', part: `extra extra-${name}`, 'data-extra': name}
    return value ? h('p', attributes, text(value)) : []
  })
}

/** Objects have no text: the publisher decides how they read. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
