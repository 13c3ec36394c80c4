import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {FlagValues} from '../../../create/flags.ts'
import type {Questions} from '../../../create/questions.ts'
import {startProject} from '../../../create/startProject.ts'

export const someFlags: FlagValues = {zone: 'Europe/Paris', yes: true}

/** An empty folder, removed at the end of its scope, and the command in it. */
export async function emptyPlace() {
  const place = await mkdtemp(join(tmpdir(), 'touchpoints-create-'))
  return {
    place,
    /** Returns the output. */
    start: async (
      request: {flags?: FlagValues; folder?: string; init?: boolean},
      questions?: Questions,
    ) => {
      const {flags = someFlags, folder, init = false} = request
      let output = ''
      const print = (line: string) => {
        output += `${line}\n`
      }
      await startProject(
        {flags, folder, init},
        {currentFolder: place, machineZone: 'UTC', print, questions},
      )
      return output
    },
    [Symbol.asyncDispose]: () => rm(place, {recursive: true}),
  }
}
