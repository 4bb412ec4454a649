import type {Project} from '../../../domain/schema/index.ts';
import type {LinePart} from '../../components/line.ts';
import type {Place, State} from '../../state.ts';
import type {View} from '../screen.ts';

/** One way of looking at the portfolio. Its rows are records by path, so that every key of theirs works in each. */
export type PortfolioView = {
	title: string;
	/** `projects` are those that the filter leaves. */
	rows(state: State, place: Place, projects: readonly Project[]): readonly string[];
	row(view: View, path: string): LinePart[];
	/** The line over the rows; empty where there is none. */
	heading(view: View): string;
	/** What stands above and below the rows where there is room. */
	above?(view: View, rows: readonly string[]): string[];
	below?(view: View): string[];
	/** What is told besides on coming here. */
	told?(view: View): string[];
	/** What stands there when there are no rows. */
	empty: string;
};
