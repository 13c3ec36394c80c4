import {expect, test} from 'vitest'

import {offerInit} from '../../../cli/dev/offerInit.ts'
import {projectFolder} from '../support/fakeProject.ts'

const shell = () => ({
  env: {},
  folder: projectFolder({}),
  writeOutput: () => {},
  writeError: () => {},
  isTerminal: {output: false, error: false},
  stopSignal: () => new AbortController().signal,
  fail: () => {},
})

test('without a terminal it is an error that names the command', async () => {
  await expect(offerInit(shell())).rejects.toThrow('npx touchpoints init')
})
