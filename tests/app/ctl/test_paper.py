# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers from the command line, read back with pdftotext."""
import subprocess

from ctl import Case, command, environment, run


def text_of(file):
    done = subprocess.run(['pdftotext', '-enc', 'UTF-8', '-raw', str(file), '-'], capture_output=True, text=True,
                          check=True)
    return ''.join(done.stdout.split())


class Papers(Case):
    def setUp(self):
        super().setUp()
        self.office = self.folder / 'office'
        self.ok(self.office, 'demo', '--applications', 60, '--seed', 5)
        self.ok(self.office, 'work')
        self.case = self.ok(self.office, '--json', 'case', 'list', '--state', 'granted').lines()[0]['serial']
        self.file = self.folder / 'paper.pdf'

    def print(self, kind, *options, code=0, language='zh'):
        return self.ok(self.office, '--json', '--language', language, 'paper', 'print', self.case, '--kind', kind,
                       '--out', self.file, *options, code=code)

    def kinds(self):
        return {line['kind']: line for line in self.ok(self.office, '--json', 'paper', 'list', self.case).lines()}

    def test_a_case_has_the_papers_of_its_acts(self):
        self.assertEqual(set(self.kinds()), {'receipt', 'acceptance', 'grant', 'certificate'})
        for kind, line in self.kinds().items():
            printed = self.print(kind, '--actor', 'clerk').last()
            self.assertEqual(printed['number'], line['number'])
            self.assertTrue(line['number'].startswith(self.case))
            self.assertIn(line['number'], text_of(self.file))

    def test_the_second_print_is_marked_and_both_are_recorded(self):
        first = self.print('receipt', '--actor', 'clerk').last()
        self.assertNotIn('补打', text_of(self.file))
        second = self.print('receipt', '--actor', 'clerk').last()
        self.assertIn('补打1', text_of(self.file))
        self.assertEqual((first['reprint'], second['reprint']), (0, 1))
        self.assertEqual(first['digest'], second['digest'])
        self.assertEqual(self.kinds()['receipt']['prints'], 2)
        self.assertEqual(self.ok(self.office, '--json', 'audit', 'verify').last()['findings'], 0)

    def test_a_translation_is_no_reprint_and_says_that_it_is_one(self):
        self.print('receipt', '--actor', 'clerk')
        self.assertEqual(self.print('receipt', '--actor', 'clerk', language='en').last()['reprint'], 0)
        self.assertIn('Translationforreference', text_of(self.file))

    def test_a_preview_needs_nobody_and_is_not_recorded(self):
        self.print('grant', '--preview')
        self.assertIn('预览件', text_of(self.file))
        self.assertEqual(self.kinds()['grant']['prints'], 0)

    def test_without_a_file_name_the_paper_lies_here_under_its_number(self):
        line = command(self.office, 'paper', 'print', self.case, '--kind', 'receipt', '--actor', 'clerk')
        done = subprocess.run(line, capture_output=True, text=True, cwd=self.folder, env=environment(), check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        number = self.kinds()['receipt']['number']
        self.assertIn(number, text_of(self.folder / f'{number}.pdf'))

    def test_what_is_wrong_is_said_and_not_recorded(self):
        self.print('refusal', '--actor', 'clerk', code=4)
        self.print('nonsense', '--actor', 'clerk', code=2)
        self.print('receipt', code=2)
        self.print('receipt', '--actor', 'clerk', '--ordinal', 2, code=3)
        self.print('receipt', '--actor', 'clerk', '--role', 'administrator', code=4)
        self.ok(self.office, 'paper', 'print', self.case, '--kind', 'receipt', '--actor', 'clerk', '--out',
                self.folder / 'nowhere' / 'x.pdf', code=3)
        self.assertEqual({line['prints'] for line in self.kinds().values()}, {0})
        self.assertFalse(self.file.exists())

    def test_a_missing_font_is_said_with_the_remedy(self):
        answer = run(self.office, 'paper', 'print', self.case, '--kind', 'receipt', '--actor', 'clerk', '--out',
                     self.file, env={**environment(), 'TONGBAN_FONTS': str(self.folder)})
        self.assertEqual(answer.code, 5)
        self.assertIn('fonts-noto-cjk', answer.err)
        self.assertEqual(self.kinds()['receipt']['prints'], 0)

    def test_a_template_with_an_unknown_field_stops_before_anything_is_printed(self):
        from ctl import SOURCE
        resources = self.folder / 'resources'
        subprocess.run(['cp', '-r', str(SOURCE / 'resources'), str(resources)], check=True)
        template = resources / 'templates' / 'receipt.json'
        template.write_text(template.read_text().replace('{{case.applied_on}}', '{{case.appliedon}}'))
        answer = run(self.office, '--resources', resources, 'paper', 'print', self.case, '--kind', 'receipt',
                     '--actor', 'clerk', '--out', self.file)
        self.assertEqual(answer.code, 2)
        self.assertIn('receipt.json', answer.err)
        self.assertIn('{{case.appliedon}}', answer.err)
        self.assertEqual(self.kinds()['receipt']['prints'], 0)
