import type {Outcome} from '../schema/index.ts';

/** What an outcome does with a matter. Whoever adds one says so here. */
type Effect = {
	/** Whether the matter is decided, so that reasons stand in the record; what is put off, noted or lost leaves it as it was. */
	decides: boolean;
	/** Whether a meeting without its quorum may do it too: putting the matter off is what becomes of it then. */
	withoutQuorum?: true;
	/** Whether one who decides alone thereby passes it on for others to deal with. */
	passesOn?: true;
};

const effects: Record<Outcome, Effect> = {
	approved: {decides: true},
	'approved-as-amended': {decides: true},
	refused: {decides: true},
	lost: {decides: false},
	deferred: {decides: false, withoutQuorum: true, passesOn: true},
	referred: {decides: true, passesOn: true},
	'recommended-to-council': {decides: true},
	noted: {decides: false},
	withdrawn: {decides: false, withoutQuorum: true, passesOn: true},
};

/** Whether an outcome decides the matter. */
export const decides = (outcome: Outcome): boolean => effects[outcome].decides;

export const needsQuorum = (outcome: Outcome): boolean => !effects[outcome].withoutQuorum;

export const passesOn = (outcome: Outcome): boolean => effects[outcome].passesOn ?? false;
