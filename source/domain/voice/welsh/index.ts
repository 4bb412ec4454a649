import type {english} from '../english/index.ts';
import {between} from './between.ts';
import {decision} from './decision.ts';
import {minutes} from './minutes.ts';
import {motion} from './motion.ts';
import {notice, register} from './notice.ts';
import {roll} from './roll.ts';
import {shared} from './shared.ts';
import {summons} from './summons.ts';
import {values} from './values.ts';

/** Welsh, for summons, minutes, notices and the register. Nobody who speaks it has checked it yet, and every document says so. */
export const welsh: typeof english = {
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
	unchecked:
		'Nid yw’r geiriad Cymraeg hwn wedi’i wirio. (The Welsh wording of this document has not been checked.)',
};
