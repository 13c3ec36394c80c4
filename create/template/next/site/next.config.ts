import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {loadEnvFile} from 'node:process'
import type {NextConfig} from 'next'

// The packages and .env are in the folder of the project, above this one.
const project = resolve(import.meta.dirname, '..')
const variables = join(project, '.env')
if (existsSync(variables)) loadEnvFile(variables)

const config: NextConfig = {
  turbopack: {root: project},
  // The Studio and feeds link to addresses with a slash at the end.
  skipTrailingSlashRedirect: true,
}

export default config
