/** Where the files of one language are, below the folders of the default language. */
export interface LanguageFolders {
  data: string
  files: string
  /** The folder of the files as a path on the site. */
  path: string
}

/** Returns the folders of a language: those of the default language, or `languages/es` and `es` within them. */
export function languageFolders(
  root: LanguageFolders,
  {key, isDefault}: {key: string; isDefault: boolean},
): LanguageFolders {
  if (isDefault) return root
  return {
    data: `${root.data}/languages/${key}`,
    files: `${root.files}/${key}`,
    path: root.path === '' ? key : `${root.path}/${key}`,
  }
}
