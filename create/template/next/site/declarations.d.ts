// Next's own types of style sheets are in next-env.d.ts, which the first start writes.
declare module '*.css'
