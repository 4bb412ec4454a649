/** That there were none is a word in itself: where it is not the report's, nothing is left to be confirmed. */
export const noneAtAll = (alternatives: string | undefined): boolean =>
	/^none\b(?! of)/i.test(alternatives?.trim() ?? '');
