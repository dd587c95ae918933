# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists for spreadsheets, and what comes back of them."""
import csv

from ctl import DemoCase


class CaseExport(DemoCase):
    def test_a_list_is_written_whole_and_codes_stay_text(self):
        file = self.folder / 'people.csv'
        answer = self.ok(self.demo, '--json', 'case', 'export', file, '--queue', 'people').last()
        cases = self.ok(self.demo, '--json', 'case', 'list', '--queue', 'people', '--limit', 10000).lines()
        self.assertEqual(answer, {'file': str(file), 'rows': len(cases)})
        with open(file, encoding='utf-8-sig', newline='') as text:
            rows = list(csv.reader(text))
        self.assertEqual(len(rows) - 1, len(cases))
        told = ' '.join(' '.join(row) for row in rows)
        self.assertTrue(all(case['serial'] in told for case in cases))
        self.assertEqual(self.ok(self.demo, '--json', 'case', 'check-sheet', file).last()['accepted'], True)

    def test_a_damaged_file_is_refused_with_its_rows(self):
        file = self.folder / 'list.csv'
        self.ok(self.demo, 'case', 'export', file, '--queue', 'people', '--district', '440305')
        lines = file.read_text('utf-8').splitlines(keepends=True)
        lines[2] = lines[2].replace('440305', '440306', 1)
        file.write_text(''.join(lines), 'utf-8')
        answer = self.ok(self.demo, '--json', 'case', 'check-sheet', file, code=1).last()
        self.assertEqual(answer['accepted'], False)
        self.assertEqual([problem['row'] for problem in answer['problems']], [3])
        self.assertIn('不予采用', self.ok(self.demo, 'case', 'check-sheet', file, code=1).out)

    def test_what_cannot_be_written_leaves_nothing_behind(self):
        self.ok(self.demo, 'case', 'export', self.folder / 'list.doc', code=2)
        self.ok(self.demo, 'case', 'export', self.folder / 'no' / 'folder.xlsx', code=3)
        self.assertEqual(list(self.folder.iterdir()), [])
        self.ok(self.demo, 'case', 'export', self.folder / 'list', '--format', 'xlsx', '--light', 'late')
        self.assertTrue((self.folder / 'list').read_bytes().startswith(b'PK'))
