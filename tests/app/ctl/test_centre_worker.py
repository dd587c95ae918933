# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`work --centre`: published models only, several at once, nothing twice, a new version without a restart."""
import datetime
import json
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import urllib.error
import urllib.request
import uuid

from ctl import command, environment, PRESENT, run, SOURCE
from postgres import DISTRICT
from test_centre_sync import Desktop, SyncCase


class Worker(Desktop):
    """A desktop of the worker's account, with the registers of a demonstration."""

    def __init__(self, case, registers):
        super().__init__(case, 'robot')
        shutil.copy(registers, self.office / 'registers.sqlite')
        self.device = str(uuid.uuid4())
        case.tool('centre', 'grant', 'robot', '--device', self.device)

    def arguments(self, *more):
        return ['work', '--centre', '--ask-again', '1', '--idle-ms', '50', *more]

    def joining(self):
        return ['--connect', self.case.server.text('robot'), '--device', self.device]

    def start(self, *more):
        return subprocess.Popen(command(self.office, '--json', *self.arguments('--service', *more), at=PRESENT),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())


class Work(SyncCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        holder = tempfile.TemporaryDirectory(prefix='tongban-demo-')
        cls.addClassCleanup(holder.cleanup)
        cls.demo = pathlib.Path(holder.name) / 'office'
        answer = run(cls.demo, 'demo', '--applications', 600, '--seed', 7)
        assert answer.code == 0, answer.err
        with sqlite3.connect(cls.demo / 'store.sqlite') as store:
            cls.texts = [json.loads(text) for (text,) in store.execute('SELECT application FROM permit_case ORDER BY no')]
        cls.next = 0
        for manifest in sorted((SOURCE / 'resources/models').glob('*/1.json')):
            cls.publish(manifest.parent.name, 1)

    @classmethod
    def publish(cls, rules, version, resources=SOURCE / 'resources'):
        digest = cls.tool('--resources', resources, 'centre', 'model', 'propose', rules, version, login='chen').last()['digest']
        cls.tool('centre', 'model', 'confirm', digest, login='chen', code=7)
        cls.tool('centre', 'model', 'confirm', digest, login='wu')
        return digest

    def take_in(self, window, count):
        """Applications of the demonstration, handed in at the window."""
        # Just received: what was received long before it is taken in goes to a person.
        received = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=10)).isoformat(timespec='milliseconds')
        lines = []
        for text in self.texts[Work.next:Work.next + count]:
            lines.append({**text, 'channel': 'window', 'district': str(DISTRICT), 'received_at': received})
        Work.next += count
        path = window.folder / f'applications-{Work.next}.jsonl'
        path.write_text(''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines))
        self.assertEqual(len(lines), count)
        window.run('import', path)
        return window.sync()['applied']

    def worker(self):
        return Worker(self, self.demo / 'registers.sqlite')

    def decided(self):
        return int(self.server.value('SELECT count(*) FROM core.decision WHERE automatic'))

    def assert_each_decided_once(self):
        self.assertEqual(self.server.value('SELECT count(*) FROM (SELECT FROM core.ledger WHERE act IN '
                                           "('grant', 'refuse') GROUP BY case_id HAVING count(*) > 1) x"), '0')
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)

    def test_what_waits_is_decided_by_published_models_and_reaches_every_desktop(self):
        window = self.desktop(self.new_person())
        self.assertGreater(self.take_in(window, 60), 40)
        worker = self.worker()
        before = self.decided()
        worker.ok(*worker.arguments(*worker.joining()))
        self.assertGreater(self.decided() - before, 10)
        self.assertEqual(self.server.value("SELECT count(*) FROM core.permit_case WHERE state = 'applied'"), '0')
        self.assertEqual(self.server.value("SELECT count(*) FROM core.op WHERE outcome IN ('refused', 'invalid', 'quarantined') "
                                           "AND account = 'robot'"), '0')
        again = int(self.server.value('SELECT sum(n) FROM core.head'))
        worker.ok(*worker.arguments())
        self.assertEqual(int(self.server.value('SELECT sum(n) FROM core.head')), again)
        window.sync()
        self.assert_converged(window, worker)
        self.assert_each_decided_once()
        self.assertEqual(window.ok('audit', 'verify').code, 0)

    def test_several_workers_share_the_work_and_one_that_is_killed_loses_nothing(self):
        window = self.desktop(self.new_person())
        workers = [self.worker() for _ in range(3)]
        running = [worker.start('--lease', '2', *worker.joining()) for worker in workers]
        try:
            self.take_in(window, 100)
            running[0].kill()
            self.take_in(window, 60)
            self.wait_until(lambda: self.server.value("SELECT count(*) FROM core.permit_case WHERE state IN ('applied') "
                                                      'OR (state = \'accepted\' AND NOT touched_by_human)') == '0', 60)
        finally:
            for process in running[1:]:
                process.send_signal(signal.SIGTERM)
            outputs = [process.communicate(timeout=60) for process in running]
        self.assertEqual([process.returncode for process in running[1:]], [0, 0], outputs)
        self.assert_each_decided_once()
        for worker in workers:
            worker.sync()
        window.sync()
        # The one that was killed may not have come as far as its first district.
        self.assert_converged(window, *(worker for worker in workers if worker.ledger()))

    def test_a_newly_published_version_is_at_work_without_a_restart(self):
        resources = pathlib.Path(tempfile.mkdtemp(prefix='tongban-resources-', dir=self.demo.parent))
        shutil.copytree(SOURCE / 'resources', resources, dirs_exist_ok=True)
        rules = 'freight-vehicle-certificate'
        folder = resources / 'models' / rules
        manifest = json.loads((folder / '1.json').read_text())
        manifest['version'], manifest['model'] = 2, '2.dmn'
        (folder / '2.json').write_text(json.dumps(manifest, ensure_ascii=False))
        (folder / '2.dmn').write_text((folder / '1.dmn').read_text().replace('</definitions>', '<!-- 2 --></definitions>'))
        window = self.desktop(self.new_person())
        worker = self.worker()
        process = worker.start(*worker.joining())
        try:
            self.take_in(window, 20)
            self.wait_until(lambda: self.server.value("SELECT count(*) FROM core.permit_case WHERE state = 'applied'") == '0', 60)
            digest = self.publish(rules, 2, resources)
            self.take_in(window, 200)
            self.wait_until(lambda: self.server.value("SELECT count(*) FROM core.permit_case WHERE state = 'applied'") == '0', 60)
        finally:
            process.send_signal(signal.SIGTERM)
            out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, out + err)
        self.assertGreater(int(self.server.value("SELECT count(*) FROM core.permit_case WHERE pinned_model = "
                                                 f"'\\x{digest}'")), 0)
        self.assertEqual(self.server.value("SELECT count(*) FROM core.op WHERE outcome = 'refused' AND account = 'robot'"), '0')
        self.assert_each_decided_once()

    def test_health_and_metrics_tell_whether_the_centre_is_reached(self):
        worker = self.worker()
        process = worker.start('--health-port', '0', *worker.joining())
        try:
            url = process.stderr.readline().strip().removesuffix('/metrics')

            def get(path):
                try:
                    with urllib.request.urlopen(url + path, timeout=5) as answer:
                        return answer.status, answer.read().decode()
                except urllib.error.HTTPError as error:
                    return error.code, error.read().decode()
            self.wait_until(lambda: get('/health')[0] == 200)
            self.wait_until(lambda: 'tongban_worker_up 1' in get('/metrics')[1])
            self.tool('centre', 'revoke', 'robot', '--device', worker.device)
            self.server.sql("UPDATE core.account SET is_active = false WHERE account = 'robot'")
            self.wait_until(lambda: get('/health')[0] == 503, 40)
        finally:
            # A worker whose account was closed cannot give its district back; the next test does not wait for the lease.
            self.server.sql("UPDATE core.account SET is_active = true WHERE account = 'robot'; "
                            "UPDATE core.worker_lease SET until = '-infinity';")
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)

    def test_a_case_that_somebody_holds_is_left_to_him(self):
        window = self.desktop(self.new_person())
        worker = self.worker()
        self.take_in(window, 5)
        case = self.server.value("SELECT id FROM core.permit_case WHERE state = 'applied' LIMIT 1")
        self.claimed('li', case)
        worker.ok(*worker.arguments(*worker.joining()))
        state = self.server.value(f"SELECT state FROM core.permit_case WHERE id = '{case}'")
        self.assertNotIn(state, ('granted', 'refused'))
        self.assertEqual(worker.outbox(), [])
        self.devices['li'].done({'kind': 'release', 'case': case, 'role': 'approver'})

    def test_a_staff_account_is_no_worker(self):
        window = self.desktop(self.new_person())
        window.ok('work', '--centre', code=7)
