export interface PromptOption<Value extends string = string> {
  value: Value
  label: string
  hint?: string
}

/** Questions to a person. `undefined` means that the person stopped. */
export interface Prompts {
  select: <Value extends string>(
    message: string,
    options: readonly PromptOption<Value>[],
  ) => Promise<Value | undefined>
  /** Nothing is selected at first. */
  multiselect: (
    message: string,
    options: readonly PromptOption[],
  ) => Promise<readonly string[] | undefined>
}
