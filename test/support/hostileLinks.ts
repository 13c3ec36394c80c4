/** What a stranger writes in the place of a link, with what a browser would do with it. */
export const hostileLinks = [
  ['runs a script', 'javascript:alert(1)'],
  ['runs a script, in capitals', 'JaVaScRiPt:alert(1)'],
  ['runs a script, because browsers remove a tab', 'java\tscript:alert(1)'],
  ['runs a script, because browsers remove a control character', '\u0001javascript:alert(1)'],
  ['runs a script that looks like an address', 'javascript://example.org/%0aalert(1)'],
  ['opens a document of its own', 'data:text/html;base64,PHNjcmlwdD4='],
  ['runs a script in old browsers', 'vbscript:msgbox(1)'],
  ['reads a file', 'file:///etc/passwd'],
  ['shows one host and leads to another', 'https://example.org@evil.example/'],
  ['signs in with a password', 'https://user:secret@evil.example/'],
  ['leads to another host', '//evil.example/'],
  ['leads to another host, as browsers read a backslash', String.raw`\\evil.example/`],
] as const
