# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty folder to counted results: init, demo, register, import, work, status, audit."""
import json

from ctl import Case, DemoCase, YESTERDAY


class Beginning(Case):
    def test_a_workspace_is_made_once(self):
        office = self.folder / 'office'
        self.assertEqual(self.ok(office, '--json', 'init', '--kind', 'training').last()['kind'], 'training')
        before = sorted(path.name for path in office.iterdir())
        answer = self.ok(office, 'init', code=4)
        self.assertIn(str(office), answer.err)
        self.assertEqual(sorted(path.name for path in office.iterdir()), before)

    def test_nothing_works_without_a_workspace(self):
        for line in (('status',), ('work',), ('case', 'list'), ('audit', 'verify'), ('import', 'x.jsonl'),
                     ('register', 'list'), ('backup', 'copy')):
            answer = self.ok(self.folder / 'none', *line, code=3)
            self.assertIn('tongbanctl init', answer.err)
            self.assertEqual(answer.out, '')

    def test_an_error_is_one_object_with_json(self):
        answer = self.ok(self.folder / 'none', '--json', 'status', code=3)
        self.assertEqual(answer.last()['error'], 'not_found')
        self.assertEqual(answer.err, '')

    def test_made_up_applications_never_reach_a_production_workspace(self):
        office = self.folder / 'office'
        self.ok(office, 'init')
        self.ok(office, 'demo', '--applications', 10, code=7)
        self.assertEqual(self.ok(office, '--json', 'status').last()['all']['cases'], 0)

    def test_a_present_that_cannot_be_read_is_refused(self):
        self.ok(self.folder / 'office', 'init', at='yesterday', code=2)


class Demo(DemoCase):
    def test_the_lines_of_the_demo_add_up_and_nothing_lies_in_the_future(self):
        report = json.loads((self.demo / 'demo' / 'demo.json').read_text())
        answer = self.ok(self.folder / 'again', '--json', 'demo', '--applications', self.applications, '--seed', 7)
        intake = answer.last()['intake']
        self.assertEqual(intake['lines'], self.applications)
        self.assertEqual(intake['lines'],
                         intake['accepted'] + intake['repeated'] + intake['quarantined'] + intake['blank'])
        counts = report.get('report', report)
        self.assertEqual(intake['accepted'], counts['applications'])
        self.assertEqual(intake['quarantined'], counts['quarantined'])
        self.assertNotIn('in_future', [fault['reason'] for fault in intake['faults']])

    def test_a_demo_made_early_in_the_day_holds_nothing_of_that_day(self):
        self.ok(self.folder / 'early', 'demo', '--applications', 300, at='2026-11-23T00:00:01+08:00')
        days = [json.loads(line)['received_at'][:10]
                for line in (self.folder / 'early/demo/applications.jsonl').read_text().splitlines()
                if line.endswith('}') and '"received_at"' in line]
        self.assertLessEqual(max(days), YESTERDAY)

    def test_status_counts_every_case_once(self):
        status = self.ok(self.demo, '--json', 'status').last()
        every = status['all']
        self.assertEqual(every['cases'], len(self.cases()))
        self.assertEqual(sum(item['cases'] for item in status['items']), every['cases'])
        counts = [reason['count'] for reason in status['reasons']]
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertEqual(sum(counts), every['referred'] + every['evidence'])
        share = status['areas']['automatic_per_mille']
        seen = status['areas']['cases'] - status['areas']['untouched']
        self.assertEqual(share, (status['areas']['automatic'] * 2000 + seen) // (2 * seen))
        self.assertEqual(every['untouched'], 0)

    def test_the_summary_ranks_the_reasons_in_words(self):
        status = self.ok(self.demo, '--json', 'status').last()
        text = self.ok(self.demo, 'status', '--most', 0).out
        ranked = [line for line in text.splitlines() if any(r['reason'] in line for r in status['reasons'])]
        self.assertEqual(len(ranked), len(status['reasons']))
        self.assertTrue(ranked[0].lstrip().startswith('1 '))
        self.assertIn(status['reasons'][0]['reason'], ranked[0])
        short = self.ok(self.demo, 'status', '--most', 2).out
        self.assertIn('另有 ', short)
        self.assertNotIn(status['reasons'][2]['reason'], short)
        self.assertRegex(text, r'自动办结率（三个领域）|自动办结率\(三个领域\)')

    def test_working_again_changes_nothing(self):
        before = self.ok(self.demo, '--json', 'status').last()
        self.ok(self.demo, '--json', 'work')
        after = self.ok(self.demo, '--json', 'status').last()
        self.assertEqual(before['all'], after['all'])

    def test_the_record_of_acts_is_sound(self):
        report = self.ok(self.demo, '--json', 'audit', 'verify').last()
        self.assertEqual(report['findings'], 0)
        self.assertGreater(report['events'], self.applications)

    def test_the_registers_in_force_are_listed(self):
        lines = self.ok(self.demo, '--json', 'register', 'list').lines()
        self.assertIn(('police', 'person'), {(line['source'], line['record']) for line in lines})
        self.assertEqual({line['as_of'] for line in lines}, {YESTERDAY})


class Work(Case):
    def test_a_limit_leaves_the_rest_for_the_next_run(self):
        office = self.folder / 'office'
        self.ok(office, 'demo', '--applications', 200, '--seed', 3)
        first = self.ok(office, '--json', 'work', '--limit', 50).last()
        self.assertEqual((first['taken'], first['finished']), (50, False))
        self.assertTrue(self.ok(office, '--json', 'work', '--threads', 1).last()['finished'])
        self.assertEqual(self.ok(office, '--json', 'status').last()['all']['untouched'], 0)
