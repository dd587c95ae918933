# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published JSON Schema and the reader agree on what an application is."""
import copy
import json
import unittest

from ctl import Case, DemoCase, SOURCE

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = json.loads((SOURCE / 'resources/schema/application.schema.json').read_text())
EXAMPLE = SOURCE / 'docs' / 'examples' / 'applications.jsonl'

# What only the catalogue, a check character or the calendar can tell; a schema cannot.
BEYOND_A_SCHEMA = {'bad_check_digit', 'unknown_item', 'item_cancelled', 'unknown_district', 'in_future', 'bad_date',
                   'control_character'}


def validator():
    return jsonschema.Draft202012Validator(SCHEMA)


def mutations(line):
    """Lines with one thing changed, each with a name."""
    def changed(name, edit):
        other = copy.deepcopy(line)
        edit(other)
        return name, other
    for member in ('channel', 'external_no', 'item', 'district', 'received_at', 'applicant'):
        yield changed(f'without {member}', lambda o, m=member: o.pop(m))
        yield changed(f'{member} null', lambda o, m=member: o.__setitem__(m, None))
        yield changed(f'{member} number', lambda o, m=member: o.__setitem__(m, 7))
    for member in ('kind', 'id', 'name'):
        yield changed(f'without applicant.{member}', lambda o, m=member: o['applicant'].pop(m))
        yield changed(f'empty applicant.{member}', lambda o, m=member: o['applicant'].__setitem__(m, ''))
    yield changed('unknown member', lambda o: o.__setitem__('colour', 'red'))
    yield changed('unknown applicant member', lambda o: o['applicant'].__setitem__('age', 3))
    yield changed('unknown channel', lambda o: o.__setitem__('channel', 'telephone'))
    yield changed('long external_no', lambda o: o.__setitem__('external_no', 'x' * 65))
    yield changed('longest external_no', lambda o: o.__setitem__('external_no', 'x' * 64))
    yield changed('long name', lambda o: o['applicant'].__setitem__('name', '名' * 201))
    yield changed('longest name', lambda o: o['applicant'].__setitem__('name', '名' * 200))
    yield changed('item in small letters', lambda o: o.__setitem__('item', o['item'].lower()))
    yield changed('item in full-width forms', lambda o: o.__setitem__('item', 'ＣＺ－００１'))
    yield changed('item between blanks', lambda o: o.__setitem__('item', ' CZ-001\u3000'))
    yield changed('item of three letters', lambda o: o.__setitem__('item', 'CZZ-001'))
    yield changed('item with a blank inside', lambda o: o.__setitem__('item', 'CZ 001'))
    yield changed('district in full-width digits', lambda o: o.__setitem__('district', '４４０３０５'))
    yield changed('district with a blank', lambda o: o.__setitem__('district', '440 305'))
    yield changed('district of letters', lambda o: o.__setitem__('district', '44030A'))
    yield changed('blank external_no', lambda o: o.__setitem__('external_no', '  '))
    yield changed('blank applicant.name', lambda o: o['applicant'].__setitem__('name', '\u3000'))
    yield changed('blank applicant.id', lambda o: o['applicant'].__setitem__('id', ' '))
    for text in ('2026-11-22T21:03+08:00', '2026-11-22T21:03:00', '2026-11-22T21:03:00+0800', '2026-11-22T21:03:00Z',
                 '2026-11-22 21:03:00+08:00', '2026-11-22T21:03:00.5+08:00', '2026-11-22t21:03:00z'):
        yield changed(f'received at {text}', lambda o, t=text: o.__setitem__('received_at', t))
    yield changed('day without a time', lambda o: o.__setitem__('received_at', '2026-11-22'))
    yield changed('district of five digits', lambda o: o.__setitem__('district', '44030'))
    yield changed('promise text', lambda o: o.__setitem__('promise', 'yes'))
    yield changed('promise true', lambda o: o.__setitem__('promise', True))
    yield changed('human_please null', lambda o: o.__setitem__('human_please', None))
    yield changed('fields list', lambda o: o.__setitem__('fields', []))
    yield changed('field list', lambda o: o.setdefault('fields', {}).__setitem__('x', [1]))
    yield changed('field null', lambda o: o.setdefault('fields', {}).__setitem__('x', None))
    yield changed('field empty', lambda o: o.setdefault('fields', {}).__setitem__('x_on', ''))
    yield changed('field name in capitals', lambda o: o.setdefault('fields', {}).__setitem__('X', 'a'))
    yield changed('field number', lambda o: o.setdefault('fields', {}).__setitem__('x', 1.5))
    yield changed('long field', lambda o: o.setdefault('fields', {}).__setitem__('x', 'x' * 501))
    yield changed('sixty-five fields', lambda o: o.__setitem__('fields', {f'f{n}': 'a' for n in range(65)}))
    yield changed('material zero', lambda o: o.__setitem__('materials', [{'no': 0, 'provided': True}]))
    yield changed('material hundred', lambda o: o.__setitem__('materials', [{'no': 100, 'provided': True}]))
    yield changed('material without provided', lambda o: o.__setitem__('materials', [{'no': 1}]))
    yield changed('material text', lambda o: o.__setitem__('materials', [{'no': '1', 'provided': True}]))
    yield changed('material half', lambda o: o.__setitem__('materials', [{'no': 1.5, 'provided': True}]))
    yield changed('no materials', lambda o: o.__setitem__('materials', []))
    yield changed('agent', lambda o: o.__setitem__('agent', dict(o['applicant'])))
    yield changed('agent null', lambda o: o.__setitem__('agent', None))
    yield changed('phone empty', lambda o: o['applicant'].__setitem__('phone', ''))
    yield changed('phone long', lambda o: o['applicant'].__setitem__('phone', '1' * 65))


