// A form that an office typed and filled itself, in the printed layout: as LibreOffice saves it from a page of text and tables.
import { asId, findQuestion, type QuestionId } from '@chancery/domain';
import { msq2022 } from '@chancery/questionnaires';
import { savedAs } from './office.ts';

/** Questions 1, 2, 6 and 9 with their answers, in Word. */
export async function filledByHand(): Promise<Uint8Array> {
  const page = `<html><head><meta charset="utf-8"></head><body>
    <h1>Member States Questionnaire</h1>
    <p><b>1. ${wording('1')}</b></p>
    <p>Our portal is <a href="https://gov.example.org/?a=1&amp;b=2#top">gov.example.org</a>, with:</p>
    <ol><li>services<ul><li>for people</li></ul></li><li>news for 10<sup>6</sup> readers</li></ol>
    <p><b>2. ${wording('2')}</b></p>
    <table border="1"><tr><th>Service</th><th>Link</th></tr>
      <tr><td>E-services or similar</td><td>https://services.example.org</td></tr>
      <tr><td>Public procurement</td><td>Tenders <i>only</i></td></tr></table>
    <table border="1"><tr><td>6.</td><td>${wording('6')}</td><td>☐ Yes ☒ No</td></tr><tr><td>9.</td><td>${wording('9')}</td><td>☒ Yes ☐ No<br>The Act of 2011.</td></tr></table>
  </body></html>`;
  return savedAs('docx', 'html', page);
}

function wording(question: string): string {
  return findQuestion(msq2022, asId<QuestionId>(question))?.text ?? '';
}
