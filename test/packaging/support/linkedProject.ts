import {mkdir, readdir, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {inject} from 'vitest'

import {emptyProject} from './emptyProject.ts'

/** An empty project with every package but the Studio's: links into the one folder that they are installed in. */
export async function linkedProject() {
  const project = await emptyProject()
  const source = join(inject('installed'), 'node_modules')
  const target = join(project.folder, 'node_modules')
  await mkdir(target)
  const names = await readdir(source)
  await Promise.all(names.map((name) => symlink(join(source, name), join(target, name))))
  return project
}
