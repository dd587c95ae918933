# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pooler in between that gives a server session to another desktop after each transaction, and a standby that takes over."""
import os
import pathlib
import pwd
import signal
import subprocess
import tempfile
import threading

from postgres import DISTRICT
from test_centre_sync import dashed, Desktop, SyncCase


class Pooler:
    """pgbouncer in transaction mode with three sessions for everybody."""

    def __init__(self, server):
        self.holder = tempfile.TemporaryDirectory(prefix='tongban-pool-')
        self.folder = pathlib.Path(self.holder.name)
        self.folder.chmod(0o755)
        self.server = server
        self.process = None
        self.point_to(5432)
        prefix = server.prefix
        if prefix:
            user = pwd.getpwnam('postgres')
            for path in (self.folder, self.folder / 'ini'):
                os.chown(path, user.pw_uid, user.pw_gid)
        self.prefix = prefix

    def point_to(self, port):
        """Where the server is, from now on."""
        (self.folder / 'ini').write_text(
            f"[databases]\ntongban = host={self.server.folder} port={port} dbname=tongban\n[pgbouncer]\nlisten_addr =\nlisten_port = 5432\n"
            f"unix_socket_dir = {self.folder}\nauth_type = trust\nauth_file = {self.folder}/users\npool_mode = transaction\n"
            f"default_pool_size = 3\nlogfile = {self.folder}/log\npidfile = {self.folder}/pid\n"
            "ignore_startup_parameters = extra_float_digits,options\nserver_login_retry = 1\n")
        if self.process:
            self.process.send_signal(signal.SIGHUP)

    def start(self, users):
        (self.folder / 'users').write_text(''.join(f'"{user}" ""\n' for user in users))
        (self.folder / 'users').chmod(0o644)
        self.process = subprocess.Popen([*self.prefix, '/usr/sbin/pgbouncer', str(self.folder / 'ini')],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.holder.cleanup()


class Between(SyncCase):
    def test_desktops_behind_a_transaction_pooler_come_to_the_same_copy(self):
        people = [self.new_person() for _ in range(5)] + [self.new_person('approver')]
        pooler = Pooler(self.server)
        pooler.start(people)
        self.addCleanup(pooler.stop)
        self.wait_until(lambda: (pooler.folder / '.s.PGSQL.5432').exists())
        desktops = []
        for login in people:
            desktop = Desktop(self, login)
            desktop.ok('sync', '--connect', f'host={pooler.folder} dbname=tongban user={login}', '--district', DISTRICT, '--device',
                       self.devices[login].id)
            desktops.append(desktop)

        def day(desktop):
            for _ in range(6):
                desktop.take_in()
                desktop.sync()
        threads = [threading.Thread(target=day, args=(desktop,)) for desktop in desktops[:-1]]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for desktop in desktops:
            desktop.sync()
        self.assertEqual(len(desktops[0].cases()), len({row[0] for row in desktops[0].cases()}))
        self.assert_converged(*desktops)


class TakeOver(SyncCase):
    def standby(self):
        """A streaming standby of the server in a folder beside it."""
        data = self.server.folder / 'standby'
        self.server.control('pg_basebackup', '-D', data, '-R', '-X', 'stream', '-c', 'fast', '-h', self.server.folder, '-U', 'admin')
        with (data / 'postgresql.conf').open('a') as file:
            file.write('port = 5433\n')
        self.server.control('pg_ctl', '-D', data, '-l', self.server.folder / 'log-standby', '-w', '-t', '60', 'start')
        return data

    def test_what_was_confirmed_stands_when_a_standby_takes_over_in_the_middle_of_the_day(self):
        with (self.server.data / 'pg_hba.conf').open('a') as file:
            file.write('local replication all trust\n')
        self.server.control('pg_ctl', '-D', self.server.data, 'reload')
        standby = self.standby()
        # An act is confirmed when both have it.
        self.server.sql("ALTER SYSTEM SET synchronous_standby_names = '*'; UPDATE core.setting SET value = 'standby' "
                        "WHERE key = 'settle_by';")
        self.server.control('pg_ctl', '-D', self.server.data, 'reload')
        people = [self.new_person() for _ in range(3)]
        pooler = Pooler(self.server)
        pooler.start(people)
        self.addCleanup(pooler.stop)
        self.wait_until(lambda: (pooler.folder / '.s.PGSQL.5432').exists())
        windows = []
        for login in people:
            windows.append(Desktop(self, login))
            windows[-1].ok('sync', '--connect', f'host={pooler.folder} dbname=tongban user={login}', '--district', DISTRICT,
                           '--device', self.devices[login].id)
        taken, end = [], threading.Event()

        def day(window):
            while not end.is_set():
                taken.append(window.take_in())
                window.run('sync')
        threads = [threading.Thread(target=day, args=(window,)) for window in windows]
        for thread in threads:
            thread.start()
        self.wait_until(lambda: int(self.server.value('SELECT count(*) FROM core.ledger')) >= 6)
        self.wait_until(lambda: (self.server.sql('SELECT api.settle()', 'robot'), self.server.value(
            f'SELECT settled_n > 0 FROM core.head WHERE district = {DISTRICT}'))[1] == 't')
        self.server.control('pg_ctl', '-D', self.server.data, '-m', 'immediate', '-w', 'stop')
        before = len(taken)
        self.server.control('pg_ctl', '-D', standby, '-w', 'promote')
        pooler.point_to(5433)
        self.wait_until(lambda: len(taken) >= before + 6)
        end.set()
        for thread in threads:
            thread.join()
        # Back to the usual place, so that the checks below find it.
        with (standby / 'postgresql.conf').open('a') as file:
            file.write("port = 5432\nsynchronous_standby_names = ''\n")
        (standby / 'postgresql.auto.conf').write_text('')
        self.server.control('pg_ctl', '-D', standby, '-m', 'fast', '-w', 'stop')
        self.server.data = standby
        self.server.control('pg_ctl', '-D', standby, '-l', self.server.log, '-w', '-t', '60', 'start')
        pooler.point_to(5432)
        for window in windows:
            self.wait_until(lambda window=window: window.run('sync').last()['finished'])
            self.assertEqual(window.ok('sync', '--status').last()['rewinds'], 0)
        told = self.server.value("SELECT string_agg(case_id::text, ' ') FROM core.ledger WHERE act = 'apply'").split()
        for case in taken:
            self.assertEqual(told.count(dashed(case)), 1)
        for window in windows:
            window.sync()
        self.assert_converged(*windows)
