import {expect, test} from 'vitest'

import {missingPackage} from '../../../cli/dev/firstResponse.ts'

test.each([
  [`Error: Cannot find module 'sharp'`, 'sharp'],
  [`Cannot find package '@touchpoints/site' imported from /a/astro.config.ts`, '@touchpoints/site'],
  [`Failed to resolve import "lodash/merge" from "src/a.ts".`, 'lodash'],
  [`Module not found: Can&#39;t resolve &#39;@scope/name/part&#39;`, '@scope/name'],
  [`Could not resolve "preact"`, 'preact'],
])('%s names the package', (text, name) => {
  expect(missingPackage(text)).toBe(name)
})

test('a file of the site and an address are no packages', () => {
  expect(missingPackage(`Cannot find module './page.ts'`)).toBeUndefined()
  expect(missingPackage(`Cannot find module '/a/b.js'`)).toBeUndefined()
  expect(missingPackage('TypeError: x is not a function')).toBeUndefined()
})
