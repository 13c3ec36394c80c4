import {defaultLimits, type AnswerStore, type AnswerStoreLimits} from './answerStore.ts'
import {recency} from './recency.ts'

/** Creates a store in memory. It is lost when the process ends. */
export function memoryAnswers(limits: AnswerStoreLimits = {}): AnswerStore {
  const texts = new Map<string, string>()
  const order = recency({...defaultLimits, ...limits})
  return {
    get: (key) => Promise.resolve(texts.get(key)),
    set: (key, text) => {
      texts.set(key, text)
      // A string of JavaScript has two bytes per unit at most.
      for (const dropped of order.set(key, text.length * 2)) texts.delete(dropped)
      return Promise.resolve()
    },
    removeWhere: (isOutdated) => {
      for (const [key, text] of texts) {
        if (!isOutdated(text)) continue
        texts.delete(key)
        order.delete(key)
      }
      return Promise.resolve()
    },
  }
}
