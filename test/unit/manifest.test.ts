import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readManifest, readWords, wordsFor } from './manifest';

/** What VS Code shows of a manifest, by the name of its property. */
const SHOWN = new Set([
  'title',
  'shortTitle',
  'displayName',
  'name',
  'label',
  'contents',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
  'category',
  'altText',
]);

function shownTexts(value: unknown, isShown: boolean): readonly string[] {
  if (typeof value === 'string') return isShown ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => shownTexts(item, isShown));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => shownTexts(inner, SHOWN.has(name)));
}

describe('the manifest', () => {
  const { displayName, description, activationEvents, capabilities, contributes } = readManifest();
  const shown = [displayName, description, ...shownTexts(capabilities, false), ...shownTexts(contributes, false)];

  it('starts the extension only where there is something to do', () => {
    const reasons = /^(?:workspaceContains:(?:\*\*\/)?inheritance-scope\.json|onLanguage:\w+|onWebviewPanel:[\w.]+)$/;
    assert.ok(activationEvents.length > 0);
    assert.deepEqual(
      activationEvents.filter((event) => !reasons.test(event)),
      [],
    );
  });

  it('leaves every word that is shown to package.nls.json', () => {
    const words = readWords();
    const missing = shown.filter((text) => !/^%.+%$/.test(text) || words[text.slice(1, -1)] === undefined);
    assert.deepEqual(missing, []);
  });

  it('has pictures for its walkthrough, and steps that are done by commands that there are', () => {
    const commands = contributes.commands.map(({ command }) => `onCommand:${command}`);
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(steps.length, 5);
    for (const { media, completionEvents } of steps) {
      for (const picture of Object.values(media.image)) assert.ok(existsSync(picture), picture);
      assert.deepEqual(Object.keys(media.image).toSorted(), ['dark', 'hc', 'hcLight', 'light']);
      assert.deepEqual(
        completionEvents.filter((event) => !commands.includes(event)),
        [],
      );
    }
  });

  it('gives each setting a place in the list and a scope', () => {
    const settings = Object.values(contributes.configuration.properties);
    assert.equal(new Set(settings.map(({ order }) => order)).size, settings.length);
    for (const { scope } of settings)
      assert.match(scope, /^(?:resource|language-overridable|window|machine|application)$/);
  });

  it('uses all that stands there', () => {
    const used = new Set(shown.map((text) => text.slice(1, -1)));
    assert.deepEqual(
      Object.keys(readWords()).filter((key) => !used.has(key)),
      [],
    );
  });

  it('names in menus and welcome texts only commands that there are', () => {
    const { commands, menus, viewsWelcome } = contributes as typeof contributes & {
      readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
      readonly viewsWelcome: readonly { readonly contents: string }[];
    };
    const known = new Set(commands.map(({ command }) => command));
    const inMenus = Object.values(menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    const inTexts = viewsWelcome.flatMap(({ contents }) =>
      [...wordsFor(contents).matchAll(/\]\(command:(inheritanceScope\.\w+)\)/g)].map(([, command = '']) => command),
    );
    assert.notEqual(inTexts.length, 0);
    assert.deepEqual(
      [...inMenus, ...inTexts].filter((command) => !known.has(command)),
      [],
    );
  });
});
