# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What platforms hand in and are told: duplicates, disorder and crashes end as one case and one final status."""
import itertools
import json
import random
import unittest
import uuid

from ctl import SOURCE
from postgres import DISTRICT
from test_centre_sync import Desktop, EXAMPLE, SyncCase

try:
    import jsonschema
except ImportError:
    jsonschema = None

CHANNEL = 'unified_platform'
ONE, OTHER = '440305199105010012', '44030519910501011X'


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


class Inbox(SyncCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for channel, login in ((CHANNEL, 'platform'), ('i_shenzhen', 'app')):
            cls.tool('centre', 'grant', f'channel:{channel}', '--login', login, '--kind', 'channel', '--role', 'applicant',
                     '--district', DISTRICT)
        cls.server.sql("CREATE ROLE figures LOGIN; GRANT tongban_statistics TO figures;")

    def apply(self, number, item='KY-001', **more):
        return {'kind': 'apply', 'application': {
            'channel': CHANNEL, 'external_no': number, 'item': item, 'district': str(DISTRICT),
            'received_at': '2026-01-01T06:21:06.000+08:00',
            'applicant': {'kind': 'enterprise', 'id': '91440305MAD000000A', 'name': '样例'}} | more}

    def deliver(self, number, seq, message, login='platform', district=DISTRICT):
        body = message if isinstance(message, str) else json.dumps(message, ensure_ascii=False)
        out, code = self.server.sql(f'SELECT outcome, detail FROM api.deliver({district}, {quoted(number)}, {seq}, {quoted(body)})', login)
        self.assertEqual(code, 0, out)
        return tuple(out.strip().split('|'))

    def case_of(self, number):
        return self.server.value(f"SELECT id FROM core.permit_case WHERE external_no = '{number}'")

    def test_a_message_that_comes_again_has_the_same_answer_and_no_second_effect(self):
        first = self.deliver('D1', 1, self.apply('D1'))
        self.assertEqual(first, ('applied', 'applied'))
        events = self.server.value('SELECT sum(n) FROM core.head')
        for _ in range(3):
            self.assertEqual(self.deliver('D1', 1, self.apply('D1')), first)
        self.assertEqual(self.server.value('SELECT sum(n) FROM core.head'), events)
        self.assertEqual(self.deliver('D1', 1, self.apply('D1', item='KY-002')), ('conflict', 'other_contents'))

    def test_any_order_ends_in_one_case_and_one_final_status(self):
        for place, order in enumerate(itertools.permutations((1, 2, 3))):
            number = f'O{place}'
            messages = {1: self.apply(number), 2: {'kind': 'request_human', 'reason': 'x'}, 3: {'kind': 'withdraw', 'reason': 'y'}}
            for seq in order:
                answer = self.deliver(number, seq, messages[seq])
                self.assertIn(answer[0], ('applied', 'waiting'))
            for seq in (1, 2, 3):
                self.assertEqual(self.deliver(number, seq, messages[seq])[0], 'applied')
            self.assertEqual(self.server.value("SELECT string_agg(act, ',' ORDER BY n) FROM core.ledger "
                                               f"WHERE case_id = '{self.case_of(number)}'"), 'apply,request_human,withdraw')

    def test_a_crash_in_between_and_everything_twice_is_still_one_case(self):
        chance = random.Random(7)
        wanted = {}
        for place in range(20):
            number = f'C{place}'
            wanted[number] = [(1, self.apply(number)), (2, {'kind': 'withdraw', 'reason': 'z'})]
        calls = [(number, seq, message) for number, messages in wanted.items() for seq, message in messages] * 3
        chance.shuffle(calls)
        for count, (number, seq, message) in enumerate(calls):
            if count == len(calls) // 2:
                self.server.control('pg_ctl', '-D', self.server.data, '-m', 'immediate', '-w', 'stop')
                self.server.control('pg_ctl', '-D', self.server.data, '-l', self.server.log, '-w', '-t', '60', 'start')
            self.deliver(number, seq, message)
        self.assertEqual(self.server.value("SELECT count(*), count(DISTINCT external_no), min(state), max(state) FROM core.permit_case "
                                           "WHERE external_no LIKE 'C%'"), '20|20|withdrawn|withdrawn')
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)

    def marks(self, desktop):
        """External number of each case that looks like another one, and of that one."""
        with desktop.store() as store:
            return dict(store.execute('SELECT c.external_no, o.external_no FROM permit_case c JOIN permit_case o ON o.id = c.duplicate_of'))

    def test_a_case_that_looks_like_an_earlier_one_is_marked_at_every_desktop_and_no_program_decides_it(self):
        digest = self.tool('centre', 'model', 'propose', 'ride-hailing-driver-licence', 1, login='chen').last()['digest']
        self.tool('centre', 'model', 'confirm', digest, login='wu')

        def person(number):
            return {**EXAMPLE, 'item': 'CZ-001', 'channel': CHANNEL, 'district': str(DISTRICT),
                    'applicant': {'kind': 'person', 'id': number, 'name': '样例'}}
        near = self.desktop(self.new_person())
        for number, who in (('M1', ONE), ('M2', ONE), ('M3', OTHER)):
            self.assertEqual(self.deliver(number, 1, self.apply(number, **person(who) | {'external_no': number}))[0], 'applied')
        self.deliver('M4', 1, self.apply('M4', item='KY-002', applicant={'kind': 'person', 'id': ONE, 'name': '样例'}))
        near.sync()
        wanted = {'M2': 'M1'}
        self.assertEqual(self.marks(near), wanted)
        shown = near.ok('case', 'show', self.case_of('M2')).last()
        self.assertEqual(shown['duplicate_of'], near.ok('case', 'show', self.case_of('M1')).last()['serial'])
        robot = Desktop(self, 'robot')
        device = str(uuid.uuid4())
        self.tool('centre', 'grant', 'robot', '--device', device)
        robot.ok('work', '--centre', '--ask-again', '1', '--connect', self.server.text('robot'), '--device', device)
        reasons = dict(line.split('|') for line in self.server.value(
            "SELECT c.external_no, l.reason FROM core.ledger l JOIN core.permit_case c ON c.id = l.case_id "
            "WHERE l.act = 'refer' AND c.external_no LIKE 'M_'").split())
        self.assertEqual(reasons['M2'], 'duplicate')
        self.assertNotIn('duplicate', {reasons.get('M1'), reasons.get('M3'), reasons.get('M4')})
        # When both are over the same may be asked for anew; what was marked stays, in a copy made later too.
        for number in ('M1', 'M2'):
            self.assertEqual(self.deliver(number, 2, {'kind': 'withdraw', 'reason': 'y'})[0], 'applied')
        self.deliver('M5', 1, self.apply('M5', **person(ONE) | {'external_no': 'M5'}))
        late = self.desktop(self.new_person())
        late.sync(), near.sync()
        self.assertEqual(self.marks(late), wanted)
        self.assertEqual(self.marks(near), wanted)

    def test_statuses_come_until_they_are_acknowledged_and_only_ones_own(self):
        self.deliver('S1', 1, self.apply('S1'))
        case = self.case_of('S1')
        self.act('robot', 'accept', case, 1, 'system')
        rows = [line.split('|') for line in self.server.sql(
            "SELECT district, n, external_no, code FROM api.statuses(1000) WHERE external_no = 'S1'", 'platform')[0].split()]
        self.assertEqual([row[3] for row in rows], ['RECEIVED', 'ACCEPTED'])
        self.assertEqual(self.server.sql('SELECT count(*) FROM api.statuses(1000)', 'app')[0].strip(), '0')
        self.assertEqual(self.server.sql(f'SELECT api.acknowledge({rows[0][0]}, {rows[0][1]})', 'app')[0].strip(), 'f')
        for _ in range(2):
            self.assertEqual(self.server.sql(f'SELECT api.acknowledge({rows[0][0]}, {rows[0][1]})', 'platform')[0].strip(), 't')
        left = self.server.sql("SELECT code FROM api.statuses(1000) WHERE external_no = 'S1'", 'platform')[0].split()
        self.assertEqual(left, ['ACCEPTED'])

    def test_what_is_no_message_is_told_and_stands_in_nobodys_way(self):
        for place, message in enumerate(('', '{', '[]', 'null', '{"kind":"grant"}', '{"kind":"apply"}', '{"kind":"withdraw"}',
                                         json.dumps(self.apply('other')), '{"kind":"apply","application":{"item":{}}}', 'x' * 70000)):
            answer = self.deliver(f'P{place}', 1, message)
            self.assertIn(answer[0], ('invalid', 'conflict', 'refused', 'quarantined', 'applied') if place == 7 else
                          ('invalid', 'conflict', 'refused', 'quarantined'), message[:40])
        self.assertEqual(self.deliver('P0', 2, self.apply('P0'))[0], 'applied')
        self.assertEqual(self.deliver('wang', 1, self.apply('wang'), login='wang'), ('refused', 'no_right'))
        self.assertEqual(self.deliver('far', 1, self.apply('far'), district=440307)[0], 'refused')

    def test_figures_hold_no_person_and_each_question_about_one_is_logged(self):
        self.deliver('F1', 1, self.apply('F1'))
        out, code = self.server.sql('SELECT sum(cases) FROM stat.cases; SELECT count(*) FROM stat.decisions; SELECT count(*) FROM stat.acts',
                                    'figures')
        self.assertEqual(code, 0, out)
        self.assertGreater(int(out.split()[0]), 0)
        for forbidden in ('SELECT * FROM core.permit_case', 'SELECT * FROM core.application', 'SELECT api.statuses(1)',
                          'UPDATE stat.cases SET cases = 0', 'SELECT api.heads()'):
            self.assertNotEqual(self.server.sql(forbidden, 'figures')[1], 0, forbidden)
        before = int(self.server.value('SELECT count(*) FROM core.query_log'))
        self.assertEqual(self.server.sql("SELECT count(*) FROM stat.credit_of('91440305MAD000000A', 'tender')", 'figures')[1], 0)
        self.assertEqual(int(self.server.value('SELECT count(*) FROM core.query_log')), before + 1)
        self.assertEqual(self.server.sql("SELECT stat.credit_of('91440305MAD000000A', '')", 'figures')[1] != 0, True)

    @unittest.skipUnless(jsonschema, 'python3-jsonschema is not installed')
    def test_the_examples_fit_the_published_schema(self):
        schemas = {name: json.loads((SOURCE / 'resources/schema' / name).read_text())
                   for name in ('inbox.schema.json', 'application.schema.json')}
        message = schemas['inbox.schema.json']
        # The reference is filled in here: libraries differ in how they want to be told where it is.
        message['oneOf'][0]['properties']['application'] = {key: value for key, value in schemas['application.schema.json'].items()
                                                            if key not in ('$id', '$schema', '$defs')}
        message['$defs'] = schemas['application.schema.json']['$defs']
        check = jsonschema.Draft202012Validator(message)
        for seq, line in enumerate((SOURCE / 'docs/examples/inbox.jsonl').read_text().splitlines(), 1):
            self.assertEqual([error.message for error in check.iter_errors(json.loads(line))], [])
            self.assertIn(self.deliver('EXAMPLE-0001', seq, line)[0], ('applied', 'conflict'))
        self.assertNotEqual(list(check.iter_errors({'kind': 'grant'})), [])


if __name__ == '__main__':
    unittest.main()