@unittest.skipUnless(jsonschema, 'python3-jsonschema is not installed')
class Schema(Case):
    def test_the_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_the_shipped_examples_are_valid(self):
        for line in EXAMPLE.read_text(encoding='utf-8').splitlines():
            validator().validate(json.loads(line))

    def test_the_reader_takes_exactly_what_the_schema_allows(self):
        line = json.loads(EXAMPLE.read_text(encoding='utf-8').splitlines()[0])
        office = self.folder / 'office'
        self.ok(office, 'init', '--kind', 'training')
        named = list(mutations(line))
        for number, (name, mutated) in enumerate(named):
            if name not in ('without external_no', 'external_no null', 'external_no number') \
                    and 'external_no' not in name:
                mutated['external_no'] = f'M-{number}'
        path = self.folder / 'mutations.jsonl'
        path.write_text(''.join(json.dumps(mutated, ensure_ascii=False) + '\n' for _, mutated in named),
                        encoding='utf-8')
        report = self.ok(office, '--json', 'import', path, code=1).last()
        aside = {}
        with open(report['quarantine_file'], encoding='utf-8') as file:
            for text in file:
                entry = json.loads(text)
                aside.setdefault(entry['line'], []).append(entry)
        wrong = []
        for number, (name, mutated) in enumerate(named, 1):
            allowed = validator().is_valid(mutated)
            refused = aside.get(number)
            if allowed and refused and not reasons(refused) <= BEYOND_A_SCHEMA:
                wrong.append(f'{name}: the schema allows it, the reader says {sorted(reasons(refused))}')
            if not allowed and not refused:
                wrong.append(f'{name}: the reader takes it, the schema does not')
        self.assertEqual(wrong, [])


def reasons(entries):
    found = set()
    for entry in entries:
        for problem in entry.get('problems', [entry]):
            found.add(problem['reason'])
    return found


@unittest.skipUnless(jsonschema, 'python3-jsonschema is not installed')
class DemoFile(DemoCase):
    applications = 400

    def test_every_line_that_was_taken_is_valid(self):
        office = self.folder / 'office'
        self.ok(office, 'init', '--kind', 'training')
        file = self.demo / 'demo/applications.jsonl'
        report = self.ok(office, '--json', 'import', file, code=1).last()
        with open(report['quarantine_file'], encoding='utf-8') as aside:
            bad = {json.loads(text)['line']: json.loads(text) for text in aside}
        for number, text in enumerate(file.read_text(encoding='utf-8').splitlines(), 1):
            if number not in bad:
                validator().validate(json.loads(text))
