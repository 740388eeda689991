/** Where scoping documents are looked for when nobody said: the default of the setting `inheritanceScope.documents`. */
export const DEFAULT_DOCUMENTS: readonly string[] = ['**/*.{md,markdown,txt,adoc,rst}'];
