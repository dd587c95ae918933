# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a decision rests on travels with it: every desktop shows the same reasons, and no record stands in the way of an act."""
import datetime
import hashlib
import json
import pathlib
import sqlite3
import tempfile
import unittest
import uuid

import test_centre_worker
from ctl import PRESENT, run, SOURCE
from postgres import application, DISTRICT
from test_centre_sync import dashed, SyncCase

RULES = ('freight-driver-qualification', 'freight-operator-licence', 'freight-vehicle-certificate', 'quota-renewal',
         'ride-hailing-driver-licence', 'ride-hailing-vehicle-certificate')
DECISIONS = """
SELECT lower(hex(c.id)), d.round, o.word, r.word, lower(hex(d.capsule)), lower(hex(s.model)), d.decided_at, hex(d.record)
FROM decision d JOIN permit_case c ON c.no = d.case_no JOIN vocabulary o ON o.no = d.outcome
     LEFT JOIN vocabulary r ON r.no = d.reason JOIN rule_set s ON s.no = d.rule_set ORDER BY c.id, d.round"""


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'), sort_keys=True)


class Records(SyncCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        holder = tempfile.TemporaryDirectory(prefix='tongban-demo-')
        cls.addClassCleanup(holder.cleanup)
        cls.demo = pathlib.Path(holder.name) / 'office'
        answer = run(cls.demo, 'demo', '--applications', 120, '--seed', 7)
        assert answer.code == 0, answer.err
        with sqlite3.connect(cls.demo / 'store.sqlite') as store:
            cls.texts = [json.loads(text) for (text,) in store.execute('SELECT application FROM permit_case ORDER BY no')]
        cls.next = 0
        for rules in RULES:
            digest = cls.tool('centre', 'model', 'propose', rules, 1, login='chen').last()['digest']
            cls.tool('centre', 'model', 'confirm', digest, login='wu')

    def take_in(self, window, count):
        """Applications of the demonstration, just received at the window."""
        received = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=10)).isoformat(timespec='milliseconds')
        texts = self.texts[Records.next:Records.next + count]
        Records.next += count
        path = window.folder / f'applications-{Records.next}.jsonl'
        path.write_text(''.join(json.dumps({**text, 'channel': 'window', 'district': str(DISTRICT), 'received_at': received},
                                           ensure_ascii=False) + '\n' for text in texts))
        window.run('import', path)
        return window.sync()['applied']

    def decided(self, count):
        """A window that took in, and a worker that decided."""
        window = self.desktop(self.new_person())
        self.take_in(window, count)
        worker = test_centre_worker.Worker(self, self.demo / 'registers.sqlite')
        worker.ok(*worker.arguments(*worker.joining()))
        return window, worker

    def decisions(self, desktop):
        with desktop.store() as store:
            return store.execute(DECISIONS).fetchall()

    def story(self, desktop, case, language='zh'):
        return desktop.ok('--language', language, 'case', 'show', dashed(case)).last()

    def test_every_desktop_shows_and_makes_again_what_the_worker_decided(self):
        window, worker = self.decided(45)
        office = self.desktop(self.new_person('approver'))
        window.sync(), office.sync()
        made = self.decisions(worker)
        self.assertGreater(len(made), 8)
        self.assertGreater(len({(row[2], row[3]) for row in made}), 2)
        # Sealed at the centre, evidence too.
        self.assertEqual(self.server.value('SELECT count(*) FROM core.act_record WHERE get_byte(body, 0) = 0'), '0')
        self.assertGreater(int(self.server.value('SELECT count(*) FROM core.evidence WHERE get_byte(body, 0) = 1')), len(made))
        self.assertEqual(self.decisions(office), made)
        self.assertEqual(self.decisions(window), made)
        for case in (made[0][0], made[-1][0], next(row[0] for row in made if row[2] == 'refer')):
            at_worker = self.story(worker, case)
            self.assertTrue(at_worker['explanation'])
            for language in ('zh', 'en'):
                there, here = self.story(worker, case, language), self.story(office, case, language)
                self.assertEqual([here[key] for key in ('explanation', 'rule_set', 'capsule', 'reason', 'record_note')],
                                 [there[key] for key in ('explanation', 'rule_set', 'capsule', 'reason', 'record_note')])
        for desktop in (window, office, worker):
            desktop.ok('audit', 'verify')
            self.assertEqual(desktop.ok('sync', '--status').last()['doubts'], 0)
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)
        self.assert_converged(window, office, worker)

    def test_a_record_that_was_changed_or_withheld_is_noticed_and_stops_nothing(self):
        window, worker = self.decided(12)
        cases = [row[0] for row in self.decisions(worker) if row[2] != 'await_evidence'][-2:]
        # As the server's administrator might: what cannot be opened, and what is gone.
        self.server.value('CREATE TABLE public.whole AS SELECT * FROM core.act_record; SET session_replication_role = replica; '
                          f"UPDATE core.act_record SET body = '\\x00' || convert_to('{{}}', 'UTF8') WHERE case_id = '{dashed(cases[0])}'; "
                          f"DELETE FROM core.act_record WHERE case_id = '{dashed(cases[1])}'")
        self.assertGreaterEqual(self.tool('centre', 'verify', login='he', code=1).last()['findings'], 2)
        window.sync()
        self.assertEqual(window.ok('sync', '--status').last()['doubts'], 1)
        self.assertEqual({row[0] for row in self.decisions(worker)} - {row[0] for row in self.decisions(window)}, set(cases))
        for case in cases:
            self.assertIn('不在本机', self.story(window, case)['record_note'])
            self.assertIn('not on this machine', self.story(window, case, 'en')['record_note'])
        for desktop in (window, worker):
            self.assertEqual(desktop.ledger(), self.central_ledger())
        # Asked for again it is still not what the act names, and stays doubted.
        for case in cases:
            self.assertIn('不在本机', window.ok('case', 'show', '--online', dashed(case)).last()['record_note'])
        self.assertEqual(window.ok('sync', '--status').last()['doubts'], 1)
        self.server.value('SET session_replication_role = replica; DELETE FROM core.act_record; '
                          'INSERT INTO core.act_record SELECT * FROM public.whole; DROP TABLE public.whole')
        # Whole again, it comes when the case is asked for.
        for case in cases:
            self.assertEqual(window.ok('case', 'show', '--online', dashed(case)).last()['record_note'], '')
        self.assertEqual(self.decisions(window), self.decisions(worker))
        self.assertEqual(window.ok('sync', '--status').last()['doubts'], 0)

    def test_only_the_program_tells_what_rules_found_and_only_what_the_act_names(self):
        case = self.opened(f'R-{uuid.uuid4()}', 'KY-001')
        page = canonical({'seen': '甲'})
        digest = hashlib.sha256(page.encode()).hexdigest()
        model, capsule = 'ab' * 32, 'cd' * 32
        record = canonical({'capsule': capsule, 'model': model, 'round': 1})
        act = {'kind': 'act', 'act': 'check_in', 'case': case, 'version': 1, 'role': 'clerk'}
        refer = {'kind': 'act', 'act': 'refer', 'case': case, 'version': 1, 'role': 'system', 'reason': 'x', 'model': model,
                 'capsule': capsule}
        for login, command, expected in (
                ('wang', act | {'page': page}, ('invalid', 'page_differs')),
                ('wang', act | {'page': page + ' ', 'say': {'detail': {'seen': digest}}}, ('invalid', 'page_differs')),
                ('wang', act | {'record': record}, ('refused', 'record_of_rules')),
                ('wang', act | {'answers': [{'source': 'police', 'record': 'person', 'body': '{}'}]}, ('refused', 'record_of_rules')),
                ('wang', act | {'say': {'detail': {'record': digest}}}, ('invalid', 'reserved')),
                ('robot', refer | {'record': record.replace(model, 'ef' * 32)}, ('invalid', 'bad_record')),
                ('robot', refer | {'record': record + ' '}, ('invalid', 'bad_record')),
                ('robot', refer | {'record': 'no json'}, ('invalid', 'bad_value')),
                ('robot', refer | {'record': record, 'answers': [{'source': 'police'}]}, ('invalid', 'bad_record')),
                ('robot', refer | {'record': record, 'answers': 'police'}, ('invalid', 'bad_record')),
                ('robot', refer | {'record': canonical({'capsule': capsule, 'model': model, 'x': 'y' * 70_000})}, ('invalid', 'too_large'))):
            with self.subTest(expected, login=login):
                self.assertEqual(tuple(self.devices[login].push(command)[0][:2]), expected)
        # What was refused stands in the way of nothing.
        self.assertEqual(self.devices['wang'].push(act | {'page': page, 'say': {'detail': {'seen': digest}}})[0][0], 'applied')
        self.assertEqual(self.devices['robot'].push(refer | {'version': 2, 'record': record})[0][0], 'applied')
        self.assertEqual(self.server.value(f"SELECT string_agg(kind, ' ' ORDER BY n) FROM core.act_record WHERE case_id = '{case}'"),
                         'page decision')
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)

    def test_who_has_no_right_to_the_item_gets_no_record_and_the_refusal_is_logged(self):
        window, _ = self.decided(8)
        case = dashed(self.cases_with_records()[0])
        self.admit('keeper', 'person', 'administrator', DISTRICT)
        keeper = self.desktop('keeper')
        keeper.sync()
        self.assertEqual(self.decisions(keeper), [])
        self.assertIn('不在本机', self.story(keeper, case.replace('-', ''))['record_note'])
        for login in ('keeper', 'far'):
            before = int(self.server.value(f"SELECT count(*) FROM core.refusal_log WHERE login = '{login}' AND what = 'read_records'"))
            out, _ = self.server.sql(f"SELECT kind, body FROM api.read_records({DISTRICT}, '{case}', 'curiosity')", login)
            self.assertEqual(out.strip(), 'refused|')
            self.assertEqual(int(self.server.value(
                f"SELECT count(*) FROM core.refusal_log WHERE login = '{login}' AND what = 'read_records'")), before + 1)
        window.sync()
        self.assertGreater(len(self.decisions(window)), 0)
        out, _ = self.server.sql(f"SELECT kind FROM api.read_records({DISTRICT}, '{case}', 'x')", window.name)
        self.assertEqual(out.split(), ['decision'])
        self.assertEqual(self.server.value("SELECT count(*) FROM core.query_log WHERE what = 'records' AND account = "
                                           f"'{window.name}'"), '1')

    def cases_with_records(self):
        return [case.replace('-', '') for case in self.server.value(
            "SELECT DISTINCT case_id FROM core.act_record WHERE kind = 'decision'").split()]

    def test_marks_of_a_case_travel(self):
        window, office = self.desktop(self.new_person()), self.desktop(self.new_person('approver'))
        first, second = window.take_in(), window.take_in()
        window.sync(), office.sync()
        serial = self.story(office, first)['serial']
        self.assertEqual(self.story(window, second)['duplicate_of'], serial)
        self.assertEqual(self.story(office, second)['duplicate_of'], serial)
        self.act('robot', 'accept', dashed(first), 1, 'system')
        office.sync()
        office.act(first, 'suspend', 'approver', '--suspension', 'hearing', '--due', '2027-03-01', '--document', 'x', '--reason', 'y')
        office.sync(), window.sync()
        self.assert_converged(window, office)
        page = window.run('case', 'show', dashed(first))
        with window.store() as store:
            details = store.execute('SELECT details FROM case_state s JOIN permit_case c ON c.no = s.no WHERE lower(hex(c.id)) = ?',
                                    (first,)).fetchone()[0]
        self.assertIn('"planned_end":"2027-03-01"', details, page.out)


if __name__ == '__main__':
    unittest.main()
