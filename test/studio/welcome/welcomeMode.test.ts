import {describe, expect, test} from 'vitest'

import {welcomeMemory} from '../../../studio/welcome/welcomeMemory.ts'
import {isOffered, opensByItself} from '../../../studio/welcome/welcomeMode.ts'

describe('the welcome', () => {
  test('is the first screen while no session is published, until it is dismissed', () => {
    expect(opensByItself({hasPublished: false, memory: undefined})).toBe(true)
    expect(opensByItself({hasPublished: false, memory: 'opened'})).toBe(true)
    expect(opensByItself({hasPublished: false, memory: 'dismissed'})).toBe(false)
    expect(opensByItself({hasPublished: true, memory: undefined})).toBe(false)
  })

  test('is offered afterwards to those who have seen it, because the optional steps may be left', () => {
    expect(isOffered({hasPublished: true, memory: 'opened'})).toBe(true)
    expect(isOffered({hasPublished: true, memory: 'dismissed'})).toBe(false)
  })

  test('is never offered to an editor who joins a community with sessions', () => {
    expect(isOffered({hasPublished: true, memory: undefined})).toBe(false)
  })
})

describe('the memory', () => {
  const dataset = {projectId: 'ada', dataset: 'production'}

  test('is one for each dataset, because a browser can have several Studios on localhost', () => {
    const stored = new Map<string, string>()
    const store = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    }
    welcomeMemory(dataset, () => store).write('dismissed')
    expect(welcomeMemory(dataset, () => store).read()).toBe('dismissed')
    expect(welcomeMemory({...dataset, dataset: 'test'}, () => store).read()).toBeUndefined()
  })

  test('is empty where the browser denies storage', () => {
    const memory = welcomeMemory(dataset, () => {
      throw new Error('denied')
    })
    memory.write('opened')
    expect(memory.read()).toBeUndefined()
  })
})
