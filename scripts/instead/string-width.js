// string-width, loaded when the first text is measured that is not narrow (source/ui/text/graphemes.ts): its patterns
// and its segmenter take longer to make than a frame.

/** @type {typeof import('string-width').default | undefined} */
let measure;

/** @type {typeof import('string-width').default} */
export default function stringWidth(...given) {
	measure ??= require('../../node_modules/string-width/index.js').default;
	if (!measure) throw new Error('string-width has no default export');
	return measure(...given);
}
