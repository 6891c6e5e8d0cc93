// The question screen as a person uses it: the paper, the bar under it, what stands beside it.
import { expect, type Locator, type Page } from '@playwright/test';

export class QuestionScreen {
  readonly page: Page;
  readonly paper: Locator;
  /** The first place for prose on the paper. */
  readonly text: Locator;
  readonly bar: Locator;
  readonly aside: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.paper = page.getByRole('region', { name: 'Answer', exact: true });
    this.text = this.paper.getByRole('textbox').first();
    this.bar = page.getByRole('region', { name: 'Where this answer stands' });
    this.aside = page.getByRole('complementary', { name: 'About this answer' });
    this.dialog = page.getByRole('dialog');
  }

  /** Types at the end, once the server has allowed it. */
  async types(words: string): Promise<void> {
    await expect(this.text).toBeEditable();
    await this.text.press('Control+End');
    await this.text.pressSequentially(words);
  }

  /** Shows "Saved", which stands for: committed. */
  async isSaved(): Promise<void> {
    await expect(this.paper.getByRole('status')).toHaveText('Saved');
  }

  async isReadOnly(): Promise<void> {
    await expect(this.text).toHaveAttribute('aria-readonly', 'true');
    await expect(this.text).not.toBeEditable();
    await expect(this.page.getByRole('toolbar', { name: 'Format the text' })).toHaveCount(0);
  }

  /** Takes the decision that stands in the bar, by its dialog. */
  async decides(decision: string): Promise<void> {
    await this.bar.getByRole('button', { name: decision }).click();
    await this.#confirms(decision);
  }

  /** Takes a decision that is not the next step, by the menu beside it. */
  async decidesOtherwise(decision: string): Promise<void> {
    await this.#choosesOther(decision);
    await this.#confirms(decision);
  }

  /** Takes one of the other decisions, for a reason. */
  async takesBack(decision: string, reason: string, words: string): Promise<void> {
    await this.#choosesOther(decision);
    await this.dialog.getByRole('radio', { name: reason }).check();
    await this.dialog.getByRole('textbox').fill(words);
    await this.#confirms(decision);
  }

  async #choosesOther(decision: string): Promise<void> {
    await this.bar.getByRole('button', { name: 'More decisions' }).click();
    await this.page.getByRole('menuitem', { name: decision }).click();
  }

  async #confirms(decision: string): Promise<void> {
    await this.dialog.getByRole('button', { name: decision }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
