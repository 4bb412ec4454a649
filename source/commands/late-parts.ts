// What a session loads long after its start: papers read, papers written. A bundle of its own (scripts/build.js).
export {importer} from './importer.ts';
export {default as publish} from './publish.ts';
