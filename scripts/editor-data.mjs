/** What VS Code and the JetBrains editors complete and explain `<cr-checkout>` with, made from custom-elements.json. */
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {getWebTypesData} from 'custom-element-jet-brains-integration';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';

/** Parts and custom properties are explained where a style sheet names them; over a tag they would be a wall. */
const options = {hideCssPartsDocs: true, hideCssPropertiesDocs: true, hideLogs: true};

/** Writes `vscode.html-custom-data.json`, `vscode.css-custom-data.json` and `web-types.json`. */
export async function writeEditorData(folder) {
  const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));
  const {version} = JSON.parse(await readFile('package.json', 'utf8'));
  const webTypes = JSON.parse(getWebTypesData(manifest, options));
  const files = {
    'vscode.html-custom-data.json': JSON.parse(getVsCodeHtmlCustomData(manifest, options)),
    'vscode.css-custom-data.json': JSON.parse(getVsCodeCssCustomData(manifest, options)),
    'web-types.json': {...webTypes, name: 'cr-checkout', version},
  };
  for (const [name, data] of Object.entries(files))
    await writeFile(join(folder, name), `${JSON.stringify(data, null, 2)}\n`);
}
