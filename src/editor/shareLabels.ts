import * as vscode from 'vscode';
import type { ShareDetail } from '../core/sharing/sharePolicy';

/** What is recorded of a copy, as a person is told of it. */
export function detailLabel(detail: ShareDetail): string {
  switch (detail) {
    case 'recipient':
      return vscode.l10n.t('Recipient');
    case 'organization':
      return vscode.l10n.t('Organization');
    case 'contact':
      return vscode.l10n.t('Contact');
    case 'purpose':
      return vscode.l10n.t('Purpose');
    case 'agreement':
      return vscode.l10n.t('Agreement');
    case 'consent':
      return vscode.l10n.t('Consent');
    case 'consented':
      return vscode.l10n.t('Day of the consent');
    case 'limitations':
      return vscode.l10n.t('Limitations');
    case 'expires':
      return vscode.l10n.t('To be kept until');
  }
}
