import {element} from './dom.js';

/**
 * A labelled field for something that the manifest names: a box to tick, a list, a colour, or text. `onChange` gets the
 * value as an attribute or a style sheet takes it; undefined for nothing.
 */
export function control(entry, initial, onChange) {
  const id = `control-${entry.name.replace(/^-+/, '')}`;
  const field = fieldOf(entry, initial, onChange);
  field.id = id;
  const colour = /#[0-9a-f]{6}/i.exec(entry.default ?? '')?.[0];
  const row = element(
    'div',
    {className: 'control'},
    element('label', {htmlFor: id}, entry.name),
    colour ? withSwatch(field, entry.name, colour) : field,
    element('small', {}, plain(entry.description)),
  );
  return row;
}

function fieldOf({name, type, values, offered, default: otherwise = ''}, initial, onChange) {
  if (type?.text === 'boolean') {
    const box = element('input', {type: 'checkbox', checked: initial !== undefined});
    box.addEventListener('change', () => onChange(box.checked ? '' : undefined));
    return box;
  }
  const options = values ?? (type?.text.match(/'[^']+'/g) ?? []).map(text => ({name: text.slice(1, -1)}));
  if (options.length > 1) {
    const list = options.map(({name, story}) =>
      element('option', {value: name}, story ? `${name}: ${story}` : name),
    );
    const select = element('select', {}, element('option', {value: ''}, 'default'), ...list);
    select.value = initial ?? '';
    select.addEventListener('change', () => onChange(select.value || undefined));
    return select;
  }
  const text = element('input', {value: initial ?? '', autocomplete: 'off', spellcheck: false});
  if (name.startsWith('--')) text.placeholder = otherwise;
  text.addEventListener('change', () => onChange(text.value.trim() || undefined));
  return offered ? withList(text, name, offered) : text;
}

/** Offers values to pick beside what can be typed. */
function withList(text, name, offered) {
  const options = offered.map(value => element('option', {value}));
  text.setAttribute('list', `offered-${name}`);
  document.body.append(element('datalist', {id: `offered-${name}`}, ...options));
  return text;
}

/** Puts a colour picker beside a text field for any CSS colour. */
function withSwatch(text, name, colour) {
  const swatch = element('input', {type: 'color', value: colour, ariaLabel: `${name}, picked`});
  swatch.addEventListener('input', () => {
    text.value = swatch.value;
    text.dispatchEvent(new Event('change'));
  });
  return element('div', {className: 'swatch'}, swatch, text);
}

/** Removes Markdown's backticks. */
function plain(description = '') {
  return description.replaceAll('`', '');
}
