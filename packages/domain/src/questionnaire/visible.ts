// What can be seen of a text: the one definition of "holds something", for answers, reasons, comments and names.

/** Blanks, controls, halves of pairs, what Unicode lets a program leave undrawn (fillers, joiners, selectors, tags), and two blank signs it does not. */
const visible = /[^\p{White_Space}\p{Cc}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;

/** C4: true when something in the text can be seen. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}
