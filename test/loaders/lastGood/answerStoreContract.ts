import {expect, test} from 'vitest'

import type {AnswerStore} from '../../../loaders/lastGood/answerStore.ts'

/**
 * What every store of answers must do.
 *
 * @param questions - how many different keys to set: a file takes 1.5 ms
 */
export function answerStoreContract(
  name: string,
  questions: number,
  create: (limits?: {maxAnswers?: number; maxBytes?: number}) => AnswerStore,
) {
  test(`${name} returns the text last set under any key, also one that is no file name`, async () => {
    const store = create()
    for (const key of ['page-1', '../../etc/passwd', 'a/b', '', 'ü', 'k'.repeat(1000)]) {
      expect(await store.get(key)).toBeUndefined()
      await store.set(key, `first of ${key}`)
      await store.set(key, `text of ${key}`)
      expect(await store.get(key)).toBe(`text of ${key}`)
    }
  })

  test(`${name} forgets what was set longest ago, so that ${questions} questions stay bounded`, async () => {
    const store = create({maxAnswers: 5})
    await store.set('kept', 'v0')
    for (let count = 0; count < questions; count++) {
      await store.set(`question-${count}`, 'text')
      if (count % 3 === 0) await store.set('kept', 'again')
    }
    expect(await store.get('question-0')).toBeUndefined()
    expect(await store.get(`question-${questions - 1}`)).toBe('text')
    expect(await store.get('kept')).toBe('again')
  })

  test(`${name} counts bytes too, because one answer can be large`, async () => {
    const store = create({maxBytes: 10_000})
    await store.set('a', 'a'.repeat(4000))
    await store.set('b', 'b'.repeat(4000))
    expect(await store.get('a')).toBeUndefined()
    expect(await store.get('b')).toBe('b'.repeat(4000))
    await store.set('c', 'c'.repeat(20_000))
    expect(await store.get('c')).toBeUndefined()
  })

  test(`${name} never mixes concurrent writes of one key`, async () => {
    const store = create()
    const texts = Array.from({length: 20}, (_, index) => `${index}`.repeat(5000))
    await Promise.all(texts.map((text) => store.set('same', text)))
    expect(texts).toContain(await store.get('same'))
  })

  test(`${name} removes the texts that a rule names, and keeps the others`, async () => {
    const store = create({maxAnswers: 3})
    await store.removeWhere(() => true)
    for (const key of ['a', 'b', 'c']) await store.set(key, `text of ${key}`)
    await store.removeWhere((text) => text !== 'text of b')
    expect(await store.get('a')).toBeUndefined()
    // What was removed does not count.
    await store.set('d', 'text of d')
    await store.set('e', 'text of e')
    expect(await store.get('b')).toBe('text of b')
  })
}
