# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The object roster on the command line."""
from ctl import Case, DemoCase, run


class Roster(DemoCase):
    def test_made_and_searched(self):
        report = self.ok(self.demo, '--json', 'roster', 'rebuild').last()
        self.assertEqual(report['objects'], report['enterprises'] + report['persons'])
        self.assertGreater(report['registered'], 0)
        self.assertGreater(report['granted'], 0)
        answer = self.ok(self.demo, '--json', 'roster', 'search', 'szs', '--most', 5).last()
        self.assertEqual(len(answer['objects']), 5)
        self.assertTrue(answer['more'])
        some = answer['objects'][0]
        by_code = self.ok(self.demo, '--json', 'roster', 'search', some['code']).last()
        self.assertEqual([hit['name'] for hit in by_code['objects']], [some['name']])
        self.assertEqual(by_code['objects'][0]['found_by'], 'code')
        by_name = self.ok(self.demo, '--json', 'roster', 'search', some['name']).last()
        self.assertEqual(by_name['objects'][0]['found_by'], 'whole_name')
        self.ok(self.demo, 'roster', 'search', 'qqqqqq', code=3)
        self.ok(self.demo, 'roster', 'search', '()', code=2)

    def test_a_persons_number_is_shown_to_who_typed_it(self):
        self.ok(self.demo, 'roster', 'rebuild')
        found = self.ok(self.demo, '--json', 'roster', 'search', 'l', '--most', 1000).last()['objects']
        person = next(one for one in found if one['kind'] == 'person')
        text = self.ok(self.demo, 'roster', 'search', person['name']).out
        self.assertNotIn(person['code'], text)
        self.assertIn(person['code'][:6] + '*', text)
        self.assertIn(person['code'], self.ok(self.demo, 'roster', 'search', person['code']).out)
        self.assertIn('首字母', text)
        english = self.ok(self.demo, '--language', 'en', 'roster', 'search', person['name']).out
        self.assertIn('initials', english)


class Import(Case):
    def test_a_search_before_it_was_made_says_what_to_do(self):
        office = self.folder / 'office'
        self.ok(office, 'init')
        self.assertIn('roster rebuild', self.ok(office, 'roster', 'search', 'sz', code=3).err)

    def test_bad_lines_are_named(self):
        office = self.folder / 'office'
        self.ok(office, 'init', '--kind', 'training')
        file = self.folder / 'objects.csv'
        file.write_text('code,name,field,district\n110101199003070038,吕绿,taxi,\n123,错,,\n', encoding='utf-8')
        answer = run(office, '--json', 'roster', 'import', file)
        self.assertEqual(answer.code, 1, answer.err)
        self.assertEqual(answer.last()['problems'], [{'line': 3, 'column': 'code', 'reason': 'wrong_code'}])
        self.assertEqual(answer.last()['persons'], 1)
        self.assertIn('吕绿', self.ok(office, 'roster', 'search', 'll').out)
        file.write_text('name\n', encoding='utf-8')
        self.ok(office, 'roster', 'import', file, code=2)
