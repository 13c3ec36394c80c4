/** Builds every package and packs it into `packed/`, so that another project can install it. */
import {mkdirSync, rmSync} from 'node:fs'
import {resolve} from 'node:path'

import './build.ts'
import {packPackages} from './packPackages.ts'

const folder = resolve(import.meta.dirname, '../packed')
rmSync(folder, {recursive: true, force: true})
mkdirSync(folder)
for (const tarball of await packPackages(folder)) console.log(tarball)
