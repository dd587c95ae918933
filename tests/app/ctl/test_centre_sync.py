# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workspaces that belong to a centre: acts wait, are told, come back; copies are the centre's, row by row."""
import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import unittest.mock
import uuid

from ctl import environment, run, SOURCE
from postgres import CentreCase, DISTRICT

EXAMPLE = json.loads((SOURCE / 'docs/examples/applications.jsonl').read_text().splitlines()[0])

# What a copy holds of a case, by word; `no` is each store's own.
CASES = """
SELECT hex(c.id), c.serial, ch.word, c.external_no, i.word, c.item_version, c.district, c.received_at, c.duplicate_key,
       c.applicant_id, c.applicant_name, c.application, s.version, st.word, q.word, s.due, o.word, r.word, s.open, s.touched,
       s.changed_at, s.details
FROM permit_case c JOIN case_state s ON s.no = c.no JOIN vocabulary ch ON ch.no = c.channel
     JOIN vocabulary i ON i.no = c.item JOIN vocabulary st ON st.no = s.state LEFT JOIN vocabulary q ON q.no = s.queue
     LEFT JOIN vocabulary o ON o.no = s.outcome LEFT JOIN vocabulary r ON r.no = s.reason ORDER BY c.id"""


class Desktop:
    """A workspace and the command line on it."""

    def __init__(self, case, name):
        self.case, self.name = case, name
        holder = tempfile.TemporaryDirectory(prefix='tongban-desktop-')
        case.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.office = self.folder / 'office'
        self.counter = 0
        self.ok('init', '--kind', 'training')

    def run(self, *arguments, at='2026-11-23T02:00:00+08:00'):
        return run(self.office, '--json', *arguments, at=at)

    def ok(self, *arguments, code=0, **more):
        answer = self.run(*arguments, **more)
        self.case.assertEqual(answer.code, code, f'{self.name} {arguments}\n{answer.out}\n{answer.err}')
        return answer

    def join(self, login, device, district=DISTRICT):
        return self.ok('sync', '--connect', self.case.server.text(login), '--district', district, '--device', device).last()

    def sync(self, code=0, **more):
        return self.ok('sync', code=code, **more).last()

    def take_in(self, number=None, item='KY-001', **more):
        """A new application at this window; the case's id."""
        self.counter += 1
        number = number or f'{self.name}-{self.counter}'
        line = {**EXAMPLE, 'channel': 'window', 'external_no': number, 'item': item, 'fields': {}, 'materials': [], **more}
        path = self.folder / f'{number}.jsonl'
        path.write_text(json.dumps(line, ensure_ascii=False) + '\n')
        self.ok('import', path)
        with self.store() as store:
            return store.execute('SELECT lower(hex(id)) FROM permit_case WHERE external_no = ?', (number,)).fetchone()[0]

    def act(self, case, name, role, *more, code=0):
        return self.ok('case', 'act', dashed(case), name, '--actor', self.name, '--role', role, *more, code=code).last()

    def store(self):
        return sqlite3.connect(f'file:{self.office}/store.sqlite?mode=ro', uri=True)

    def cases(self):
        with self.store() as store:
            return store.execute(CASES).fetchall()

    def outbox(self, *more):
        return self.ok('outbox', 'list', *more).lines()

    def ledger(self):
        with self.store() as store:
            return store.execute('SELECT district, n, lower(hex(hash)) FROM event ORDER BY district, n').fetchall()


def dashed(text):
    return '-'.join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class SyncCase(CentreCase):
    def desktop(self, login):
        device = Desktop(self, login)
        device.join(login, self.devices[login].id)
        return device

    def new_person(self, role='clerk', district=DISTRICT):
        SyncCase.people = getattr(SyncCase, 'people', 0) + 1
        login = f'person{SyncCase.people}'
        self.admit(login, 'person', role, district)
        return login

    def central_ledger(self, district=DISTRICT):
        out = self.server.value("SELECT district || ' ' || n || ' ' || encode(hash, 'hex') FROM core.ledger "
                                f'WHERE district = {district} ORDER BY n')
        return [(int(d), int(n), h) for d, n, h in (line.split() for line in out.splitlines())]

    def assert_converged(self, *desktops):
        for desktop in desktops:
            self.assertEqual(desktop.ledger(), self.central_ledger())
            self.assertEqual(desktop.cases(), desktops[0].cases())
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)


