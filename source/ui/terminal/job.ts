import process from 'node:process';

/**
 * Lets the program be stopped and gone on with, as a shell does it. Stopped from outside by SIGTSTP it
 * gives the terminal back first; a SIGSTOP cannot be heard, but what follows either is: then the terminal
 * is taken anew, since the shell has had it meanwhile. Gives back what ends the listening.
 */
export function watchStops({give, take}: {give(): void; take(): void}): () => void {
	const stop = () => {
		give();
		process.kill(process.pid, 'SIGSTOP');
	};
	process.on('SIGTSTP', stop);
	process.on('SIGCONT', take);
	return () => {
		process.off('SIGTSTP', stop);
		process.off('SIGCONT', take);
	};
}
