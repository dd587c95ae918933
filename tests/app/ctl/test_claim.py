# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works on which case, one by one and by the list."""
from ctl import DemoCase


class Claims(DemoCase):
    def people(self):
        """What waits for people, the most urgent first."""
        return self.ok(self.demo, '--json', 'case', 'list', '--queue', 'people', '--limit', 1000).lines()

    def claim(self, verb, serial, *arguments, code=0):
        return self.ok(self.demo, '--json', 'claim', verb, serial, *arguments, code=code).last()

    def test_a_claim_is_seen_kept_out_of_and_put_back(self):
        serial = self.people()[0]['serial']
        first = self.claim('take', serial, '--actor', 'approver')
        self.assertEqual((first['problem'], first['holder']), ('', 'approver'))
        other = self.claim('take', serial, '--actor', 'clerk', code=4)
        self.assertEqual((other['problem'], other['holder']), ('held_by_other', 'approver'))
        self.assertTrue(other['sentence'])
        self.assertEqual(self.claim('release', serial, '--actor', 'clerk', code=4)['problem'], 'held_by_other')
        self.assertEqual(self.claim('take', serial, '--actor', 'head', '--take-over', code=4)['problem'], 'reason_missing')
        taken = self.claim('take', serial, '--actor', 'head', '--take-over', '--reason', '原承办人休假')
        self.assertEqual(taken['holder'], 'head')
        self.assertEqual(self.claim('take', serial, '--actor', 'nobody', code=4)['problem'], 'account_unknown')
        self.assertEqual(self.claim('release', serial, '--actor', 'head')['holder'], '')
        lines = self.ok(self.demo, '--json', 'claim', 'show', serial).lines()
        self.assertEqual([line['kind'] for line in lines[1:]], ['claimed', 'taken_over', 'released'])
        self.assertIn('无人认领', self.ok(self.demo, 'claim', 'show', serial).out)
        self.assertIn('Nobody works', self.ok(self.demo, '--language', 'en', 'claim', 'show', serial).out)
        self.ok(self.demo, 'claim', 'take', 'no such number', '--actor', 'approver', code=2)

    def test_out_of_turn_needs_a_reason_and_is_listed(self):
        waiting = [case for case in self.people() if case['state'] == 'referred']
        kinds = {}
        for case in waiting:
            kinds.setdefault((case['item'], case['district']), []).append(case['serial'])
        serial = next(serials for serials in kinds.values() if len(serials) > 1)[-1]
        self.assertEqual(self.claim('take', serial, '--actor', 'approver', code=4)['problem'], 'out_of_turn')
        answer = self.claim('take', serial, '--actor', 'approver', '--reason', '申请人在场')
        self.assertGreater(answer['passed_over'], 0)
        listed = self.ok(self.demo, '--json', 'claim', 'out-of-turn').lines()
        self.assertIn((serial, '申请人在场'), [(line['serial'], line['reason']) for line in listed])
        self.assertEqual(self.ok(self.demo, '--json', 'claim', 'times').out, '')

    def test_a_list_is_claimed_and_put_back_with_a_line_for_each(self):
        district = ('--queue', 'people', '--district', '440305', '--holder', '-')
        wanted = self.ok(self.demo, '--json', 'batch', 'claim', *district, '--actor', 'approver', '--dry-run').lines()
        self.assertGreater(len(wanted), 1)
        self.assertTrue(all(row['problem'] == '' for row in wanted))
        done = self.ok(self.demo, '--json', 'batch', 'claim', *district, '--actor', 'approver', '--why', '区级集中办理').lines()
        self.assertEqual([row['serial'] for row in done], [row['serial'] for row in wanted])
        self.assertTrue(all(row['problem'] == '' for row in done))
        mine = ('--queue', 'people', '--holder', 'approver', '--district', '440305')
        others = self.ok(self.demo, '--json', 'batch', 'release', *mine, '--actor', 'clerk', code=1).lines()
        self.assertEqual({row['problem'] for row in others}, {'held_by_other'})
        back = self.ok(self.demo, 'batch', 'release', *mine, '--actor', 'approver')
        self.assertIn(f'已办 {len(done)},未办 0', back.out)

    def test_receipts_of_a_list_are_files(self):
        folder = self.folder / 'receipts'
        folder.mkdir()
        rows = self.ok(self.demo, '--json', 'batch', 'receipts', '--item', 'CZ-001', '--state', 'referred', '--folder', folder,
                       '--actor', 'clerk').lines()
        self.assertGreater(len(rows), 0)
        self.assertEqual({path.stem for path in folder.glob('*.pdf')}, {row['serial'] for row in rows})

    def test_too_long_a_list_and_a_wrong_day_are_told(self):
        self.ok(self.demo, 'batch', 'claim', '--light', 'red', '--actor', 'approver', code=2)
        self.ok(self.demo, 'batch', 'claim', '--received-from', '2026-02-30', '--actor', 'approver', code=2)
