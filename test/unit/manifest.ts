import { readFileSync } from 'node:fs';

/** What the tests look at of the manifest. */
export interface Manifest {
  readonly displayName: string;
  readonly description: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: unknown;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly order: number; readonly scope: string }>>;
    };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly image: Readonly<Record<string, string>> };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly colors: readonly {
      readonly id: string;
      readonly defaults: Readonly<Record<'light' | 'dark' | 'highContrast' | 'highContrastLight', string>>;
    }[];
    readonly jsonValidation: unknown;
  };
}

/** The manifest as it stands in `package.json`. The tests run in the folder of the project. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
}

/** The words for the manifest's `%keys%`, in English. */
export function readWords(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
}

/** The words that a `%key%` stands for. */
export function wordsFor(text: string): string {
  return readWords()[text.slice(1, -1)] ?? `no words for ${text}`;
}
