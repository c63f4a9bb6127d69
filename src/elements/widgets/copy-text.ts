/**
 * Copies a text to the clipboard. Returns whether it worked. `root` is where a field may be put for a moment, without which
 * pages that lack the Clipboard API cannot copy: insecure ones, and frames without the permission.
 */
export async function copyText(text: string, root: ParentNode): Promise<boolean> {
  return (await copyByClipboard(text)) || copyBySelection(text, root);
}

async function copyByClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyBySelection(text: string, root: ParentNode): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'hidden-text';
  field.readOnly = true;
  root.append(field);
  const focused = (root as ShadowRoot).activeElement as HTMLElement | null;
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus();
  }
}
