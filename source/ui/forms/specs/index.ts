import {type FormKind, type FormSpec, valueOf} from '../form.ts';
import {action} from './action.ts';
import {actionNote} from './action-note.ts';
import {item} from './agenda.ts';
import {between} from './between.ts';
import {bloc} from './bloc.ts';
import {board} from './board.ts';
import {interests} from './interests.ts';
import {registered} from './registered.ts';
import {series, standing} from './series.ts';
import {confirm, correct, retract} from './correct.ts';
import {decision} from './decision.ts';
import {election} from './election.ts';
import {exclude, exempt} from './exclusion.ts';
import {note} from './item.ts';
import {meeting} from './meeting.ts';
import {lastDay, member} from './member.ts';
import {conclude, correctMinutes, sign, skip} from './minutes.ts';
import {notice} from './notice.ts';
import {finding, importPaper} from './paper.ts';
import {comment, status} from './project.ts';
import {callInForm, release} from './publication.ts';
import {record} from './record.ts';
import {request} from './request.ts';
import {requests} from './requests.ts';
import {criteria, order} from './portfolio.ts';
import {adopt, carry} from './strategy.ts';
import {cancel} from './cancel.ts';
import {report} from './report.ts';
import {review} from './review.ts';
import {time} from './time.ts';
import {role} from './role.ts';
import {view} from './view.ts';
import {apologies} from './apologies.ts';
import {declaration, preside, substitute} from './room.ts';

const saveAs: FormSpec = {
	title: () => 'Leave the practice copy',
	lead: () => ['It is thrown away when you leave. To keep what you did, give a file name.'],
	enterSaves: true,
	fields: () => [
		{name: 'path', label: 'Save as', kind: 'line', hint: 'empty: leave without keeping it'},
	],
	start: () => ({}),
	submit: (_surroundings, form) => ({copyTo: valueOf(form, 'path')}),
};

export const formSpecs: Record<FormKind, FormSpec> = {
	status,
	request,
	requests,
	comment,
	record,
	order,
	view,
	role,
	criteria,
	adopt,
	carry,
	note,
	meeting,
	skip,
	registered,
	item,
	exempt,
	exclude,
	confirm,
	review,
	time,
	cancel,
	declaration,
	preside,
	substitute,
	apologies,
	decision,
	bloc,
	between,
	election,
	correct,
	retract,
	action,
	'action-note': actionNote,
	notice,
	report,
	'call-in': callInForm,
	release,
	sign,
	'correct-minutes': correctMinutes,
	conclude,
	import: importPaper,
	finding,
	board,
	standing,
	interests,
	series,
	member,
	'last-day': lastDay,
	'save-as': saveAs,
};
