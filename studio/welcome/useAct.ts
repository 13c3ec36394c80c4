import {useState} from 'react'

import {messageOf} from '../messageOf.ts'

/** Runs one act at a time, and keeps the message of the last one that failed. */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = async (act: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await act()
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return {busy, problem, setProblem, run}
}
