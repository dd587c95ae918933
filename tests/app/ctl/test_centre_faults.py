# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks that cut and delay, programs and servers that are killed, disks that are full: nothing lost, nothing twice.

TONGBAN_ROUNDS=N runs N times as much."""
import os
import pathlib
import random
import resource
import select
import signal
import socket
import subprocess
import tempfile
import threading
import time

from ctl import command, environment
from postgres import DISTRICT
from test_centre_sync import dashed, Desktop, SyncCase

ROUNDS = int(os.environ.get('TONGBAN_ROUNDS', '1'))


class Proxy:
    """Stands between desktops and the server: cuts a connection after so many bytes either way, or keeps it waiting."""

    def __init__(self, target, seed):
        self.holder = tempfile.TemporaryDirectory(prefix='tongban-proxy-')
        self.folder = pathlib.Path(self.holder.name)
        self.folder.chmod(0o755)
        self.target = str(target / '.s.PGSQL.5432')
        self.chance = random.Random(seed)
        self.faulty = True
        self.cut = 0
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.folder / '.s.PGSQL.5432'))
        self.listener.listen(64)
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.listener.close()
        self.holder.cleanup()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client,), daemon=True).start()

    def carry(self, client):
        server = socket.socket(socket.AF_UNIX)
        # Where it breaks: while the request goes, or after the server has carried it out and before the answer is there.
        allowed = self.chance.randrange(200, 8_000) if self.faulty and self.chance.random() < 0.6 else None
        slow = self.chance.random() < 0.2
        try:
            server.connect(self.target)
            while True:
                ready, _, _ = select.select((client, server), (), (), 30)
                for one in ready or (None,):
                    data = one.recv(4096) if one else b''
                    if not data:
                        return
                    if self.faulty and slow:
                        time.sleep(0.01)
                    if allowed is not None:
                        allowed -= len(data)
                        if allowed < 0:
                            self.cut += 1
                            # What came last may reach the other side or not.
                            if self.chance.random() < 0.5:
                                (server if one is client else client).sendall(data[:max(1, len(data) // 2)])
                            return
                    (server if one is client else client).sendall(data)
        except OSError:
            pass
        finally:
            client.close()
            server.close()


class Faults(SyncCase):
    def desktop_behind(self, proxy, login):
        desktop = Desktop(self, login)
        real = self.server.text(login)
        proxy.faulty = False
        desktop.ok('sync', '--connect', real.replace(str(self.server.folder), str(proxy.folder)), '--district', DISTRICT,
                   '--device', self.devices[login].id)
        proxy.faulty = True
        return desktop

    def drain(self, *desktops):
        for desktop in desktops:
            for _ in range(50):
                if desktop.run('sync').last()['finished']:
                    break
            else:
                self.fail(f'{desktop.name} does not come to rest')

    def test_many_who_want_the_same_cases_through_a_bad_network_decide_each_once(self):
        seed = random.randrange(1 << 32)
        clients, count = 16 if ROUNDS > 1 else 6, 12 * ROUNDS
        with self.subTest(seed=seed):
            proxy = Proxy(self.server.folder, seed)
            self.addCleanup(proxy.close)
            window = self.desktop(self.new_person())
            cases = [window.take_in() for _ in range(count)]
            window.sync()
            for case in cases:
                self.act('robot', 'accept', dashed(case), 1, 'system')
            office = [self.desktop_behind(proxy, self.new_person('approver')) for _ in range(clients)]

            def decide(desktop):
                order = list(cases)
                random.Random(desktop.name).shuffle(order)
                for place, case in enumerate(order):
                    desktop.run('case', 'act', dashed(case), 'grant', '--actor', desktop.name, '--role', 'approver', '--basis', 'x')
                    if place % 3 == 0:
                        desktop.run('sync')
            threads = [threading.Thread(target=decide, args=(desktop,)) for desktop in office]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.drain(*office)
            proxy.faulty = False
            self.drain(*office, window)
            self.assertGreater(proxy.cut, 0)
            self.assertEqual(self.server.value('SELECT count(*), count(DISTINCT case_id) FROM core.decision WHERE case_id IN ('
                                               + ','.join(f"'{dashed(case)}'" for case in cases) + ')'), f'{count}|{count}')
            for desktop in office:
                done = [line for line in desktop.outbox('--all') if line['act'] == 'grant']
                self.assertEqual({line['outcome'] for line in done} - {'applied', 'conflict'}, set())
            self.assert_converged(window, *office)

    def test_a_desktop_killed_at_any_moment_loses_no_act_that_was_saved(self):
        seed = random.randrange(1 << 32)
        chance = random.Random(seed)
        with self.subTest(seed=seed):
            window = self.desktop(self.new_person())
            saved = []
            for _ in range(20 * ROUNDS):
                saved.append(window.take_in())
                process = subprocess.Popen(command(window.office, '--json', 'sync'), stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL, env=environment())
                time.sleep(chance.uniform(0, 0.15))
                process.kill()
                process.wait()
            self.drain(window)
            told = self.server.value("SELECT string_agg(case_id::text, ' ') FROM core.ledger WHERE act = 'apply'").split()
            for case in saved:
                self.assertEqual(told.count(dashed(case)), 1)
            self.assert_converged(window)

    def test_a_server_that_crashes_loses_no_act_that_it_confirmed(self):
        seed = random.randrange(1 << 32)
        chance = random.Random(seed)
        with self.subTest(seed=seed):
            window = self.desktop(self.new_person())
            saved = []
            for _ in range(4 * ROUNDS):
                saved += [window.take_in() for _ in range(4)]
                process = subprocess.Popen(command(window.office, '--json', 'sync'), stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL, env=environment())
                time.sleep(chance.uniform(0, 0.1))
                self.server.control('pg_ctl', '-D', self.server.data, '-m', 'immediate', '-w', 'stop')
                process.wait()
                self.server.control('pg_ctl', '-D', self.server.data, '-l', self.server.log, '-w', '-t', '60', 'start')
            self.drain(window)
            told = self.server.value("SELECT string_agg(case_id::text, ' ') FROM core.ledger WHERE act = 'apply'").split()
            for case in saved:
                self.assertEqual(told.count(dashed(case)), 1)
            self.assert_converged(window)

    def test_a_full_disk_is_told_and_what_was_saved_goes_on_when_there_is_room(self):
        window, other = self.desktop(self.new_person()), self.desktop(self.new_person())
        for _ in range(30):
            other.take_in()
        other.sync()
        saved = window.take_in()
        room = (window.office / 'store.sqlite').stat().st_size

        def limited():
            # A write beyond the limit fails as on a full disk; without this it would end the program.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room // 8, room // 8))
        done = subprocess.run(command(window.office, '--json', 'sync'), capture_output=True, text=True, env=environment(),
                              preexec_fn=limited, timeout=60, check=False)
        self.assertNotIn(done.returncode, (0, 1), done.stdout + done.stderr)
        self.assertIn(saved, [row[0].lower() for row in window.cases()])
        self.drain(window, other)
        self.assert_converged(window, other)
        window.ok('audit', 'verify')
