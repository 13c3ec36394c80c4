import {rm, writeFile} from 'node:fs/promises'

/** Writes a file for as long as something runs: a mistake that a gate has to notice. */
export async function plant<Result>(
  path: string,
  text: string,
  run: () => Promise<Result>,
): Promise<Result> {
  await writeFile(path, text, {flag: 'wx'})
  try {
    return await run()
  } finally {
    await rm(path)
  }
}
