# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions about the catalogue; every number is counted again here from the files."""
import csv

from ctl import Case, SOURCE

FOLDER = SOURCE / 'resources' / 'catalogue'
DAY = '2026-11-23'


def table(name):
    with (FOLDER / f'{name}.csv').open(encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def in_force(row):
    return row['effective_from'] <= DAY and (not row['effective_to'] or DAY <= row['effective_to'])


class Questions(Case):
    def setUp(self):
        super().setUp()
        self.office = self.folder / 'office'
        self.ok(self.office, 'init')
        self.items = [row for row in table('items') if in_force(row)]
        self.active = [row for row in self.items if row['status'] == 'active' or row['status_since'] > DAY]

    def ask(self, *arguments, **options):
        return self.ok(self.office, '--json', 'catalogue', *arguments, **options)

    def test_every_number_is_what_counting_gives(self):
        counts = self.ask('counts').last()
        ended = [row for row in self.items if row not in self.active]
        self.assertEqual(counts['active'], len(self.active))
        self.assertEqual(counts['city'], sum(row['level'] == 'city' for row in self.active))
        self.assertEqual(counts['district'], sum(row['level'] == 'district' for row in self.active))
        self.assertEqual(counts['city'] + counts['district'], counts['active'])
        for status in ('cancelled', 'transferred'):
            self.assertEqual(counts[status], sum(row['status'] == status for row in ended))
        self.assertEqual(counts['automatic'], sum(bool(row['rule_set']) for row in self.active))
        self.assertEqual(sum(counts['automatic_by_area'].values()), counts['automatic'])
        zero = sum(row['visits_allowed'] == '0' for row in self.active)
        share = counts['zero_visits']
        self.assertEqual((share['part'], share['whole']), (zero, len(self.active)))
        self.assertEqual(share['per_mille'], (zero * 2000 + len(self.active)) // (2 * len(self.active)))
        self.assertEqual(sum(counts['by_field'].values()), counts['active'])

    def test_the_reference_catalogue_is_as_large_as_published(self):
        counts = self.ask('counts').last()
        self.assertEqual((counts['active'], counts['city'], counts['district']), (223, 145, 78))
        self.assertEqual((counts['cancelled'], counts['transferred']), (44, 6))
        self.assertEqual((counts['automatic'], counts['automatic_published']), (37, 37))
        self.assertEqual(len(counts['automatic_by_area']), 3)
        self.assertEqual((counts['powers_to_districts'], counts['powers_to_bureaus']), (8, 78))
        self.assertEqual(len(counts['by_field']), 11)
        self.assertGreater(counts['zero_visits']['per_mille'], 600)
        self.assertEqual(counts['at_most_one_visit']['per_mille'], 1000)

    def test_the_page_of_numbers_says_them(self):
        text = self.ok(self.office, 'catalogue', 'counts').out
        for part in ('223', '145', '78', '44', '37'):
            self.assertIn(part, text)

    def test_lists_are_restricted(self):
        self.assertEqual(len(self.ask('list').lines()), len(self.items))
        taxis = self.ask('list', '--field', 'taxi', '--status', 'active').lines()
        self.assertEqual(len(taxis), sum(row['field'] == 'taxi' for row in self.active))
        quota = self.ask('list', '--area', 'car-quota').lines()
        self.assertEqual({item['area'] for item in quota}, {'car-quota'})
        self.assertEqual(len(self.ask('list', '--level', 'district', '--status', 'active').lines()), 78)
        self.ask('list', '--level', 'moon', code=2)

    def test_an_item_shows_documents_limits_visits_and_places(self):
        item = self.ask('show', 'CZ-001').last()
        materials = [row for row in table('materials') if row['item'] == 'CZ-001'
                     and row['version'] == str(item['version'])]
        self.assertEqual([m['mode'] for m in item['materials']], [row['mode'] for row in materials])
        for total in ('statutory_days', 'promised_days'):
            self.assertEqual(sum(step[total] for step in item['steps'].values()), item[total])
        self.assertTrue(item['halls'])
        text = self.ok(self.office, 'catalogue', 'show', 'CZ-001').out
        for part in ('数据共享', '法定', '承诺', '合计', '允许到场次数', '快递送达', '窗口', '依据', item['name_zh']):
            self.assertIn(part, text)

    def test_a_cancelled_item_says_since_when_and_by_which_document(self):
        gone = next(row for row in self.items if row['status'] == 'cancelled')
        text = self.ok(self.office, 'catalogue', 'show', gone['code']).out
        for part in ('已取消', gone['status_since'], gone['status_basis'], '不再收件'):
            self.assertIn(part, text)

    def test_who_decides_changes_on_the_day_of_the_delegation(self):
        before = self.ask('who', 'LZ-018', '--district', '440303', '--on', '2026-08-31').lines()
        after = self.ask('who', 'LZ-018', '--district', '440303', '--on', '2026-09-01').lines()
        self.assertEqual((len(before), len(after)), (1, 1))
        self.assertNotEqual(before[0]['organisation'], after[0]['organisation'])
        self.assertEqual(after[0]['since'], '2026-09-01')
        self.assertTrue(after[0]['basis'])
        self.assertGreater(len(self.ask('who', 'LZ-018').lines()), 5)
        self.assertIn('下放', self.ok(self.office, 'catalogue', 'who', 'LZ-018', '--district', '440303').out)

    def test_what_is_not_there_is_said(self):
        self.ask('show', 'ZZ-999', code=3)
        self.ask('show', 'CZ-001', '--on', '1990-01-01', code=3)
        self.ask('who', 'CZ-001', '--district', '110101', code=3)
        self.ask('show', 'CZ-001', '--on', 'tomorrow', code=2)

    def test_without_a_workspace_the_reference_catalogue_answers(self):
        answer = self.ok(self.folder / 'none', '--json', 'catalogue', 'counts')
        self.assertEqual(answer.last()['active'], 223)
        self.assertIn('参考目录', answer.err)
