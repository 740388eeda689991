import * as vscode from 'vscode';

/** What the `when` of keys, menus and welcome texts can ask for, as `inheritanceScope.NAME`. */
type ContextKey = 'filtered' | 'grouping' | 'inDocument' | 'onlyOpen' | 'shares' | 'state';

/** Makes the function that sets a context key. It can be called at every key: VS Code hears only of what is new. */
export function createContextKey(name: ContextKey): (value: string | boolean) => void {
  let told: string | boolean | undefined;
  return (value) => {
    if (value === told) return;
    told = value;
    void vscode.commands.executeCommand('setContext', `inheritanceScope.${name}`, value);
  };
}
