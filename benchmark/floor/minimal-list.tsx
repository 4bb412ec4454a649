// The least that an Ink program does to show a list and move through it: what the application's
// start, key latency, bytes and memory are compared with. Its one argument is the number of rows.
import {memo, useReducer} from 'react';
import {Box, Text, render, useApp, useInput, useWindowSize} from 'ink';

const statuses = ['Proposed', 'In progress', 'On hold', 'Delivered'];

const rows = Array.from({length: Number(process.argv[2] ?? 25)}, (_, index) => ({
	id: `P${(index % 4) + 1}-${String(index + 1).padStart(4, '0')}`,
	title: `Project number ${index + 1} of the minimal list`,
	status: statuses[index % statuses.length] ?? '',
}));

type RowProps = {text: string; selected: boolean};

const Row = memo(function Row({text, selected}: RowProps) {
	return (
		<Text inverse={selected} wrap="truncate">
			{text}
		</Text>
	);
});

/** One line of the list: as wide as a terminal of 80 columns, so that a bar costs the same on all. */
function line(index: number, selected: boolean, columns: number) {
	const row = rows[index];
	if (!row) return '';
	const text = `${selected ? '>' : ' '} ${row.id}  ${row.title.padEnd(44)} ${row.status}`;
	return text.slice(0, columns).padEnd(80).slice(0, columns);
}

function List() {
	const {columns, rows: height} = useWindowSize();
	const {exit} = useApp();
	const [at, move] = useReducer(
		(at: number, by: number) => Math.min(Math.max(at + by, 0), rows.length - 1),
		0,
	);
	useInput((input, key) => {
		if (key.downArrow) move(1);
		if (key.upArrow) move(-1);
		// Keys pressed while a frame was drawn arrive together.
		for (const letter of input) {
			if (letter === 'q') exit();
			if (letter === 'j') move(1);
			if (letter === 'k') move(-1);
		}
	});
	// By pages, never line by line: scrolling would repaint every row.
	const page = height - 2;
	const first = Math.floor(at / page) * page;
	return (
		<Box flexDirection="column" width={columns} height={height}>
			<Text bold>{`Minimal list: ${rows.length} rows`}</Text>
			<Box flexDirection="column" height={page}>
				{Array.from({length: Math.min(page, rows.length - first)}, (_, offset) => (
					<Row
						key={offset}
						selected={first + offset === at}
						text={line(first + offset, first + offset === at, columns)}
					/>
				))}
			</Box>
			<Text dimColor>j/k move q quit</Text>
		</Box>
	);
}

render(<List />, {
	alternateScreen: true,
	incrementalRendering: true,
	interactive: true,
	maxFps: 120,
});
