import type {between as english} from '../english/between.ts';
import {joined} from '../names.ts';

export const between: typeof english = {
	asked: 'Gwnaed rhwng cyfarfodydd',
	sayAsked: ({how, from, to, answered, of}) =>
		`${how}, ${from === to ? to : `${from} hyd ${to}`}; atebodd ${answered} o ${of}`,
	under: 'O dan ddirprwyaeth',
	consulted: 'Ymgynghorwyd â',
	sayConsulted: ({name, conflict}) =>
		conflict === undefined ? name : `${name} (gwrthdaro buddiannau: ${conflict})`,
	delegated: 'Dirprwywyd',
	to: (whom, inConsultationWith) =>
		`i ${whom}${inConsultationWith.length === 0 ? '' : `, mewn ymgynghoriad â ${joined(inConsultationWith, 'a')}`}`,
	until: (day) => `hyd ${day}`,
	ended: (day) => `daeth i ben ${day}`,
	serves: 'Yn gwasanaethu',
	delegations: 'Dirprwyaethau',
	toWhom: 'I bwy',
	matter: 'Ar gyfer beth',
	limits: 'Terfynau',
	untilWhen: 'Hyd',
	open: 'Agored',
	citedBy: (decisions) => `Defnyddiwyd gan ${joined(decisions, 'a')}`,
	reported: 'Adroddwyd',
	reportedAs: (title) => `Penderfyniad rhwng cyfarfodydd: ${title}`,
	takenBy: (name, on) => `gwnaed gan ${name} ar ${on}`,
};
