import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'

import {publicFieldOf, publicFields} from '../../../loaders/audience/publicFields.ts'
import {documentReads} from '../../../loaders/documentReads.ts'
import {scalarOf} from '../../../loaders/preview/scalarOf.ts'
import {seriesWithNextView} from '../../../loaders/queries/seriesWithNext.ts'
import {schemaWithin} from '../../../loaders/views/source.ts'
import {line} from '../../../schemas/scalars.ts'

interface Leaf {
  name: string
  path: string
  scalar: string | undefined
  /** Whether the property can be null, or is part of a list. */
  optional: boolean
}

/** Returns every property of a view that is a string or a list of strings. */
function leavesOf(view: z.core.$ZodType, path: string, name = '', inList = false): Leaf[] {
  const schema = schemaWithin(view)
  if (schema instanceof z.ZodMiniObject) {
    return Object.entries(schema._zod.def.shape).flatMap(([property, each]) =>
      leavesOf(each, `${path}.${property}`, property),
    )
  }
  if (schema instanceof z.ZodMiniArray) {
    return leavesOf(schema._zod.def.element, path, name, true)
  }
  if (schema instanceof z.ZodMiniNumber || schema instanceof z.ZodMiniBoolean) return []
  if (schema instanceof z.ZodMiniLiteral && typeof schema._zod.def.values[0] !== 'string') return []
  const optional = inList || view instanceof z.ZodMiniNullable
  return [{name, path, scalar: scalarOf(schema), optional}]
}

const views = [...Object.values(documentReads).map(({view}) => view), seriesWithNextView]
const leaves = views.flatMap((view, index) => leavesOf(view, `view ${index}`))
const unclassified = (all: readonly Leaf[]) =>
  all.filter(({name}) => !Object.hasOwn(publicFields, name)).map(({path}) => path)

/** Scalars that people write texts in, with what may happen to them. */
const expected: Record<string, readonly string[]> = {
  line: ['text', 'label'],
  paragraph: ['text', 'label'],
  httpsUrl: ['join', 'link'],
  href: ['link'],
}

describe('the table of public fields', () => {
  test('has every text of every view', () => {
    expect(unclassified(leaves)).toEqual([])
  })

  test('reports a new property that nobody has classified', () => {
    const view = z.object({invitation: line})
    expect(unclassified(leavesOf(view, 'new'))).toEqual(['new.invitation'])
    expect(publicFieldOf('invitation')).toBe('text')
  })

  test('cleans every text and every link under any name', () => {
    const wrong = leaves.filter(({name, scalar}) => {
      const kinds = scalar === undefined ? undefined : expected[scalar]
      return kinds && !kinds.includes(publicFieldOf(name))
    })
    expect(wrong).toEqual([])
  })

  test('never leaves a property empty that the type requires', () => {
    const wrong = leaves.filter(
      ({name, scalar, optional}) =>
        !optional && scalar !== undefined && scalar in expected && publicFieldOf(name) === 'text',
    )
    expect(wrong).toEqual([])
  })

  test('has no property that no view has', () => {
    // The end of a session is calculated.
    const names = new Set([...leaves.map(({name}) => name), 'end'])
    expect(Object.keys(publicFields).filter((name) => !names.has(name))).toEqual([])
  })
})
