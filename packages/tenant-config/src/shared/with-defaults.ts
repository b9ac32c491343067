/** How settings are written: every field of an object may be left out; lists and dictionaries are given whole. */
export type WithDefaults<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? string extends keyof Value
      ? Value
      : { readonly [Key in keyof Value]?: WithDefaults<Value[Key]> | undefined }
    : Value;
