# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo decided by asking simulated agencies; whatever they do, nobody is refused for it."""
import json
import shutil
import signal
import subprocess
import urllib.error
import urllib.request

from ctl import DemoCase, SOURCE, command, environment, run

EXAMPLE = SOURCE / 'docs' / 'examples' / 'agencies.json'


class Simulator(DemoCase):
    applications = 60

    def start(self, *options):
        process = subprocess.Popen(command(self.demo, '--json', 'agency-simulator', '--port', 0, *options),
                                   stdout=subprocess.PIPE, text=True, env=environment())
        self.addCleanup(lambda: (process.kill(), process.wait(), process.stdout.close()))
        return process, json.loads(process.stdout.readline())['url']

    def ask(self, url, **changes):
        question = {'source': 'police', 'record': 'person', 'key': self.key(), 'request_id': 'r-1', **changes}
        request = urllib.request.Request(url + '/v1/query', json.dumps(question).encode(),
                                         {'Content-Type': 'application/json'})
        return json.load(urllib.request.urlopen(request, timeout=10))

    def key(self):
        rows = (self.demo / 'demo/police.person.csv').read_text(encoding='utf-8').splitlines()
        return rows[1].split(',')[rows[0].split(',').index('key')]

    def office(self, url, **settings):
        """A fresh workspace with the same applications that asks the simulator for everything."""
        office = self.folder / 'office'
        self.ok(office, 'init', '--kind', 'training')
        self.ok(office, 'import', self.demo / 'demo/applications.jsonl', code=1)
        agencies = json.loads(EXAMPLE.read_text())
        for agency in agencies['agencies']:
            agency.update(url=url, **settings)
        (office / 'agencies.json').write_text(json.dumps(agencies))
        return office

    def test_it_answers_from_the_registers_and_ends_with_a_signal(self):
        process, url = self.start()
        answer = self.ask(url)
        self.assertEqual((answer['status'], answer['request_id']), ('answered', 'r-1'))
        self.assertEqual(self.ask(url, key='000000')['status'], 'no_record')
        process.send_signal(signal.SIGTERM)
        self.assertEqual(json.loads(process.stdout.readline())['questions'], 2)
        self.assertEqual(process.wait(10), 0)

    def test_it_fails_as_often_as_it_is_told_to(self):
        _, url = self.start('--fail-rate', 1)
        with self.assertRaises(urllib.error.HTTPError) as failed:
            self.ask(url)
        self.assertEqual(failed.exception.code, 503)
        failed.exception.close()
        change = urllib.request.Request(url + '/faults', b'{"malformed_per_mille": 1000}', method='PUT')
        urllib.request.urlopen(change, timeout=10).close()
        with self.assertRaises(json.JSONDecodeError):
            self.ask(url)

    def test_the_demo_decided_over_the_wire_comes_out_like_the_registers(self):
        _, url = self.start()
        office = self.office(url)
        self.ok(office, 'work')
        mine = self.ok(office, '--json', 'status').last()['all']
        demo = self.ok(self.demo, '--json', 'status').last()['all']
        self.assertEqual(mine, demo)

    def test_agencies_that_are_down_leave_cases_waiting_and_refuse_nobody(self):
        process, url = self.start('--fail-rate', 1)
        office = self.office(url, attempts=1, timeout_ms=2000)
        self.ok(office, 'work')
        status = self.ok(office, '--json', 'status').last()['all']
        self.assertEqual((status['automatic'], status['refused']), (0, 0))
        self.assertGreater(status['evidence'], 0)
        change = urllib.request.Request(url + '/faults', b'{}', method='PUT')
        urllib.request.urlopen(change, timeout=10).close()
        self.ok(office, 'work', at='2026-11-23T03:00:00+08:00')
        after = self.ok(office, '--json', 'status').last()['all']
        self.assertEqual(after['evidence'], self.ok(self.demo, '--json', 'status').last()['all']['evidence'])
        self.assertGreater(after['automatic'], 0)

    def test_a_port_that_is_taken_is_said(self):
        _, url = self.start()
        answer = run(self.demo, 'agency-simulator', '--port', url.rsplit(':', 1)[1])
        self.assertEqual(answer.code, 5)
        self.assertIn('127.0.0.1', answer.err)
