/** Prints the datasets of a folder as a line of JSON. A test cannot call it: its runner has its own `import()`. */
import {findProject} from '../../../lake/cli/project/findProject.ts'
import {reasonOf} from '../../../lake/reasonOf.ts'

const [folder = '', ...dataset] = process.argv.slice(2)
const notes: string[] = []
const shell = {env: {}, folder, printError: (line: string) => void notes.push(line)}
try {
  const {root, datasets} = await findProject({dataset}, shell)
  const names = datasets.map((each) => `${each.projectId}.${each.dataset}`)
  console.log(JSON.stringify({root, names, notes}))
} catch (error) {
  console.log(JSON.stringify({error: reasonOf(error), notes}))
}
