import {readFile} from 'node:fs/promises'

/** The bundled elements. In a clone of the project, they exist after a build. */
const bundle = new URL(import.meta.resolve('@touchpoints/elements/bundle.js'))

/** Returns the script with the elements, or what to do when it is missing. */
export async function elementScript(
  file: URL = bundle,
): Promise<{script: string} | {script: undefined; note: string}> {
  const script = await readFile(file, 'utf8').catch(() => undefined)
  if (script !== undefined) return {script}
  return {
    script: undefined,
    note: `The script of the elements is not built, so the site shows lists that nothing updates between two builds. Run \`npm run build\` in the clone of touchpoints, then export again.`,
  }
}
