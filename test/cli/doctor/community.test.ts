import {expect, test} from 'vitest'

import {checkCommunity} from '../../../cli/doctor/checkCommunity.ts'
import {community, loaderOf} from '../../loaders/smallCommunity.ts'

const check = (document: Record<string, unknown>) =>
  checkCommunity({editorsLoader: loaderOf({documents: [{...community, ...document}]})})

test('a community document is ok, and its name says which dataset this is', async () => {
  expect(await check({})).toEqual([{about: 'Community', state: 'ok', message: 'Small Community'}])
})

test('a dataset without one gets a warning that says what to do', async () => {
  expect(await check({_type: 'none'})).toMatchObject([
    {state: 'warn', message: expect.stringContaining('Create and publish it in the Studio')},
  ])
})

test('one that sites leave out is a warning about its fault, not about its absence', async () => {
  const diagnoses = await check({timeZone: 'CET'})
  expect(diagnoses).toMatchObject([{state: 'warn', message: expect.stringContaining('timeZone')}])
  expect(JSON.stringify(diagnoses)).not.toContain('There is no community document')
})
