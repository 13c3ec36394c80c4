import {execFile} from 'node:child_process'
import {writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {gzipSync} from 'node:zlib'
import {packTar} from 'modern-tar'

import type {Attack} from '../attack.ts'

const command = resolve(import.meta.dirname, '../../../cli/main.ts')

const guest = (asset: string) =>
  `${JSON.stringify({_id: 'hostile-guest', _type: 'guest', name: 'H', photo: {_type: 'image', _sanityAsset: asset}})}\n`

const archive = async (name: string, content: string) =>
  gzipSync(
    await packTar([
      {header: {name: 'data.ndjson', size: Buffer.byteLength(content)}, body: content},
      {header: {name, size: 4}, body: 'evil'},
    ]),
  )

const files: Readonly<Record<string, {name: string; content: () => Promise<string | Uint8Array>}>> =
  {
    'NDJSON with a file of this machine': {
      name: 'file.ndjson',
      content: () => Promise.resolve(guest('file@file:///etc/hostname')),
    },
    'NDJSON with a server of this machine': {
      name: 'server.ndjson',
      content: () => Promise.resolve(guest('image@https://127.0.0.1:3900/x.png')),
    },
    'NDJSON nested 100,000 levels': {
      name: 'deep.ndjson',
      content: () =>
        Promise.resolve(`{"_id":"a","_type":"b","c":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    },
    'an archive that climbs': {
      name: 'climb.tar.gz',
      content: () => archive('images/../../../evil.png', guest('file@file://./../../etc/hostname')),
    },
    'a gzip bomb of 300 MB': {
      name: 'bomb.tar.gz',
      content: () => Promise.resolve(gzipSync(Buffer.alloc(300_000_000))),
    },
    'a Markdown page that nests': {
      name: 'page.md',
      content: () => Promise.resolve('>'.repeat(20_000)),
    },
  }

/** Files that a stranger sends to the person who runs `touchpoints import`. */
export const importAttacks: Attack[] = Object.entries(files).map(
  ([name, {name: file, content}]) => ({
    kind: 'import',
    name,
    run: async ({product, folder, signal}) => {
      await writeFile(join(folder, file), await content())
      const env = {...process.env, SANITY_API_HOST: product.lakeUrl}
      const running = promisify(execFile)(process.execPath, [command, 'import', file], {
        cwd: folder,
        env,
        signal,
      })
      const refused = await running.then(
        () => 'imported',
        (error: {code?: unknown; message?: string}) => {
          // On a busy machine, the command may only start in the time of an attempt.
          if (signal.aborted) return 'no response'
          return error.code === 1 ? 'refused' : `Error: ${error.message}`
        },
      )
      if (refused === 'imported') throw new Error(`${name} was imported`)
      return refused
    },
  }),
)
