import {expect, test} from 'vitest'
import * as z from 'zod/mini'

import {placeholderOf} from '../../../loaders/preview/placeholders.ts'
import {scalarOf} from '../../../loaders/preview/scalarOf.ts'
import * as scalars from '../../../schemas/scalars.ts'

const position = {property: 'title', now: '2026-01-01T00:00:00Z'}

test.each(Object.entries(scalars))(
  'the placeholder for %s is valid, because a preview would repair it again otherwise',
  (_name, scalar) => {
    const placeholder = placeholderOf(scalar, scalarOf(scalar), position)
    expect(z.safeParse(scalar, placeholder).error?.issues ?? []).toEqual([])
  },
)
