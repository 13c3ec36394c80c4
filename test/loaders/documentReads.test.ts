import {expect, test} from 'vitest'

import {documentReads} from '../../loaders/documentReads.ts'
import * as door from '../../loaders/index.ts'
import {documentTypeNames} from '../../schemas/registry/index.ts'

test.each(documentTypeNames)(
  'the view of a %s is exported, so that a site can query with it',
  (name) => {
    expect(Reflect.get(door, `${name}View`)).toBe(documentReads[name].view)
  },
)
