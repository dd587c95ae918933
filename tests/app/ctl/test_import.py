# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Intake files and register files: what is taken, what is set aside, what is said."""
import csv
import json
import pathlib

from ctl import Case, DemoCase, SOURCE, YESTERDAY

EXAMPLES = SOURCE / 'docs' / 'examples'


class Intake(Case):
    def setUp(self):
        super().setUp()
        self.office = self.folder / 'office'
        self.ok(self.office, 'init', '--kind', 'training')
        self.line = json.loads((EXAMPLES / 'applications.jsonl').read_text().splitlines()[0])

    def take(self, *lines, code=0, name='a.jsonl'):
        path = self.folder / name
        path.write_text(''.join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) + '\n'
                                for line in lines))
        return self.ok(self.office, '--json', 'import', path, code=code).last()

    def test_the_shipped_examples_are_taken_as_json_and_as_csv(self):
        lines = (EXAMPLES / 'applications.jsonl').read_text().splitlines()
        report = self.ok(self.office, '--json', 'import', EXAMPLES / 'applications.jsonl').last()
        self.assertEqual((report['accepted'], report['quarantined']), (len(lines), 0))
        again = self.ok(self.office, '--json', 'import', EXAMPLES / 'applications.csv').last()
        self.assertEqual((again['accepted'], again['repeated'], again['quarantined']), (0, len(lines), 0))

    def test_a_csv_file_with_mark_and_crlf_is_the_same(self):
        marked = self.folder / 'marked.csv'
        marked.write_bytes(b'\xef\xbb\xbf' + (EXAMPLES / 'applications.csv').read_bytes().replace(b'\r\n', b'\n')
                           .replace(b'\n', b'\r\n'))
        report = self.ok(self.office, '--json', 'import', marked).last()
        self.assertEqual(report['quarantined'], 0)
        self.assertGreater(report['accepted'], 0)

    def test_the_same_file_twice_is_taken_once(self):
        self.take(self.line)
        report = self.take(self.line)
        self.assertTrue(report['was_finished'])
        self.assertEqual(len(self.ok(self.office, '--json', 'case', 'list').lines()), 1)

    def test_a_bad_line_is_set_aside_with_line_field_and_reason(self):
        bad = {**self.line, 'external_no': 'E-2', 'item': 'ZZ-999'}
        report = self.take(self.line, bad, '{"channel":\n', '\n', code=1)
        self.assertEqual((report['lines'], report['accepted'], report['quarantined'], report['blank']), (4, 1, 2, 1))
        self.assertIn({'field': 'item', 'reason': 'unknown_item', 'count': 1}, report['faults'])
        aside = pathlib.Path(report['quarantine_file']).read_text(encoding='utf-8')
        self.assertIn('unknown_item', aside)
        text = self.ok(self.office, 'import', self.folder / 'a.jsonl', code=1).out
        self.assertIn('搁置 2', text)

    def test_a_code_damaged_by_a_spreadsheet_is_set_aside_by_line(self):
        rows = list(csv.reader((EXAMPLES / 'applications.csv').read_text(encoding='utf-8-sig').splitlines()))
        column = rows[0].index('applicant.id')
        rows[1][column] = '4.40305E+17'
        path = self.folder / 'damaged.csv'
        with path.open('w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows(rows)
        report = self.ok(self.office, '--json', 'import', path, code=1).last()
        self.assertEqual(report['quarantined'], 1)
        self.assertEqual(report['faults'][0]['field'], 'applicant.id')
        self.assertIn('spreadsheet', pathlib.Path(report['quarantine_file']).read_text(encoding='utf-8'))

    def test_a_file_that_is_not_there_is_said(self):
        self.ok(self.office, 'import', self.folder / 'none.jsonl', code=3)


class Registers(DemoCase):
    applications = 60

    def test_a_register_takes_the_place_of_the_one_before(self):
        rows = (self.demo / 'demo/police.person.csv').read_text().splitlines()
        path = self.folder / 'police.person.csv'
        path.write_text('\n'.join(rows[:4]) + '\n')
        office = self.folder / 'office'
        self.ok(office, 'init', '--kind', 'training')
        report = self.ok(office, '--json', 'register', 'import', path, '--as-of', YESTERDAY).last()
        self.assertEqual((report['read'], report['rows'], report['rejected']), (3, 3, 0))
        again = self.ok(office, '--json', 'register', 'import', path, '--as-of', YESTERDAY).last()
        self.assertTrue(again['was_current'])

    def test_a_bad_row_is_named_and_a_bad_file_changes_nothing(self):
        office = self.folder / 'office'
        self.ok(office, 'init', '--kind', 'training')
        path = self.folder / 'police.person.csv'
        path.write_text('nonsense,header\n1,2\n')
        self.ok(office, 'register', 'import', path, '--as-of', YESTERDAY, code=2)
        self.assertEqual(self.ok(office, '--json', 'register', 'list').out, '')
        self.ok(office, 'register', 'import', path, '--as-of', '2026-02-30', code=2)
