/** How the columns that say whether something is so are best filled in. */
export const YES_OR_NO = ['yes', 'no'] as const;
