/**
 * The part of `next/navigation` that the components use. Next itself is 150 MB, and nothing else here needs
 * it; a packaging test compiles the components with Next 15 and 16.
 */
declare module 'next/navigation' {
  export function useRouter(): {
    refresh(): void
    back(): void
    push(url: string): void
    replace(url: string): void
  }
  export function usePathname(): string
}
