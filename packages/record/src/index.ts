// Owns what the rest of the product sees of the record.
export { canonicalJson, jsonFault } from './canonical-json.ts';
export { chainEntry, genesisHash, type Opening, openingDetails, type Place } from './chain.ts';
export { describeVerdict } from './describe-verdict.ts';
export { digestOf } from './digest.ts';
export { recordFormat } from './record-file.ts';
export type { Fault, RecordFacts, Share, Verdict } from './verdict.ts';
export { verifyRecord } from './verify.ts';
