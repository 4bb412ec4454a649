import {between} from './between.ts';
import {decision} from './decision.ts';
import {minutes} from './minutes.ts';
import {motion} from './motion.ts';
import {notice, register} from './notice.ts';
import {roll} from './roll.ts';
import {shared} from './shared.ts';
import {summons} from './summons.ts';
import {values} from './values.ts';

/** English: its shape is what every other language must fill. */
export const english = {
	values,
	shared,
	motion,
	roll,
	decision,
	between,
	minutes,
	summons,
	notice,
	register,
	/** Said first in a document whose wording nobody has checked. */
	unchecked: undefined as string | undefined,
};
