import type {AttributeKind} from './attributeTypes.ts'
import {writeAttribute} from './dom.ts'

type Attributes = Readonly<Record<string, AttributeKind>>

/**
 * Makes each attribute a property as well: Solid sets only properties of custom elements, and React and
 * Svelte set a property where there is one.
 */
export function reflectAttributes(prototype: HTMLElement, attributes: Attributes): void {
  for (const [attribute, kind] of Object.entries(attributes)) {
    Object.defineProperty(prototype, propertyOf(attribute), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        if (kind === 'flag') return isOn(this, attribute)
        const value = this.getAttribute(attribute)
        return kind === 'number' && value !== null ? Number(value) : value
      },
      set(this: HTMLElement, value: string | number | boolean | null | undefined) {
        if (value === null || value === undefined || value === false) {
          this.removeAttribute(attribute)
        } else {
          writeAttribute(this, attribute, value === true ? '' : String(value))
        }
      },
    })
  }
}

/** Whether an attribute is present. Vue writes `false` as a text. */
export function isOn(element: HTMLElement, attribute: string): boolean {
  return element.hasAttribute(attribute) && element.getAttribute(attribute) !== 'false'
}

/** Applies the properties that a framework set before the element was defined. */
export function applyEarlyProperties(element: HTMLElement, attributes: Attributes): void {
  for (const name of Object.keys(attributes).map(propertyOf)) {
    if (!Object.hasOwn(element, name)) continue
    const value: unknown = Reflect.get(element, name)
    Reflect.deleteProperty(element, name)
    Reflect.set(element, name, value)
  }
}

/** @example propertyOf('working-group') // 'workingGroup' */
function propertyOf(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
