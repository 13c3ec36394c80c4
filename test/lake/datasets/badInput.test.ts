import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {createLake, type LakeOptions, serve} from '../../../lake/index.ts'

const name = {projectId: 'blog', dataset: 'production'}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return folder
}

function open(options: LakeOptions) {
  const lake = createLake(options)
  onTestFinished(() => lake.close())
  return lake
}

/** Each message is one line that says what happened and what to do. */
function messageOf(options: LakeOptions): string {
  try {
    createLake(options).close()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (message.includes('\n')) throw new Error(`More than one line: ${message}`, {cause: error})
    return message
  }
  throw new Error('The lake opened')
}

test('a project id in capitals is refused with the one to use', () => {
  expect(messageOf({file: ':memory:', projectId: 'ABC123', dataset: 'production'})).toBe(
    'Invalid projectId: "ABC123". It has capitals. Use "abc123", here and in the client.',
  )
  const datasets = [{projectId: 'blog', dataset: 'Staging'}]
  expect(messageOf({file: ':memory:', ...name, datasets})).toContain('Use "staging"')
})

test('a name that is more than capitals away is refused with the format', () => {
  expect(messageOf({file: ':memory:', projectId: 'My Blog', dataset: 'production'})).toContain(
    'Use lowercase letters, digits and -',
  )
})

test('a second lake on one file or folder is refused, and the first one goes on', () => {
  const folder = newFolder()
  const lake = open({folder, ...name})
  const file = join(folder, 'blog.production.db')
  const inUse = `${file} is in use by another process. Only one process can open it. Stop the other process, or choose another file.`
  expect(messageOf({folder, ...name})).toBe(inUse)
  expect(messageOf({file, ...name})).toBe(inUse)
  lake.import([{file: 'a', text: JSON.stringify({_id: 'a', _type: 'post'})}])
})

test('a port that is taken is refused with what to do', async () => {
  const first = await serve(open({file: ':memory:', ...name}), {port: 0})
  onTestFinished(() => first.close())
  await expect(serve(open({file: ':memory:', ...name}), {port: first.port})).rejects.toThrow(
    `Could not listen on port ${first.port}: it is already in use. Stop the program that uses it, or choose another port.`,
  )
})

describe('in a folder of datasets', () => {
  test('a file of another program is refused by its name, and stays unchanged', () => {
    const folder = newFolder()
    const file = join(folder, 'blog.staging.db')
    writeFileSync(file, 'not a database')
    expect(messageOf({folder, ...name})).toContain(`${file} is not a data file of the lake`)
    expect(readFileSync(file, 'utf8')).toBe('not a database')
    // The failed lake has closed the files that it had opened.
    rmSync(file)
    open({folder, ...name})
  })

  test('a damaged file is refused by its name, and stays unchanged', () => {
    const folder = newFolder()
    const first = createLake({folder, ...name, datasets: [{...name, dataset: 'staging'}]})
    first.close()
    const file = join(folder, 'blog.staging.db')
    const bytes = readFileSync(file)
    const damaged = Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)])
    writeFileSync(file, damaged)
    expect(messageOf({folder, ...name})).toContain(`${file} is damaged`)
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

  test('a file of another dataset is refused, because its documents would change their place', () => {
    const folder = newFolder()
    createLake({folder, ...name}).close()
    copyFileSync(join(folder, 'blog.production.db'), join(folder, 'shop.production.db'))
    expect(messageOf({folder, ...name})).toContain(
      'contains the dataset blog.production, not shop.production',
    )
  })

  test('files that name no dataset stay unopened', () => {
    const folder = newFolder()
    for (const file of ['notes.txt', 'Blog.Production.db', 'old.db']) {
      writeFileSync(join(folder, file), 'x')
    }
    expect(open({folder, ...name}).datasets()).toHaveLength(1)
  })
})

describe('a host name of another container', () => {
  const tokens = [{token: 'an-editor-token-of-16', role: 'write', name: 'Editor'}] as const

  test.each([{tokens: []}, {tokens}])('is refused with how to allow it: %j', async (options) => {
    const lake = open({file: ':memory:', ...name, ...options})
    const response = await lake.fetch(new Request('http://lake:3900/v1/ping'))
    expect(response.status).toBe(403)
    expect((await response.json()).message).toBe(
      'The host "lake:3900" is not allowed, because a web page could have chosen it. Use localhost or 127.0.0.1, or allow the name: createLake({allowedHosts: ["lake"]}), or lake --allow-host lake.',
    )
  })

  test('works when it is allowed, on any port and in capitals too', async () => {
    const lake = open({file: ':memory:', ...name, allowedHosts: ['lake']})
    for (const host of ['lake:3900', 'lake', 'LAKE:80']) {
      expect((await lake.fetch(new Request(`http://${host}/v1/ping`))).status).toBe(200)
    }
  })
})