class Sync(SyncCase):
    def test_what_one_desktop_takes_in_another_shows_and_decides(self):
        window, office = self.desktop(self.new_person()), self.desktop(self.new_person('approver'))
        case = window.take_in()
        self.assertEqual([line['state'] for line in window.outbox()], ['saved'])
        self.assertIn('待编号', window.outbox()[0]['serial'])
        self.assertEqual(window.sync()['applied'], 1)
        window.sync()
        self.assertEqual(office.sync()['pulled'], 1)
        self.act('robot', 'accept', dashed(case), 1, 'system')
        office.sync()
        office.act(case, 'grant', 'approver', '--basis', '《条例》第二十四条')
        self.assertEqual([line['act'] for line in office.outbox()], ['claim', 'grant'])
        report = office.sync()
        self.assertEqual((report['applied'], report['attention']), (2, 0))
        window.sync()
        self.assert_converged(window, office)
        state = [row[13] for row in window.cases() if row[0].lower() == case]
        self.assertEqual(state, ['granted'])

    def test_nothing_is_lost_by_being_cut_off_and_nothing_done_twice(self):
        window = self.desktop(self.new_person())
        cases = [window.take_in() for _ in range(3)]
        before = len(self.central_ledger())
        self.server.sql("ALTER SYSTEM SET unix_socket_permissions = '0777'")
        self.server.control('pg_ctl', '-D', self.server.data, '-m', 'fast', '-w', 'stop')
        report = window.sync(code=5)
        self.assertNotEqual(report['unreachable'], '')
        self.assertEqual(len(window.outbox()), 3)
        window.act(cases[0], 'check_in', 'clerk')
        self.server.control('pg_ctl', '-D', self.server.data, '-l', self.server.log, '-w', '-t', '60', 'start')
        self.assertEqual(window.sync()['applied'], 4)
        self.assertEqual(window.sync()['sent'], 0)
        self.assertEqual(len(self.central_ledger()), before + 4)
        self.assert_converged(window)

    def test_what_the_centre_refuses_is_kept_with_its_reason_and_stands_in_nobodys_way(self):
        window, office = self.desktop(self.new_person()), self.desktop(self.new_person('approver'))
        case, other = window.take_in(), window.take_in()
        window.sync()
        for number in (case, other):
            self.act('robot', 'accept', dashed(number), 1, 'system')
        office.sync()
        office.act(case, 'grant', 'approver', '--basis', 'x')
        office.act(other, 'grant', 'approver', '--basis', 'x')
        # Meanwhile somebody else decides the first one.
        token = self.claimed('zhao', dashed(case))
        self.act('zhao', 'grant', dashed(case), 2, 'approver', basis='x', token=token)
        report = office.sync(code=1)
        waiting = [line for line in office.outbox() if line['state'] == 'attention']
        self.assertEqual([(line['act'], line['outcome'], line['detail']) for line in waiting],
                         [('grant', 'conflict', 'already_decided')])
        self.assertEqual(report['applied'], 3)
        shown = office.ok('outbox', 'show', waiting[0]['id']).last()
        self.assertEqual((shown['centre']['state'], shown['centre']['last_actor']), ('granted', 'zhao'))
        self.assertEqual(shown['meant']['act'], 'grant')
        office.ok('outbox', 'redo', waiting[0]['id'], code=4)
        office.ok('outbox', 'close', waiting[0]['id'], '--note', 'zhao was first')
        self.assertEqual(office.outbox(), [])
        window.sync()
        self.assert_converged(window, office)

    def test_an_act_that_fitted_no_more_is_done_again_to_the_case_as_it_is(self):
        window = self.desktop(self.new_person())
        case = window.take_in()
        window.sync()
        window.act(case, 'check_in', 'clerk')
        self.act('robot', 'accept', dashed(case), 1, 'system')
        window.sync(code=1)
        waiting = window.outbox()
        self.assertEqual([line['detail'] for line in waiting], ['version_changed'])
        window.ok('outbox', 'redo', waiting[0]['id'])
        self.assertEqual(window.sync()['applied'], 1)
        self.assert_converged(window)

    def test_an_act_is_taken_back_until_it_is_sent(self):
        window = self.desktop(self.new_person())
        window.sync()
        before = window.cases()
        first, case = window.take_in(), window.take_in()
        window.act(case, 'check_in', 'clerk')
        lines = window.outbox()
        window.ok('outbox', 'withdraw', lines[1]['id'], code=4)
        for line in reversed(lines[1:]):
            window.ok('outbox', 'withdraw', line['id'])
        self.assertEqual(len(window.cases()), len(before) + 1)
        self.assertEqual(window.sync()['applied'], 1)
        self.assertIn(first, [row[0].lower() for row in window.cases()])
        window.ok('outbox', 'withdraw', lines[0]['id'], code=4)
        self.assert_converged(window)

    def test_the_same_paper_at_two_windows_is_one_case(self):
        one, two = self.desktop(self.new_person()), self.desktop(self.new_person())
        one.take_in('PAPER-1')
        two.take_in('PAPER-1', received_at='2026-01-02T06:21:06.000+08:00')
        one.sync()
        two.sync(code=1)
        two.sync()
        self.assertEqual([line['detail'] for line in two.outbox()], ['exists'])
        self.assert_converged(one, two)

    def test_the_outbox_goes_into_a_file_as_a_last_resort(self):
        window = self.desktop(self.new_person())
        case = window.take_in()
        path = window.folder / 'outbox.jsonl'
        self.assertEqual(window.ok('outbox', 'export', path).last()['exported'], 1)
        line = json.loads(path.read_text())
        device = self.devices[window.name]
        statement = device.statement(line['body'].encode(), first=line['sequence'], ids=[line['id']])
        self.assertIn('applied', self.server.sql(statement, window.name)[0])
        # The desktop finds its network again and is told the same answer.
        self.assertEqual(window.sync()['applied'], 1)
        self.assertEqual(self.server.value(f"SELECT count(*) FROM core.ledger WHERE case_id = '{dashed(case)}'"), '1')
        self.assert_converged(window)

    def test_clocks_a_day_off_change_nothing(self):
        window, office = self.desktop(self.new_person()), self.desktop(self.new_person('approver'))
        case = window.take_in()
        window.sync(at='2026-11-22T02:00:00+08:00')
        self.act('robot', 'accept', dashed(case), 1, 'system')
        office.sync(at='2027-01-01T02:00:00+08:00')
        office.ok('case', 'act', dashed(case), 'grant', '--actor', 'li', '--role', 'approver', '--basis', 'x',
                  at='2020-01-01T02:00:00+08:00')
        self.assertEqual(office.sync(at='2026-11-20T02:00:00+08:00')['applied'], 2)
        window.sync()
        self.assert_converged(window, office)

    def test_daylight_saving_time_changes_nothing(self):
        window, office = self.desktop(self.new_person()), self.desktop(self.new_person('approver'))
        # The hour that is there twice in New York, and the one that is not there.
        moments = ('2026-11-01T01:59:59-04:00', '2026-11-01T01:00:01-05:00', '2026-11-01T01:30:00-05:00',
                   '2027-03-14T01:59:59-05:00', '2027-03-14T03:00:01-04:00')
        with unittest.mock.patch('ctl.environment', lambda: {**environment(), 'TZ': 'America/New_York'}):
            for moment in moments:
                case = window.take_in(received_at='2026-10-30T01:30:00.000-04:00')
                window.sync(at=moment)
                self.act('robot', 'accept', dashed(case), 1, 'system')
                office.sync(at=moment)
                office.ok('case', 'act', dashed(case), 'grant', '--actor', 'li', '--role', 'approver', '--basis', 'x', at=moment)
                self.assertEqual(office.sync(at=moment)['applied'], 2)
            window.sync(at=moments[0])
        self.assert_converged(window, office)

    def test_a_right_that_ended_while_offline_is_told_and_the_act_kept(self):
        login = self.new_person()
        window = self.desktop(login)
        window.take_in()
        self.tool('centre', 'revoke', login, '--role', 'clerk')
        report = window.sync(code=1)
        self.assertEqual(report['closed'], [DISTRICT])
        self.assertEqual([(line['outcome'], line['detail']) for line in window.outbox()], [('refused', 'no_right')])

    def test_a_copied_desktop_gets_an_identity_of_its_own(self):
        window = self.desktop(self.new_person())
        twin = Desktop(self, window.name)
        shutil.rmtree(twin.office)
        shutil.copytree(window.office, twin.office)
        twin.counter = 1000
        window.take_in(), window.take_in()
        window.sync()
        twin.take_in()
        report = twin.sync()
        self.assertEqual((report['new_identities'], report['applied']), (1, 1))
        window.take_in()
        self.assertEqual(window.sync()['new_identities'], 0)
        twin.sync()
        self.assert_converged(window, twin)

    def set_back(self, copy):
        """The server as it was when `copy` was made of its folder."""
        self.server.control('pg_ctl', '-D', self.server.data, '-m', 'fast', '-w', 'stop')
        shutil.rmtree(self.server.data)
        subprocess.run(['cp', '-a', copy, self.server.data], check=True)
        self.server.control('pg_ctl', '-D', self.server.data, '-l', self.server.log, '-w', '-t', '60', 'start')

    def copied(self):
        self.server.control('pg_ctl', '-D', self.server.data, '-m', 'fast', '-w', 'stop')
        copy = self.server.folder / f'copy-{uuid.uuid4()}'
        subprocess.run(['cp', '-a', self.server.data, copy], check=True)
        self.server.control('pg_ctl', '-D', self.server.data, '-l', self.server.log, '-w', '-t', '60', 'start')
        return copy

    def test_a_centre_restored_from_a_backup_is_told_again_what_it_lost(self):
        for declared in (False, True):
            with self.subTest(declared=declared):
                window, office = self.desktop(self.new_person()), self.desktop(self.new_person('approver'))
                kept = window.take_in()
                window.sync(), office.sync()
                copy = self.copied()
                lost = [window.take_in() for _ in range(3)]
                window.sync()
                self.act('robot', 'accept', dashed(kept), 1, 'system')
                office.sync()
                office.act(kept, 'grant', 'approver', '--basis', 'x')
                office.sync()
                self.set_back(copy)
                for login in ('robot', 'zhao'):
                    self.devices[login].learn_sequence()
                if declared:
                    self.tool('centre', 'restored')
                # What the worker had accepted is gone: the grant that rested on it cannot be done again, and is shown.
                self.assertEqual(window.sync()['rewinds'], 1)
                report = office.sync(code=1)
                self.assertEqual([(c['before'], c['after']) for c in report['changed']], [('applied', 'conflict')])
                self.assertEqual([line['act'] for line in office.outbox()], ['grant'])
                window.sync(), office.sync()
                known = self.server.value('SELECT string_agg(case_id::text, \' \') FROM core.ledger')
                for case in lost:
                    self.assertIn(dashed(case), known)
                self.assert_converged(window, office)
                window.ok('audit', 'verify')

    def test_an_act_whose_place_was_given_to_another_after_a_restore_is_not_lost(self):
        window, other = self.desktop(self.new_person()), self.desktop(self.new_person())
        window.sync(), other.sync()
        copy = self.copied()
        case = window.take_in()
        # Told, but not copied back: the window is closed in between.
        device = self.devices[window.name]
        path = window.folder / 'outbox.jsonl'
        window.ok('outbox', 'export', path)
        line = json.loads(path.read_text())
        self.server.sql(device.statement(line['body'].encode(), first=line['sequence'], ids=[line['id']]), window.name)
        window.sync()
        self.set_back(copy)
        other.take_in()
        other.sync()
        window.sync()
        window.sync()
        self.assertEqual(self.server.value(f"SELECT count(*) FROM core.ledger WHERE case_id = '{dashed(case)}'"), '1')
        other.sync()
        self.assert_converged(window, other)

    def test_any_history_ends_with_the_same_copy_everywhere(self):
        seed = random.randrange(1 << 32)
        chance = random.Random(seed)
        windows = [self.desktop(self.new_person()) for _ in range(2)]
        office = self.desktop(self.new_person('approver'))
        cases = []
        with self.subTest(seed=seed):
            for _ in range(40):
                desktop = chance.choice([*windows, office])
                what = chance.random()
                if what < 0.3:
                    desktop.run('sync')
                elif desktop is not office and (what < 0.6 or not cases):
                    cases.append(desktop.take_in())
                elif cases:
                    case = chance.choice(cases)
                    name, role = (chance.choice([('grant', 'approver'), ('refer', 'approver'), ('extend', 'approver')])
                                  if desktop is office else chance.choice([('check_in', 'clerk'), ('accept', 'clerk'),
                                                                           ('request_human', 'clerk')]))
                    desktop.run('case', 'act', dashed(case), name, '--actor', desktop.name, '--role', role, '--basis', 'x',
                                '--reason', 'y')
            for _ in range(2):
                for desktop in (*windows, office):
                    desktop.run('sync')
            self.assert_converged(*windows, office)
            for desktop in (*windows, office):
                self.assertEqual({line['state'] for line in desktop.outbox()} - {'attention'}, set())
                self.assertEqual(desktop.ok('sync', '--status').last()['saved'], 0)
