# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking, exporting and putting catalogues in force from a day on."""
import csv
import json
import shutil

from ctl import Case, SOURCE

SHIPPED = SOURCE / 'resources' / 'catalogue'
EXAMPLE = SOURCE / 'docs' / 'examples' / 'applications.jsonl'


class Tables(Case):
    def setUp(self):
        super().setUp()
        self.office = self.folder / 'office'
        self.ok(self.office, 'init', '--kind', 'training')
        self.tables = self.folder / 'catalogue'
        shutil.copytree(SHIPPED, self.tables)

    def change(self, name, edit, encoding='utf-8'):
        """Rewrites one table; `edit` gets its rows, each a list of cells."""
        path = self.tables / f'{name}.csv'
        with path.open(encoding='utf-8-sig', newline='') as file:
            rows = list(csv.reader(file))
        edit(rows)
        with path.open('w', encoding=encoding, newline='') as file:
            csv.writer(file, lineterminator='\r\n').writerows(rows)
        return rows

    def cell(self, name, where, column, value):
        """Changes one cell of the first row for which `where` is true; returns its line."""
        line = 0

        def edit(rows):
            nonlocal line
            for number, row in enumerate(rows[1:], 2):
                if where(dict(zip(rows[0], row))):
                    row[rows[0].index(column)] = value
                    line = number
                    return
            raise AssertionError('no such row')
        self.change(name, edit)
        return line

    def problems(self):
        return self.ok(None, '--json', 'catalogue', 'check', self.tables, code=1).lines()


class Check(Tables):
    def test_the_shipped_tables_are_consistent(self):
        self.ok(None, 'catalogue', 'check')

    def test_mark_and_crlf_are_accepted(self):
        for name in ('items', 'materials', 'steps', 'fields'):
            self.change(name, lambda rows: None, encoding='utf-8-sig')
        self.ok(None, 'catalogue', 'check', self.tables)

    def test_each_inconsistency_is_named_by_file_line_and_column(self):
        first = lambda row: row['code'] == 'CZ-001'
        for name, where, column, value in (
                ('items', first, 'statutory_days', '21'),
                ('items', first, 'organisation', 'NOBODY'),
                ('items', first, 'effective_from', '2024/1/1'),
                ('items', first, 'visits_allowed', '2'),
                ('items', first, 'rule_set', 'no-such-rules'),
                ('materials', lambda row: row['item'] == 'CZ-001' and row['evidence'], 'evidence', 'moon.rock'),
                ('steps', lambda row: row['item'] == 'CZ-001', 'step', 'dance'),
                ('delegations', lambda row: True, 'to_organisation', 'NOBODY'),
                ('windows', lambda row: True, 'fields', 'cooking')):
            with self.subTest(column=column, value=value):
                line = self.cell(name, where, column, value)
                found = [(p['file'], p['line'], p['column']) for p in self.problems()]
                self.assertIn((f'{name}.csv', line, column), found)
                shutil.copy(SHIPPED / f'{name}.csv', self.tables / f'{name}.csv')

    def test_a_code_damaged_by_a_spreadsheet_is_refused_by_line(self):
        line = self.cell('items', lambda row: row['code'] == 'CZ-001', 'power_entry', '1.14403E+17')
        found = self.problems()
        self.assertEqual([(p['file'], p['line'], p['column']) for p in found], [('items.csv', line, 'power_entry')])
        self.assertIn('spreadsheet', found[0]['reason'])

    def test_a_code_of_eighteen_digits_stays_text(self):
        self.cell('items', lambda row: row['code'] == 'CZ-001', 'power_entry', '114403001234567890')
        self.ok(None, 'catalogue', 'check', self.tables)

    def test_a_missing_file_is_named(self):
        (self.tables / 'steps.csv').unlink()
        self.assertIn('steps.csv', self.ok(None, 'catalogue', 'check', self.tables, code=3).err)

    def test_a_file_in_another_encoding_is_named(self):
        path = self.tables / 'items.csv'
        path.write_bytes(path.read_text(encoding='utf-8-sig').encode('gb18030'))
        self.assertIn('GB 18030', self.problems()[0]['reason'])


