import { message } from '../message';
import type { SentenceCode } from '../sentences';
import { codeOf, plainlyShown } from './hiddenCharacters';
import { inline } from './markdownText';
import type { Report } from './report';

/** A report on the way to OSCAL. */
export interface OscalContext extends Report {
  /** The UUID of a thing of this assessment, by what tells it from all others of it. */
  readonly idOf: (...words: readonly string[]) => string;
  /** Notes that a placeholder stands in the file. */
  readonly usePlaceholder: (name: string) => void;
}

/** A property as OSCAL has it. */
export interface OscalProp {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
}

/** The namespace of properties that OSCAL does not know. */
const NAMESPACE = 'urn:azure-inheritance-scope:oscal';

/** A property of this program's own; none where there is nothing to tell. */
export function ownProp(name: string, value: string): readonly OscalProp[] {
  // A string of OSCAL is one line that begins and ends with something to be seen.
  const line = plainlyShown(value)
    .replace(/[\n\t]/g, codeOf)
    .trim();
  return line === '' ? [] : [{ name, ns: NAMESPACE, value: line }];
}

/** A sentence as Markdown. */
export function textOf({ translate }: OscalContext, ...[code, ...args]: Parameters<typeof message>): string {
  return inline(translate(message(code, ...args)));
}

/**
 * What stands where the schema wants something that nobody recorded, and the remark that says so.
 *
 * @param wanted what is wanted, as a sentence
 * @param standIn what stands there instead of the placeholder's name, where the schema does not let a name stand
 */
export function placeholder(
  context: OscalContext,
  name: string,
  wanted: SentenceCode,
  standIn?: string,
): { readonly value: string; readonly remarks: string } {
  const value = `placeholder-${name}`;
  context.usePlaceholder(value);
  const told = message(wanted);
  return {
    value,
    remarks:
      standIn === undefined
        ? textOf(context, 'oscal-placeholder', value, told)
        : textOf(context, 'oscal-placeholder-value', value, told, standIn),
  };
}

/** The id of a control as OSCAL takes it: it has to begin with a letter. Of the user's own ids it is said that they are. */
export function controlToken(id: string): string {
  return `${/^\d{2}\.[a-z]{1,2}$/.test(id) ? 'hitrust' : 'own'}-${token(id)}`;
}

/** Text as a part of a token of OSCAL. Two different texts are two different tokens. */
export function token(text: string): string {
  return text.replace(/[^\p{L}\p{N}.-]/gu, (character) => `_u${(character.codePointAt(0) ?? 0).toString(16)}_`);
}
