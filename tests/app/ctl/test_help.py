# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, manual page and completion speak of every command and option there is."""
import functools
import re
import shutil
import subprocess
import unittest

from ctl import Case, BINARY, environment, run


@functools.lru_cache(maxsize=None)
def help_of(path):
    return subprocess.run([str(BINARY), *path, '--help'], capture_output=True, text=True, env=environment(),
                          check=True).stdout


def subcommands(text):
    if 'Subcommands:' not in text:
        return []
    found = []
    for line in text.split('Subcommands:\n')[1].splitlines():
        if not line.startswith('  '):
            break
        match = re.match(r'  ([a-z][a-z-]*)( |$)', line)
        if match:
            found.append(match.group(1))
    return found


def all_commands():
    """Every path there is, by asking each help for what is below it."""
    waiting, commands = [()], []
    while waiting:
        path = waiting.pop()
        below = subcommands(help_of(path))
        waiting += [(*path, name) for name in below]
        if path:
            commands.append((path, bool(below)))
    return sorted(commands)


def options(text):
    return set(re.findall(r'(?<![\w-])--[a-z][a-z-]*', text.split('Subcommands:')[0].split('Example')[0]))


class Help(Case):
    def setUp(self):
        super().setUp()
        self.commands = all_commands()

    def test_every_command_has_a_chinese_term_and_an_example(self):
        self.assertGreater(len(self.commands), 20)
        for path, is_group in self.commands:
            text = help_of(path)
            self.assertRegex(text.splitlines()[0], '[一-鿿]', ' '.join(path))
            if not is_group:
                self.assertIn('Example: tongbanctl ', text, ' '.join(path))

    def test_the_examples_name_the_command_they_stand_with(self):
        for path, is_group in self.commands:
            if not is_group:
                example = help_of(path).split('Example: tongbanctl ')[1].splitlines()[0]
                words = [word for word in example.split() if word in {part for p, _ in self.commands for part in p}]
                self.assertEqual(tuple(words[:len(path)]), path)

    def test_the_manual_page_has_every_command_and_option(self):
        page = self.folder / 'tongbanctl.1'
        page.write_text(run(None, '--man').out)
        plain = page.read_text().replace('\\-', '-')
        for path, _ in self.commands:
            self.assertIn(f'.SS tongbanctl {" ".join(path)}\n', plain)
            section = plain.split(f'.SS tongbanctl {" ".join(path)}\n')[1].split('\n.S')[0]
            for option in options(help_of(path)) - {'--help'}:
                self.assertIn(option, section, f'{path} {option}')
        for option in options(help_of(())):
            self.assertIn(option, plain)

    @unittest.skipUnless(shutil.which('man'), 'man is not installed')
    def test_the_manual_page_renders_without_a_warning(self):
        page = self.folder / 'tongbanctl.1'
        page.write_text(run(None, '--man').out)
        shown = subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', str(page)], capture_output=True, text=True,
                               env={**environment(), 'MANWIDTH': '80', 'MAN_KEEP_FORMATTING': ''}, check=True)
        self.assertEqual(shown.stderr, '')
        for heading in ('NAME', 'GLOBAL OPTIONS', 'COMMANDS', 'EXIT STATUS'):
            self.assertIn(heading, shown.stdout)
        self.assertIn('130', shown.stdout)

    def complete(self, *words):
        script = self.folder / 'completion.bash'
        script.write_text(run(None, '--completion', 'bash').out)
        quoted = ' '.join(f"'{word}'" for word in words)
        asked = subprocess.run(
            ['bash', '-c', f'source {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _tongbanctl; '
             'printf "%s\\n" "${COMPREPLY[@]}"'],
            capture_output=True, text=True, check=True, cwd=self.folder)
        return set(asked.stdout.split())

    def test_bash_completes_commands_and_options(self):
        top = {path[0] for path, _ in self.commands}
        self.assertLessEqual(top, self.complete('tongbanctl', ''))
        self.assertEqual(self.complete('tongbanctl', 'cap'), {'capsule'})
        self.assertIn('verify', self.complete('tongbanctl', '--workspace', '/srv/x', 'capsule', ''))
        self.assertEqual(self.complete('tongbanctl', 'catalogue', 'import', '--dr'), {'--dry-run'})
        for path, is_group in self.commands:
            if not is_group:
                self.assertLessEqual(options(help_of(path)), self.complete('tongbanctl', *path, '--'))

    def test_a_value_is_not_taken_for_a_command(self):
        self.assertIn('case', self.complete('tongbanctl', '--workspace', 'case', ''))

    @unittest.skipUnless(shutil.which('zsh'), 'zsh is not installed')
    def test_zsh_reads_its_script(self):
        script = self.folder / '_tongbanctl'
        script.write_text(run(None, '--completion', 'zsh').out)
        subprocess.run(['zsh', '-n', str(script)], check=True)

    def test_a_wrong_command_line_is_a_usage_error(self):
        for line in (('nonsense',), ('case',), ('case', 'show'), ('--language', 'fr', 'status'),
                     ('work', '--threads', '0'), ('--completion', 'fish'), ()):
            self.assertEqual(run(None, *line).code, 2, line)

    def test_the_version_is_printed(self):
        answer = run(None, '--version')
        self.assertEqual(answer.code, 0)
        self.assertRegex(answer.out, r'^tongbanctl \d+\.\d+\.\d+\n$')
