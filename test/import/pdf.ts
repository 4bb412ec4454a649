/** A line on a page: where it begins (from the left and the top, in points), its size, and what it says. */
export type Placed = {x: number; y: number; size?: number; text: string};

/** A PDF whose pages hold these lines, in Helvetica. */
export function toPdf(pages: readonly (readonly Placed[])[]): Buffer {
	const objects: string[] = [];
	const add = (text: string): number => objects.push(text);
	add('<< /Type /Catalog /Pages 2 0 R >>');
	add('');
	add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
	const kids = pages.map((lines) => {
		const content = lines
			.map(
				({x, y, size = 11, text}) =>
					`BT /F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm (${text.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj ET`,
			)
			.join('\n');
		const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
		return add(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${stream} 0 R >>`,
		);
	});
	objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
	let text = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const at = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const table = text.length;
	text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
	return Buffer.from(text, 'latin1');
}
