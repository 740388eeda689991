import * as vscode from 'vscode';
import type { StepPlace } from './runSteps';

// The questions of several steps.

/** What was answered, or that the person goes back; undefined where they pressed Escape. */
export type Given<T> = { readonly value: T } | 'back' | undefined;

/** What every step has. */
interface StepInput {
  readonly title: string;
  readonly placeHolder?: string;
}

export interface PickItem<T> extends vscode.QuickPickItem {
  /** None in a line that is there to be read. */
  readonly value?: T;
}

interface Pick<T> extends StepInput {
  /** Where they are still being made, an empty list is shown meanwhile, which can be left. */
  readonly items: readonly PickItem<T>[] | Promise<readonly PickItem<T>[]>;
  /** The item that is chosen to begin with. */
  readonly isCurrent?: (value: T) => boolean;
  /** Lets the person type something that is not in the list. */
  readonly typed?: (text: string) => PickItem<T> | undefined;
}

/** One of a list. */
export async function askPick<T>(place: StepPlace, asked: Pick<T>): Promise<Given<T>> {
  const { isCurrent, typed } = asked;
  const pick = prepared(vscode.window.createQuickPick<PickItem<T>>(), place, asked);
  let items: readonly PickItem<T>[] = [];
  const fill = (filled: readonly PickItem<T>[]): void => {
    items = filled;
    pick.items = filled;
    const current = filled.find(({ value }) => value !== undefined && isCurrent?.(value) === true);
    if (current) pick.activeItems = [current];
  };
  if (typed) {
    pick.onDidChangeValue((text) => {
      const item = typed(text.trim());
      pick.items = item ? [...items, { ...item, alwaysShow: true }] : items;
    });
  }
  // Before it is shown: whoever types fast would find nothing in it.
  if (!(asked.items instanceof Promise)) fill(asked.items);
  const given = shown<T>(pick, (answer) => {
    const [item] = pick.selectedItems;
    // Whoever types fast is ahead of the line that repeats what they type.
    const chosen = item && items.includes(item) ? item : typed?.(pick.value.trim());
    if (chosen?.value !== undefined) answer(chosen.value);
  });
  if (asked.items instanceof Promise) await fillLater(pick, asked.items, given, fill);
  return given;
}

/** Fills a list that is shown already, unless the person leaves it before. @throws what keeps it from being filled */
async function fillLater<T>(
  pick: vscode.QuickPick<PickItem<T>>,
  items: Promise<readonly PickItem<T>[]>,
  given: Promise<Given<T>>,
  fill: (items: readonly PickItem<T>[]) => void,
): Promise<void> {
  pick.busy = true;
  try {
    const made = await Promise.race([items, given.then(() => undefined)]);
    if (made) fill(made);
    pick.busy = false;
  } catch (error) {
    pick.dispose();
    throw error;
  }
}

/** Some of a list, one at least. */
export async function askPicks<T>(
  place: StepPlace,
  asked: StepInput & { readonly items: readonly PickItem<T>[]; readonly isPicked: (value: T) => boolean },
): Promise<Given<readonly T[]>> {
  const pick = prepared(vscode.window.createQuickPick<PickItem<T>>(), place, asked);
  pick.canSelectMany = true;
  pick.items = asked.items;
  pick.selectedItems = asked.items.filter(({ value }) => value !== undefined && asked.isPicked(value));
  return shown(pick, (answer) => {
    const values = pick.selectedItems.flatMap(({ value }) => value ?? []) as readonly T[];
    if (values.length > 0) answer(values);
  });
}

interface Text extends StepInput {
  readonly prompt: string;
  readonly value: string;
  readonly isSecret?: boolean;
  /** What is wrong with a text as it is now, in words. */
  readonly validate: (text: string) => string | undefined;
}

/** A line of text, as it was typed. */
export async function askText(place: StepPlace, asked: Text): Promise<Given<string>> {
  const { prompt, value, isSecret = false, validate } = asked;
  const box = prepared(vscode.window.createInputBox(), place, asked);
  box.prompt = prompt;
  box.value = value;
  box.password = isSecret;
  // What is missing is said once something is typed or taken: a box that opens in red has blamed nobody yet.
  box.onDidChangeValue((text) => (box.validationMessage = validate(text)));
  return shown(box, (answer) => {
    const fault = validate(box.value);
    if (fault === undefined) answer(box.value);
    else box.validationMessage = fault;
  });
}

function prepared<I extends vscode.QuickInput & { placeholder: string | undefined }>(
  input: I & { buttons: readonly vscode.QuickInputButton[] },
  { step, totalSteps, canGoBack }: StepPlace,
  { title, placeHolder }: StepInput,
): I {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.placeholder = placeHolder;
  input.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  // A reference is looked up elsewhere, and what was answered so far is not to be lost by that.
  input.ignoreFocusOut = true;
  return input;
}

interface Answerable extends vscode.QuickInput {
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}

function shown<T>(input: Answerable, accept: (answer: (value: T) => void) => void): Promise<Given<T>> {
  return new Promise((resolve) => {
    const end = (given: Given<T>): void => {
      resolve(given);
      input.dispose();
    };
    input.onDidAccept(() => {
      accept((value) => {
        end({ value });
      });
    });
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) end('back');
    });
    input.onDidHide(() => {
      end(undefined);
    });
    input.show();
  });
}
