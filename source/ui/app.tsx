import {Box, useApp, useWindowSize} from 'ink';
import {lazy, Suspense, useEffect, useSyncExternalStore} from 'react';
import {bodyOf} from './components/body.ts';
import {footerLines, headerLines} from './components/frame.ts';
import {Rows} from './components/rows.tsx';
import type {Session} from './session.ts';
import {bodyHeight, placeOf, smallest, type State} from './state.ts';
import {wrap} from './text/wrap.ts';
import type {Theme} from './theme.ts';
import {isTooSmall} from './input.ts';
import {keyFor} from './keys-by-name.ts';

// Tables are loaded when the first one is looked at.
const Matrix = lazy(async () => {
	const {Matrix} = await import('./components/matrix.tsx');
	return {default: Matrix};
});

export type AppProps = {
	session: Session;
	theme: Theme;
	/** Hears how the terminal is lent to another program. */
	onReady?(suspend: (work: () => Promise<void>) => Promise<void>): void;
};

/** The whole application. The keyboard is not Ink's here: terminal/keyboard.ts reads it. */
export function App({session, theme, onReady}: AppProps) {
	const {suspendTerminal} = useApp();
	useEffect(() => onReady?.((work) => suspendTerminal(work)), [onReady, suspendTerminal]);
	const state = useSyncExternalStore(session.subscribe, session.getState);
	const {columns, rows} = useWindowSize();
	useEffect(() => session.send({kind: 'size', columns, rows}), [session, columns, rows]);
	return (
		// Ink draws once with the old size when the window has a new one: lines too long would go over two rows.
		<Box width="100%" overflow="hidden">
			{isTooSmall(state) ? <TooSmall state={state} /> : <Screen state={state} theme={theme} />}
		</Box>
	);
}

function Screen({state, theme}: {state: State; theme: Theme}) {
	const {columns, rows} = state;
	const isMatrix = placeOf(state).variant === 'matrix' && !state.overlay;
	return (
		<Box flexDirection="column" flexShrink={0} width={columns} height={rows}>
			<Rows lines={headerLines(state, theme)} height={3} />
			{isMatrix ? (
				<Suspense fallback={<Rows lines={[]} height={bodyHeight(state)} />}>
					<Matrix state={state} theme={theme} />
				</Suspense>
			) : (
				<Body state={state} theme={theme} />
			)}
			<Rows lines={footerLines(state, theme)} height={2} />
		</Box>
	);
}

function Body({state, theme}: {state: State; theme: Theme}) {
	const height = bodyHeight(state);
	const {main, side, mainWidth, sideWidth} = bodyOf(state, theme);
	return (
		<Box height={height} flexShrink={0}>
			<Rows lines={main} width={mainWidth} height={height} />
			{side ? (
				<Box marginLeft={2}>
					<Rows lines={side} width={sideWidth} height={height} />
				</Box>
			) : undefined}
		</Box>
	);
}

function TooSmall({state}: {state: State}) {
	const {columns, rows} = state;
	const said = [
		'Boardwalk needs a larger window:',
		`at least ${smallest.columns} columns by ${smallest.rows} lines.`,
		`This one has ${columns} by ${rows}.`,
	];
	const wrapped = said.flatMap((text) =>
		wrap(text, Math.max(1, columns)).map(({text}) => text.trimEnd()),
	);
	// How to leave is said even where the rest does not fit.
	const lines = [...wrapped.slice(0, Math.max(0, rows - 1)), `${keyFor('app.leave')} leaves.`];
	return <Rows lines={lines} width={columns} height={lines.length} />;
}
