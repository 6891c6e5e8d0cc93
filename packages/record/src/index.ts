// What the rest of the product sees of the record.
export { canonicalJson, digestOf, jsonFault } from './canonical-json.ts';
export { chainEntry, genesisHash, type Opening, openingDetails } from './chain.ts';
export { type Finding, findingsOf } from './findings.ts';
export { recordFormat } from './record-file.ts';
export { verifyRecord } from './verify.ts';
