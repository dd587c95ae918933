# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ratings on the command line."""
from ctl import DemoCase


class Ratings(DemoCase):
    def test_a_bad_rating_is_put_right(self):
        serial = next(case['serial'] for case in self.cases() if case['outcome'] == 'granted')
        channel = ('--channel', 'channel:i_shenzhen')
        self.ok(self.demo, 'rating', 'add', serial, 'superb', *channel, code=2)
        self.ok(self.demo, 'rating', 'add', serial, 'very_satisfied', '--channel', 'wang', code=4)
        self.ok(self.demo, 'rating', 'add', serial, 'very_dissatisfied', *channel, '--remark', '排队太久')
        answer = self.ok(self.demo, '--json', 'rating', 'list', '--open').last()
        self.assertEqual(answer['open'], 1)
        self.assertEqual(answer['totals']['very_dissatisfied'], 1)
        self.assertEqual(answer['cases'][0]['serial'], serial)
        self.assertEqual(answer['cases'][0]['due'], '2026-12-14')
        self.assertIn('非常不满意', self.ok(self.demo, 'rating', 'list').out)
        self.assertIn('差评整改期限', self.ok(self.demo, 'case', 'show', serial).out)
        self.ok(self.demo, 'rating', 'rectify', serial, '--actor', 'head', '--measures', '已道歉')
        self.assertEqual(self.ok(self.demo, '--json', 'rating', 'list', '--open').last()['open'], 0)
        again = self.ok(self.demo, '--json', 'rating', 'rectify', serial, '--actor', 'head', '--measures', 'x', code=4)
        self.assertEqual(again.last()['refusals'][0]['problem'], 'nothing_to_rectify')
        self.ok(self.demo, 'audit', 'verify')
