import {codeOf, Fault} from '../reasons.ts';
import {connect} from './connection/connect.ts';
import type {Line} from './connection/line.ts';
import type {ServerTarget} from './connection/target.ts';
import {checkSchema, rightsOn} from './find.ts';

/** Connects as somebody who may bring boards forward, to tables of this version. Throws a Fault. */
export async function asOwner<Result>(
	target: ServerTarget,
	work: (line: Line) => Promise<Result>,
): Promise<Result> {
	const server = await connect(target, {notified() {}, lost() {}});
	const {line, isStandby, isReadOnly} = server;
	const notTheirs = `bringing boards forward is for the owner of the tables (boardwalk_owner), and the user ${target.user} is not`;
	try {
		if (isStandby) throw new Fault('the server is a stand-by, which takes no changes');
		if (isReadOnly) throw new Fault('the server was made read-only');
		await checkSchema(server, target);
		if (!(await rightsOn(line)).owner) throw new Fault(notTheirs);
		return await work(line);
	} catch (error) {
		throw codeOf(error) === '42501' ? new Fault(notTheirs) : error;
	} finally {
		await line.close();
	}
}
