import {type GitOptions, runGit} from './runGit.ts'

/**
 * Returns the address of the pages of a repository, such as `https://github.com/OWNER/NAME/blob/main/`.
 * Undefined for a repository that has no remote at a known host.
 */
export async function repositoryBase(
  folder: string,
  git: Pick<GitOptions, 'env' | 'signal'>,
): Promise<string | undefined> {
  const options = {...git, protocols: [], timeout: 10_000}
  const read = (...args: string[]) =>
    runGit(['-C', folder, ...args], options).then(
      (text) => text.trim(),
      () => undefined,
    )
  const remote = await read('config', '--get', 'remote.origin.url')
  const branch = await read('rev-parse', '--abbrev-ref', 'HEAD')
  const prefix = await read('rev-parse', '--show-prefix')
  if (remote === undefined || branch === undefined) return undefined
  return pagesOf(remote, branch === 'HEAD' ? 'main' : branch, prefix ?? '')
}

/** @example pagesOf('git@github.com:o/r.git', 'main', '') // 'https://github.com/o/r/blob/main/' */
export function pagesOf(remote: string, branch: string, prefix: string): string | undefined {
  const [, host, owner, name] =
    /^(?:https:\/\/|ssh:\/\/git@|git@)(github\.com|gitlab\.com|codeberg\.org)[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      remote,
    ) ?? []
  if (host === undefined) return undefined
  const between = {'github.com': 'blob', 'gitlab.com': '-/blob'}[host.toLowerCase()] ?? 'src/branch'
  return `https://${host.toLowerCase()}/${owner}/${name}/${between}/${branch}/${prefix}`
}
