import {Box, Text} from 'ink';
import {memo} from 'react';

/** One line, already fitted and cleaned. Memoized: a line that stays the same costs nothing. */
const Row = memo(function Row({text}: {text: string}) {
	return <Text wrap="truncate-end">{text === '' ? ' ' : text}</Text>;
});

/** Lines one below the other, in a box of exactly this size. */
export function Rows({
	lines,
	width,
	height,
}: {
	lines: readonly string[];
	width?: number;
	height: number;
}) {
	return (
		<Box flexDirection="column" flexShrink={0} width={width} height={height} overflow="hidden">
			{Array.from({length: Math.min(lines.length, height)}, (_, index) => (
				<Row key={index} text={lines[index] ?? ''} />
			))}
		</Box>
	);
}
