# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`dmn test`: the runner of the compatibility kit on small folders of its own."""
import csv

from ctl import Case

MODEL = '''<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
<inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
<decision id="twice" name="twice"><variable name="twice"/>
<informationRequirement><requiredInput href="#n"/></informationRequirement>
<literalExpression><text>n * 2</text></literalExpression></decision>
<decision id="list" name="list"><variable name="list"/>
<informationRequirement><requiredInput href="#n"/></informationRequirement>
<literalExpression><text>[{a: n, b: @"2026-03-17"}, "x"]</text></literalExpression></decision>
<decision id="nothing" name="nothing"><variable name="nothing"/>
<literalExpression><text>null</text></literalExpression></decision>
<businessKnowledgeModel id="add" name="add"><variable name="add"/><encapsulatedLogic>
<formalParameter name="left" typeRef="number"/><formalParameter name="right" typeRef="number"/>
<literalExpression><text>left * 10 + right</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#twice"/><inputData href="#n"/></decisionService>
</definitions>'''

TESTS = '''<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<modelName>{model}</modelName>
{cases}</testCases>'''


def value(kind, text):
    return f'<value xsi:type="xsd:{kind}">{text}</value>'


NIL = '<value xsi:nil="true"/>'


def node(name, inside):
    return f'<inputNode name="{name}">{inside}</inputNode>'


def result(name, inside, attributes=''):
    return f'<resultNode name="{name}" {attributes}><expected>{inside}</expected></resultNode>'


def case(identifier, inside, attributes=''):
    return f'<testCase id="{identifier}" {attributes}>{inside}</testCase>\n'


N3 = node('n', value('decimal', '3'))


