// What the rest of the product sees of the inside of an answer document.
export { anchorBetween, type Ends, endsOfAnchor, isAnchor, type ResolvedAnchor, resolveAnchor } from './anchor/anchor.ts';
export { type Anchor, maxQuoteLength, type Place } from '@chancery/domain';
export { addText, contentOfText } from './add-text.ts';
export { type Change, changesBetween, textsOf } from './difference/changes.ts';
export { type AnyChoiceField, confirmNone, setChoice, type Ticks, watchChoice, type Watched } from './choice.ts';
export { canonicalContent, contentDigest, contentOf } from './content.ts';
export { isOfSchema } from './is-of-schema.ts';
export { isAllowedHyperlink } from './hyperlink.ts';
export { fragmentName, fragmentOf, isProsePlace, placesOf } from './place.ts';
export { plainText } from './plain-text.ts';
export { schemaVersion } from './schema.ts';
export { addContent, initialUpdate, writeContent } from './write.ts';
export { type TextPassage, wordDifference } from './difference/word-difference.ts';
