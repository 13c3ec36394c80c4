import {expect, test} from 'vitest'
import * as z from 'zod/mini'

import {placeholderOf} from '../../../loaders/preview/placeholders.ts'
import {scalarOf} from '../../../loaders/preview/scalarOf.ts'
import * as scalars from '../../../schemas/scalars.ts'

const place = {property: 'title', now: '2026-01-01T00:00:00Z'}

test.each(Object.entries(scalars))(
  'the stand-in for %s is one that it takes, or a preview would never come to an end',
  (_name, scalar) => {
    const standIn = placeholderOf(scalar, scalarOf(scalar), place)
    expect(z.safeParse(scalar, standIn).error?.issues ?? []).toEqual([])
  },
)
