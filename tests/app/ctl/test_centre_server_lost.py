# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server's first process killed while desktops push, its disks full: desktops keep their acts and go on by themselves."""
import json
import os
import pathlib
import random
import signal
import subprocess
import tempfile
import time
import unittest

from ctl import command, environment
from postgres import as_server_user, Server
from test_centre_sync import dashed, EXAMPLE, SyncCase

DESKTOPS = 3
CASES = 60  # of each desktop: more than fits into what the server has set aside


class SmallDisk:
    """A file system of some megabytes, and what fills it."""

    def __init__(self, megabytes):
        self.holder = tempfile.TemporaryDirectory(prefix='tongban-small-')
        self.path = pathlib.Path(self.holder.name)
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={megabytes}m', 'tmpfs', self.path], capture_output=True,
                          check=False).returncode != 0:
            self.holder.cleanup()
            raise unittest.SkipTest('mounting a small file system needs root')
        as_server_user(self.path)

    def fill(self):
        """To the last byte."""
        with (self.path / 'filler').open('wb', buffering=0) as file:
            try:
                while True:
                    file.write(b'\0' * 4096)
            except OSError:
                pass

    def make_room(self):
        (self.path / 'filler').unlink()

    def end(self):
        subprocess.run(['umount', '-l', self.path], check=False)
        self.holder.cleanup()


class Line:
    """`sync --loop` at a desktop: started once, and nobody touches it."""

    def __init__(self, case, desktop):
        self.case, self.output = case, desktop.folder / 'line.jsonl'
        with self.output.open('w') as output:
            self.process = subprocess.Popen(command(desktop.office, '--json', 'sync', '--loop', '--every', '0.05'), stdout=output,
                                            stderr=subprocess.STDOUT, env=environment())
        case.addCleanup(self.process.wait)
        case.addCleanup(self.process.kill)

    def end(self):
        """Why it could not go on, each time."""
        self.case.assertIsNone(self.process.poll(), self.output.read_text())
        self.process.terminate()
        self.case.assertEqual(self.process.wait(30), 0)
        reports = [json.loads(line) for line in self.output.read_text().splitlines()]
        self.case.assertEqual([report['stopped_by'] for report in reports if report['stopped_by']], [])
        return [report['unreachable'] for report in reports if report['unreachable']]


class ServerLost(SyncCase):
    def setUp(self):
        self.desktops = [self.desktop(self.new_person()) for _ in range(DESKTOPS)]
        self.lines = [Line(self, desktop) for desktop in self.desktops]
        self.saved = []

    def take_in(self, desktop, count):
        """In one file: the desktop says that all are kept."""
        numbers = [f'{desktop.name}-{len(self.saved)}-{place}' for place in range(count)]
        path = desktop.folder / f'{len(self.saved)}.jsonl'
        path.write_text(''.join(json.dumps({**EXAMPLE, 'channel': 'window', 'external_no': number, 'item': 'KY-001', 'fields': {},
                                            'materials': []}, ensure_ascii=False) + '\n' for number in numbers))
        desktop.ok('import', path)
        with desktop.store() as store:
            self.saved += [dashed(row[0]) for number in numbers for row in store.execute(
                'SELECT lower(hex(id)) FROM permit_case WHERE external_no = ?', (number,))]

    def start_again(self):
        """As a service manager does: until it is up. Processes of the one before may hold its memory for a moment."""
        for _ in range(100):
            if self.is_up():
                return
            try:
                self.server.start()
            except AssertionError:
                time.sleep(0.1)
        self.fail(self.server.log.read_text()[-2000:])

    def is_up(self):
        return self.server.sql('SELECT 1')[1] == 0

    def told(self):
        out, code = self.server.sql("SELECT case_id FROM core.ledger WHERE act = 'apply'")
        return out.split() if code == 0 else []

    def rest(self):
        """Everything has arrived, without anybody's doing; what the desktops said meanwhile."""
        self.wait_until(lambda: set(self.saved) <= set(self.told()), 60)
        told = self.told()
        self.assertEqual(len(told), len(set(told)))
        self.wait_until(lambda: all(desktop.ledger() == self.central_ledger() for desktop in self.desktops), 60)
        said = [why for line in self.lines for why in line.end()]
        for desktop in self.desktops:
            desktop.sync()
            self.assertEqual([line for line in desktop.outbox() if line['state'] in ('saved', 'told', 'attention')], [])
        self.assert_converged(*self.desktops)
        return said


class Killed(ServerLost):
    def test_a_server_whose_first_process_is_killed_loses_no_act_that_it_confirmed(self):
        seed = random.randrange(1 << 32)
        chance = random.Random(seed)
        with self.subTest(seed=seed):
            for place in range(4):
                for desktop in self.desktops:
                    self.take_in(desktop, 10)
                time.sleep(chance.uniform(0, 0.2))
                os.kill(int((self.server.data / 'postmaster.pid').read_text().split()[0]), signal.SIGKILL)
                self.take_in(self.desktops[place % DESKTOPS], 5)
                self.start_again()
            self.assertTrue(self.rest())


class DataFull(ServerLost):
    @classmethod
    def make_server(cls):
        cls.disk = SmallDisk(160)
        cls.addClassCleanup(cls.disk.end)
        return Server(data=cls.disk.path)

    def fill(self):
        self.disk.fill()
        for desktop in self.desktops:
            self.take_in(desktop, CASES)
        self.write_more()
        # Every desktop keeps what it has, and still does.
        self.wait_until(self.is_stuck, 30)
        for desktop in self.desktops:
            self.take_in(desktop, 5)

    def write_more(self):
        pass

    def is_stuck(self):
        if not self.is_up():
            return True
        before = len(self.told())
        time.sleep(1)
        return len(self.told()) == before < len(self.saved)

    def test_a_full_disk_of_the_server_is_told_and_lets_everything_through_when_there_is_room(self):
        self.fill()
        self.assertTrue(all(desktop.outbox() for desktop in self.desktops))
        self.disk.make_room()
        said = self.rest()
        self.assertTrue(any('no room on its disk' in why for why in said), said)


class LogFull(DataFull):
    @classmethod
    def make_server(cls):
        cls.disk = SmallDisk(40)
        cls.addClassCleanup(cls.disk.end)
        server = Server(wal=cls.disk.path)
        # For a standby that does not come and fetch it, everything is kept.
        server.sql("SELECT pg_create_physical_replication_slot('standby', true)", database='postgres')
        return server

    def write_more(self):
        """What was set aside beforehand is used up by somebody else; the server ends rather than promise what it cannot keep."""
        for _ in range(80):
            if self.server.sql("SELECT pg_logical_emit_message(true, 'more', repeat('x', 500000))")[1] != 0:
                return
        self.fail('there was room all the same')

    def test_a_full_disk_of_the_server_is_told_and_lets_everything_through_when_there_is_room(self):
        self.fill()
        self.disk.make_room()
        self.start_again()
        self.assertTrue(self.rest())


if __name__ == '__main__':
    unittest.main()
