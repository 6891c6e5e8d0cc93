// Which characters may stand in the XML of a Word document.

// XML 1.0, section 2.2: everything else makes Word refuse the file, lone surrogates included.
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text without the characters that XML does not allow; line ends as "\n". */
export function printable(text: string): string {
  return text.replace(illegal, '').replace(/\r\n?/g, '\n');
}
