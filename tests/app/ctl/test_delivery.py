# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results on their way to applicants."""
from ctl import DemoCase


class Delivery(DemoCase):
    def tasks(self):
        return self.ok(self.demo, '--json', 'delivery', 'list', '--limit', 1000).lines()

    def of(self, serial):
        return next((task for task in self.tasks() if task['serial'] == serial), None)

    def test_a_parcel_is_sent_comes_back_and_arrives(self):
        serial = next(task['serial'] for task in self.tasks() if task['by_courier'] and task['state'] == 'granted')
        act = lambda verb, *arguments, code=0: self.ok(
            self.demo, '--json', 'delivery', verb, serial, *arguments, '--actor', 'clerk', code=code).last()
        wrong = act('send', '--waybill', '12', code=4)
        self.assertEqual(wrong['refusals'][0]['problem'], 'waybill_invalid')
        act('send', '--waybill', 'SF1234567890')
        self.assertEqual(self.of(serial)['delivery']['waybill'], 'SF1234567890')
        read = self.ok(self.demo, '--json', 'delivery', 'scan', 'sf 1234-567890').last()
        self.assertEqual((read['kind'], read['task']['serial']), ('parcel', serial))
        act('returned', '--why', '无人签收')
        self.assertTrue(self.of(serial)['delivery']['returned_at'])
        act('send', '--waybill', 'SF1234567891')
        act('arrived', '--receiver', '林安宁')
        self.assertIsNone(self.of(serial))
        self.ok(self.demo, 'audit', 'verify')

    def test_a_result_is_handed_over_at_the_window(self):
        serial = next(task['serial'] for task in self.tasks() if task['state'] == 'granted')
        self.ok(self.demo, 'delivery', 'hand-over', serial, '--receiver', '林安宁', '--actor', 'clerk')
        self.assertIsNone(self.of(serial))
        told = self.ok(self.demo, '--language', 'en', 'delivery', 'hand-over', serial, '--receiver', 'x', '--actor', 'clerk', code=4)
        self.assertIn('Refused, nothing was changed', told.out)

    def test_what_a_scanner_reads(self):
        self.assertEqual(self.ok(self.demo, '--json', 'delivery', 'scan', 'YT9988776655').last()['kind'], 'new_waybill')
        self.assertEqual(self.ok(self.demo, '--json', 'delivery', 'scan', '?', code=3).last()['kind'], 'nothing')
        serial = self.tasks()[0]['serial']
        self.assertEqual(self.ok(self.demo, '--json', 'delivery', 'scan', serial).last()['kind'], 'case')

    def test_repeated_visits_are_listed(self):
        serial = self.ok(self.demo, '--json', 'case', 'list', '--queue', 'people', '--limit', 1).last()['serial']
        visit = ('case', 'act', serial, 'check_in', '--actor', 'clerk')
        self.ok(self.demo, *visit)
        self.ok(self.demo, *visit, '--reason', 'visit:correction', at='2026-11-23T03:00:00+08:00')
        seen = self.ok(self.demo, '--json', 'delivery', 'visits', at='2026-11-23T03:00:00+08:00').lines()
        self.assertEqual([(line['serial'], line['visits'], line['last_reason']) for line in seen],
                         [(serial, 2, 'visit:correction')])
