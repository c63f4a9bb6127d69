/**
 * Compiles files once for each of the given settings, by the compiler of a package in the working folder, and prints a list of its errors for
 * each. Programs share what they have parsed. Usage: node check-types.mjs <package> <JSON: [{files, options}]>
 */
import {createRequire} from 'node:module';
import {join} from 'node:path';

const [name, json] = process.argv.slice(2);
const ts = createRequire(join(process.cwd(), 'package.json'))(name);
const parsed = new Map();

const found = JSON.parse(json).map(({files, options: given}) => {
  const {options, errors} = ts.convertCompilerOptionsFromJson(given, process.cwd());
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (file, settings, ...others) => {
    // The format of a module is a part of the parsed file.
    const key = `${file} ${settings.impliedNodeFormat}`;
    if (!parsed.has(key)) parsed.set(key, read(file, settings, ...others));
    return parsed.get(key);
  };
  const program = ts.createProgram(files, options, host);
  // Node's own types take most of the time, and have no errors of ours.
  const checked = program
    .getSourceFiles()
    .filter(({fileName}) => !/\/(@types|typescript-[\d.]+)\//.test(fileName));
  errors.push(...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics());
  for (const file of checked) {
    errors.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file));
  }
  return errors.map(({file, messageText}) => {
    const where = file ? file.fileName.replace(/^.*node_modules\//, '') : 'options';
    return `${where}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
});
console.log(JSON.stringify(found));
