// What a session loads long after its start: papers read, papers written. A bundle of its own (scripts/build.js).
export {importer} from './importer.ts';
export {holdPdfProgram} from '../import/read/pdf.ts';
export {default as publish} from './publish.ts';