class DmnTest(Case):
    def folder_of(self, name, *cases, model=MODEL, model_name='m.dmn'):
        folder = self.folder / 'kit' / name
        folder.mkdir(parents=True)
        if model is not None:
            (folder / 'm.dmn').write_text(model, encoding='utf-8')
        (folder / f'{name}-test-01.xml').write_text(TESTS.format(model=model_name, cases=''.join(cases)),
                                                    encoding='utf-8')
        return folder

    def figures(self, *more, code):
        answer = self.ok(None, '--json', 'dmn', 'test', self.folder / 'kit', *more, code=code)
        return answer.last(), answer

    def test_every_case_passes(self):
        self.folder_of('0001-good',
                       case('001', N3 + result('twice', value('decimal', '6.0'))),
                       case('002', N3 + result('list', '<list><item><component name="b">' + value('date', '2026-03-17')
                                               + '</component><component name="a">' + value('double', '3')
                                               + '</component></item><item>' + value('string', 'x') + '</item></list>')),
                       case('003', node('n', NIL) + result('twice', NIL, 'errorResult="true"')),
                       case('004', N3 + result('twice', value('decimal', '6')), 'type="decisionService" invocableName="s"'),
                       case('005', node('twice', value('decimal', '8')) + result('twice', value('decimal', '8'))))
        figures, answer = self.figures(code=0)
        self.assertEqual({name: figures[name] for name in ('total', 'passed', 'nonnull_total', 'nonnull_passed',
                                                           'folder_mean', 'errors_flagged')},
                         {'total': 5, 'passed': 5, 'nonnull_total': 4, 'nonnull_passed': 4, 'folder_mean': 1.0,
                          'errors_flagged': 1.0})
        text = self.ok(None, 'dmn', 'test', self.folder / 'kit')
        self.assertEqual(text.out.splitlines()[-1], '5 passed, 0 failed')

    def test_a_knowledge_model_is_called_with_its_parameters(self):
        arguments = node('right', value('decimal', '2')) + node('left', value('decimal', '4'))
        attributes = 'type="bkm" invocableName="add"'
        self.folder_of('0001-bkm',
                       case('001', arguments + result('add', value('decimal', '42')), attributes),
                       case('002', node('left', value('string', 'x')) + node('right', value('decimal', '2'))
                            + result('add', NIL, 'errorResult="true"'), attributes),
                       case('003', arguments + node('up', value('decimal', '2')) + result('add', value('decimal', '42')),
                            attributes),
                       case('004', arguments + result('add', value('decimal', '42')), 'type="bkm" invocableName="none"'))
        figures, answer = self.figures('--failures', code=1)
        self.assertEqual((figures['total'], figures['passed'], figures['errors_flagged']), (4, 2, 1.0))
        self.assertIn('003: the function add has no parameter up', answer.err)
        self.assertIn('004: the model has no knowledge model none', answer.err)

    def test_failures_are_counted_and_told(self):
        self.folder_of('0001-half',
                       case('001', N3 + result('twice', value('decimal', '6'))),
                       case('002', N3 + result('twice', value('decimal', '7'))))
        self.folder_of('0002-wrong-kind',
                       case('001', N3 + result('twice', value('string', '6'))),
                       case('002', N3 + result('nothing', NIL)),
                       # Null, but nothing went wrong: passes and is not a flagged error.
                       case('003', N3 + result('nothing', NIL, 'errorResult="true"')),
                       case('004', N3 + result('nowhere', value('decimal', '1'))))
        figures, answer = self.figures('--failures', code=1)
        self.assertEqual((figures['total'], figures['passed'], figures['nonnull_total'], figures['nonnull_passed']),
                         (6, 3, 4, 1))
        self.assertAlmostEqual(figures['folder_mean'], 0.5)
        self.assertEqual((figures['errors_flagged'], figures['errors_expected'], figures['errors_reported']), (0.0, 1, 0))
        self.assertIn('0001-half 002: twice: expected 7, got 6', answer.err)
        self.assertIn('0002-wrong-kind 001: twice: expected 6, got 6', answer.err.replace('"', ''))
        self.assertEqual(self.ok(None, 'dmn', 'test', self.folder / 'kit', code=1).out.splitlines()[-1],
                         '3 passed, 3 failed')

    def test_an_unknown_kind_of_test_fails_and_says_so(self):
        self.folder_of('0001-kind', case('001', N3 + result('twice', value('decimal', '6')), 'type="process"'))
        figures, answer = self.figures('--failures', code=1)
        self.assertEqual((figures['total'], figures['passed']), (1, 0))
        self.assertIn('001: tests of the type process are not supported', answer.err)

    def test_a_broken_model_fails_its_cases_and_no_others(self):
        good = case('001', N3 + result('twice', value('decimal', '6')))
        self.folder_of('0001-good', good)
        self.folder_of('0002-broken', good, case('002', result('x', NIL, 'errorResult="true"')), model='<a')
        self.folder_of('0003-missing', good, model=None)
        figures, answer = self.figures('--failures', code=1)
        self.assertEqual((figures['total'], figures['passed'], figures['folders']), (4, 1, 3))
        self.assertIn('0002-broken 001: the model cannot be read', answer.err)
        self.assertIn('0003-missing 001: the model cannot be read', answer.err)

    def test_a_broken_test_file_is_a_problem_of_its_folder(self):
        folder = self.folder_of('0001-good', case('001', N3 + result('twice', value('decimal', '6'))))
        (folder / '0001-good-test-02.xml').write_text('<testCases', encoding='utf-8')
        (folder / 'other.xml').write_text('<project/>', encoding='utf-8')
        figures, answer = self.figures('--failures', code=1)
        self.assertEqual((figures['total'], figures['passed']), (1, 1))
        self.assertIn('0001-good-test-02.xml: ', answer.err)
        self.assertNotIn('other.xml', answer.err)

    def test_the_results_are_written_as_the_kit_lays_them_out(self):
        self.folder_of('0001-good', case('001', N3 + result('twice', value('decimal', '6'))),
                       case('002', N3 + result('list', value('string', 'a "quoted", text'))))
        file = self.folder / 'results.csv'
        self.figures('--csv', file, code=1)
        with open(file, newline='', encoding='utf-8') as stream:
            rows = list(csv.reader(stream))
        self.assertEqual(rows[0], ['kit/0001-good', '0001-good-test-01', '001', 'SUCCESS', ''])
        self.assertEqual(rows[1][:4], ['kit/0001-good', '0001-good-test-01', '002', 'ERROR'])
        self.assertIn('a "quoted", text', rows[1][4])

    def test_threads_change_nothing(self):
        for number in range(8):
            self.folder_of(f'000{number}-x', case('001', N3 + result('twice', value('decimal', str(number)))))
        files = [self.folder / f'{threads}.csv' for threads in (1, 4)]
        for file in files:
            self.figures('--threads', file.stem, '--csv', file, code=1)
        self.assertEqual(files[0].read_bytes(), files[1].read_bytes())

    def test_a_folder_that_is_not_there_or_empty_is_no_success(self):
        self.ok(None, 'dmn', 'test', self.folder / 'none', code=3)
        (self.folder / 'kit').mkdir()
        figures, _ = self.figures(code=1)
        self.assertEqual((figures['total'], figures['passed']), (0, 0))