class Import(Tables):
    def bring(self, *options, code=0, start='2027-01-01'):
        return self.ok(self.office, '--json', 'catalogue', 'import', self.tables, '--from', start, *options, code=code)

    def item(self, code, day):
        return self.ok(self.office, '--json', 'catalogue', 'show', code, '--on', day).last()

    def shorten(self):
        """CZ-001 promises two days less."""
        item = self.item('CZ-001', '2026-11-23')
        version = str(item['version'])
        days = item['steps']['review']['promised_days']
        self.assertGreaterEqual(days, 1)
        self.cell('items', lambda row: row['code'] == 'CZ-001' and row['version'] == version, 'promised_days',
                  str(item['promised_days'] - 1))
        self.cell('steps', lambda row: row['item'] == 'CZ-001' and row['version'] == version
                  and row['step'] == 'review', 'promised_days', str(days - 1))
        return item

    def test_the_same_tables_change_nothing(self):
        answer = self.bring()
        self.assertEqual(answer.last()['changes'], 0)
        self.assertEqual(self.ok(self.office, '--json', 'catalogue', 'counts').last()['active'], 223)

    def test_a_preview_changes_nothing(self):
        self.shorten()
        answer = self.bring('--dry-run')
        self.assertEqual((answer.last()['changes'], answer.last()['stored']), (1, False))
        self.assertEqual(self.item('CZ-001', '2027-01-01')['version'], self.item('CZ-001', '2026-11-23')['version'])

    def test_what_differs_becomes_a_new_version_from_the_day_on(self):
        old = self.shorten()
        change = self.bring('--document', '深交〔2026〕99号').lines()[0]
        self.assertEqual((change['change'], change['item'], change['from']), ('new_version', 'CZ-001', '2027-01-01'))
        self.assertIn('promised_days', change['what'])
        before, after = self.item('CZ-001', '2026-12-31'), self.item('CZ-001', '2027-01-01')
        self.assertEqual((before['version'], before['effective_to']), (old['version'], '2026-12-31'))
        self.assertEqual((after['version'], after['promised_days']), (old['version'] + 1, old['promised_days'] - 1))

    def test_an_item_ends_by_its_status_and_document(self):
        for column, value in (('status', 'cancelled'), ('status_since', '2027-01-01'), ('status_basis', '国发〔2026〕1号')):
            self.cell('items', lambda row: row['code'] == 'KY-002', column, value)
        self.assertEqual(self.bring().lines()[0]['change'], 'ended')
        counts = [self.ok(self.office, '--json', 'catalogue', 'counts', '--on', day).last()['active']
                  for day in ('2026-12-31', '2027-01-01')]
        self.assertEqual(counts, [223, 222])
        self.assertIn('国发〔2026〕1号', self.ok(self.office, 'catalogue', 'show', 'KY-002', '--on', '2027-01-01').out)

    def test_an_item_is_never_ended_by_leaving_it_out(self):
        for name, column in (('items', 0), ('materials', 0), ('steps', 0), ('delegations', 1)):
            self.change(name, lambda rows, column=column: rows.__setitem__(
                slice(None), [row for row in rows if row[column] != 'KY-002']))
        answer = self.bring(code=1)
        self.assertIn('KY-002', answer.lines()[0]['reason'])
        self.assertEqual(self.ok(self.office, '--json', 'catalogue', 'counts').last()['active'], 223)

    def test_a_power_given_from_the_day_on_changes_who_decides(self):
        def edit(rows):
            rows.append(['XF-99', 'CZ-001', 'SZJT', 'QZF-LH', '440303', '2020-01-01', '', '深府〔2026〕1号'])
        self.change('delegations', edit)
        self.assertEqual(self.bring().lines()[0]['change'], 'power_given')
        who = [self.ok(self.office, '--json', 'catalogue', 'who', 'CZ-001', '--district', '440303', '--on', day).last()
               for day in ('2026-12-31', '2027-01-01')]
        self.assertEqual((who[0]['organisation'] == 'QZF-LH', who[1]['organisation']), (False, 'QZF-LH'))
        self.assertEqual(who[1]['since'], '2027-01-01')

    def test_problems_stop_the_import_and_are_named(self):
        self.cell('items', lambda row: row['code'] == 'CZ-001', 'statutory_days', '99')
        self.assertEqual(self.bring(code=1).lines()[0]['column'], 'statutory_days')

    def test_cases_that_came_in_keep_their_version_and_the_past_is_closed(self):
        self.ok(self.office, 'import', EXAMPLE)
        self.shorten()
        self.bring(code=2, start='2026-11-23')
        self.bring('--replace', code=4)
        case = self.ok(self.office, '--json', 'case', 'list').lines()[0]
        before = self.ok(self.office, '--json', 'case', 'show', case['serial']).last()['item_version']
        self.bring(start='2026-11-24')
        self.ok(self.office, 'work')
        self.assertEqual(self.ok(self.office, '--json', 'case', 'show', case['serial']).last()['item_version'], before)

    def test_the_first_catalogue_of_an_office_replaces_the_reference(self):
        for name, column in (('items', 0), ('materials', 0), ('steps', 0), ('delegations', 1)):
            self.change(name, lambda rows, column=column: rows.__setitem__(
                slice(None), [row for row in rows if row[column] != 'KY-002']))
        self.bring('--replace')
        self.assertEqual(self.ok(self.office, '--json', 'catalogue', 'counts').last()['active'], 222)

    def test_what_is_exported_is_what_was_imported(self):
        self.shorten()
        self.bring()
        out = self.folder / 'out'
        self.ok(self.office, 'catalogue', 'export', out, '--excel')
        self.assertTrue((out / 'items.csv').read_bytes().startswith(b'\xef\xbb\xbf'))
        self.ok(None, 'catalogue', 'check', out)
        answer = self.ok(self.office, '--json', 'catalogue', 'import', out, '--from', '2027-06-01')
        self.assertEqual(json.loads(answer.out.splitlines()[-1])['changes'], 0)
