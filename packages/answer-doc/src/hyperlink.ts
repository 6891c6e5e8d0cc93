// Which addresses may be a link. Asked wherever a link is parsed, made, rendered, exported or signed.

const allowedSchemes = /^(?:https?|mailto):/i;

/** True for http, https and mailto addresses without control characters. The address itself is never rewritten. */
export function isAllowedHyperlink(href: string): boolean {
  // oxlint-disable-next-line no-control-regex -- browsers drop control characters, so that they can hide another scheme
  return allowedSchemes.test(href) && !/[\u0000-\u001f\u007f-\u009f]/.test(href) && href.isWellFormed();
}
