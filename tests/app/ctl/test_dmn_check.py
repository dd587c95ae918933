# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`dmn check`: every kind of finding in Chinese and in English, with the cell and the caret where a text is wrong."""
import re

from ctl import Case, PRESENT, SOURCE, run

HAN = re.compile('[一-鿿]')
HEAD = '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="t" namespace="urn:t">\n'
AGE = '<inputData id="i" name="age"><variable name="age" typeRef="number"/></inputData>\n'


def escaped(text):
    return text.replace('&', '&amp;').replace('<', '&lt;')


def cell(element, text):
    return f'<{element}><text>{escaped(text)}</text></{element}>'


def decision(name, text, requires=''):
    return (f'<decision id="{name}" name="{name}"><variable name="{name}"/>{requires}'
            + cell('literalExpression', text) + '</decision>\n')


def needs(identifier):
    return f'<informationRequirement><requiredDecision href="#{identifier}"/></informationRequirement>'


def table(rules, policy='UNIQUE', output='<output name="o"/>', annotation=''):
    """A table over `age`; a rule is a list of cells."""
    rows = ''
    for inputs, result in rules:
        note = f'<annotationEntry><text>{annotation}</text></annotationEntry>' if annotation else ''
        rows += '<rule>' + cell('inputEntry', inputs) + cell('outputEntry', result) + note + '</rule>\n'
    return (AGE + '<decision id="d" name="result"><variable name="result"/><informationRequirement>'
            '<requiredInput href="#i"/></informationRequirement>'
            f'<decisionTable hitPolicy="{policy}"><input label="age"><inputExpression typeRef="number"><text>age</text>'
            f'</inputExpression></input>{output}' + ('<annotation name="article"/>' if annotation else '')
            + rows + '</decisionTable></decision>\n')


VALUES = '<output name="o" typeRef="string"><outputValues><text>"a","b"</text></outputValues></output>'
RELATION = ('<decision id="d" name="d"><relation><column name="a"/><row/></relation></decision>')

# What is in the file, the kind, the Chinese sentence, the English one.
FINDINGS = [
    (decision('d', '(1 + 2'), 'syntax', "第 7 个字符处读到 文字末尾,此处应为')'。",
     "at character 7: read the end of the text, expected ')'"),
    (decision('d', '1 2'), 'syntax', '第 3 个字符处读到 “2”,此处应为运算符,或文字到此结束。',
     "at character 3: read '2', expected an operator or the end of the text"),
    (decision('d', '{a 1}'), 'syntax', "第 5 个字符处读到 “}”,此处应为':'。", "at character 5: read '}', expected ':'"),
    (decision('d', '"abc'), 'syntax', '此处应为字符串末尾的引号。', "expected '\"' at the end of the string"),
    (decision('d', 'for x [1] return 2'), 'syntax', "此处应为'in'。", "expected 'in'"),
    (decision('d', '(' * 400 + '1' + ')' * 400), 'syntax', '表达式嵌套过深。', 'expressions are nested too deeply'),
    (decision('d', ' ' * 300000 + '1'), 'syntax', '文字过长。', 'the text is too long'),
    (table([('-', 'agf + 1')]), 'unknown_name', '第 1 个字符处:没有声明过名称 “agf”。',
     "at character 1: unknown name 'agf'; did you mean 'age'?"),
    (decision('d', 'substrng("a", 1)'), 'unknown_name', '没有名为 “substrng” 的函数。',
     "unknown function 'substrng'; did you mean 'substring'?"),
    ('<inputData id="i" name="i"><variable name="i" typeRef="tNone"/></inputData>' + decision('d', '1'), 'unknown_type',
     '没有定义过类型“tNone”。', 'the type "tNone" is not defined.'),
    (decision('d', '1', needs('nothing')), 'unknown_element', '需要的元素不存在,或者所在的模型没有提供。',
     'requires an element that does not exist.'),
    (decision('d', '1') + decision('d', '2'), 'duplicate', '两个元素的名称相同。', 'two elements have this name.'),
    (decision('a', 'b', needs('b')) + decision('b', 'a', needs('a')), 'cycle', '形成循环:a -> b -> a。',
     'needs its own answer: a -> b -> a.'),
    (decision('d', ''), 'structure', '表达式没有内容,结果为空。', 'an expression without text answers null.'),
    ('<decision id="d" name="d"/>', 'structure', '决策没有逻辑', 'a decision without logic answers null'),
    (AGE + decision('d', '1'), 'structure', '没有任何决策用到这个输入。', 'no decision requires this input.'),
    (table([('-', '1')], output=''), 'structure', '决策表至少要有一个输出列。', 'a decision table needs at least one output.'),
    (table([('-', '1')], output='<output name="o"/><output name="p"/>'), 'structure',
     '这条规则有 1 个输入单元格、1 个输出单元格,而决策表有 1 个输入列、2 个输出列。',
     'the rule has 1 input and 1 output cells; the table has 1 and 2 columns.'),
    (table([('"x"', '1'), ('-', '2')], policy='FIRST'), 'type_mismatch',
     '单元格 "x" 的值是 string,而所在列的类型是 number,永远不会成立。', 'the cell "x" compares a string with a column of type number.'),
    (table([('< 18', '1'), ('> 18', '2')]), 'gap', '没有任何规则适用。', 'no rule applies.'),
    (table([('<= 18', '1'), ('>= 18', '2')]), 'overlap', '两条规则同时适用,而命中策略 UNIQUE 只允许一条。',
     'both rules apply, the hit policy UNIQUE allows one.'),
    (table([('<= 18', '1'), ('>= 18', '2')], policy='ANY'), 'overlap', '命中策略 ANY 要求输出相同。',
     'the hit policy ANY wants equal ones.'),
    (table([('-', '1'), ('> 3', '2')], policy='FIRST'), 'masked', '规则永远不会起决定作用',
     'the rule never decides: rules that come before it cover all its cases.'),
    (table([('(3..3)', '1'), ('-', '2')], policy='FIRST'), 'not_allowed', '没有一个允许的值能满足单元格 (3..3)。',
     'no allowed value passes the cell (3..3).'),
    (table([('-', '"c"')], output=VALUES), 'not_allowed', '输出的值与所在列的类型不符,或不在输出值之内。',
     "an output is not of its column's type or not among its output values."),
    (table([('> age - 1', '1')], policy='COLLECT'), 'unchecked', '有的单元格不只是常量', 'cells that are more than constants'),
    ('<businessKnowledgeModel id="b" name="b"><encapsulatedLogic kind="Java"><context/></encapsulatedLogic>'
     '</businessKnowledgeModel>', 'unchecked', '不支持用 Java 或 PMML 写的函数,只支持 FEEL。',
     'functions in Java and PMML are not supported; only FEEL is.'),
    ('<import namespace="urn:none" name="n" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>'
     + decision('d', '1'), 'unknown_element', '导入的模型“urn:none”没有提供。',
     'imports the model "urn:none", which was not supplied.'),
    ('<import namespace="urn:p" name="n" importType="http://www.dmg.org/PMML-4_2"/>' + decision('d', '1'), 'unchecked',
     '只能导入 DMN 模型。', 'only DMN models can be imported.'),
]
KINDS = {'syntax', 'unknown_name', 'unknown_type', 'unknown_element', 'duplicate', 'cycle', 'structure', 'type_mismatch',
         'gap', 'overlap', 'masked', 'not_allowed', 'unchecked'}

# Files that cannot be read: the Chinese sentence, the English one.
BROKEN = [
    ('', '不是格式良好的 XML', 'not well-formed XML'),
    ('<!DOCTYPE d [<!ENTITY a "b">]>' + HEAD + '&a;</definitions>', '不接受文档类型声明和实体',
     'document types and entities are not accepted'),
    ('<definitions xmlns="urn:other"/>', '根元素不是', 'the root is not the definitions element'),
    (HEAD + '<a>' * 100 + '</a>' * 100 + '</definitions>', '元素嵌套超过 64 层。', 'elements nested deeper than 64'),
    (HEAD + '<description>a<b/></description></definitions>', '却读到元素 b。', 'found element b where only text'),
    (HEAD + table([('-', '1')], policy='LAST') + '</definitions>', '命中策略“LAST”不存在', 'unknown hit policy "LAST"'),
    (HEAD + RELATION + '</definitions>', '关系表每行应有 1 列,却读到 0 列。', "a relation's row has 1 columns, found 0"),
]


class DmnCheck(Case):
    def ok(self, workspace, *arguments, code=0, at=PRESENT):
        """As everywhere, and any exit code where none is named."""
        answer = run(workspace, *arguments, at=at)
        if code is not None:
            self.assertEqual(answer.code, code, f'{arguments}\n{answer.out}\n{answer.err}')
        return answer

    def check(self, text, *options, code):
        file = self.folder / 'model.dmn'
        file.write_text(text, encoding='utf-8')
        return self.ok(None, *options, 'dmn', 'check', file, code=code)

    def both(self, inside):
        text = HEAD + inside + '</definitions>'
        found = self.check(text, '--json', code=None).lines()
        return (self.check(text, code=None).out, self.check(text, '--language', 'en', code=None).out, found)

    def test_every_kind_of_finding_is_told_in_both_languages(self):
        seen = set()
        for inside, kind, chinese, english in FINDINGS:
            with self.subTest(english):
                zh, en, found = self.both(inside)
                match = [finding for finding in found[:-1] if finding['kind'] == kind and english in finding['message']]
                self.assertTrue(match, found)
                self.assertIn(chinese, zh)
                self.assertIn(english, en)
                self.assertNotRegex(en, HAN)
                # No sentence is left in English: each block has its place, its sentence, and the rest.
                self.assertNotIn(english, zh)
                seen.add(kind)
        self.assertEqual(seen, KINDS)

    def test_a_wrong_text_is_shown_with_a_caret(self):
        zh, en, _ = self.both(table([('< (18', '1'), ('-', '年令 + agf')], policy='FIRST'))
        for text in (zh, en):
            lines = text.splitlines()
            self.assertIn('  < (18', lines)
            self.assertEqual(lines[lines.index('  < (18') + 1], '       ^')
            # Han characters are two columns wide; the first unknown name is what is read.
            at = lines.index('  年令 + agf')
            self.assertEqual(lines[at + 1], '  ^')
        self.assertIn('规则 1,列 age', zh)
        self.assertIn('result, rule 1, column age', en)

    def test_the_caret_stands_under_wide_characters(self):
        zh, _, _ = self.both(decision('d', '"中文" + agf'))
        lines = zh.splitlines()
        self.assertEqual(lines[lines.index('  "中文" + agf') + 1], '  ' + ' ' * 9 + '^')

    def test_a_long_cell_is_cut_around_the_caret(self):
        zh, _, _ = self.both(decision('d', '1 + ' * 200 + 'agf' + ' + 1' * 200))
        line = next(line for line in zh.splitlines() if 'agf' in line and '+' in line)
        self.assertLess(len(line), 140)
        self.assertTrue(line.startswith('  …') and line.endswith('…'))

    def test_the_article_of_a_rule_is_told(self):
        zh, en, found = self.both(table([('<= 18', '1'), ('>= 18', '2')], annotation='Art. 14'))
        self.assertIn('依据:Art. 14', zh)
        self.assertIn('article: Art. 14', en)
        self.assertEqual(found[0]['articles'], ['Art. 14'])
        self.assertEqual(found[0]['rules'], [1, 2])
        self.assertEqual(found[0]['example'], 'age = 18')

    def test_files_that_cannot_be_read_say_why_in_both_languages(self):
        for text, chinese, english in BROKEN:
            with self.subTest(english):
                zh = self.check(text, code=2).err
                en = self.check(text, '--language', 'en', code=2).err
                self.assertIn(chinese, zh)
                self.assertIn('第 ', zh)
                self.assertIn(english, en)
                self.assertIn('line ', en)
                self.assertNotRegex(en, HAN)

    def test_the_exit_code_tells_errors_from_remarks(self):
        self.check(HEAD + decision('d', '1') + '</definitions>', code=0)
        self.check(HEAD + AGE + decision('d', '1') + '</definitions>', code=0)
        self.check(HEAD + decision('d', '1 +') + '</definitions>', code=1)
        self.ok(None, 'dmn', 'check', self.folder / 'none.dmn', code=3)

    def test_deciding_with_a_wrong_model_says_the_same(self):
        file = self.folder / 'model.dmn'
        file.write_text(HEAD + decision('d', '1 +') + '</definitions>', encoding='utf-8')
        answer = self.ok(None, 'decide', file, '--decision', 'd', code=2)
        self.assertIn('此处应为一个表达式。', answer.err)
        self.assertIn('  1 +\n     ^', answer.err)

    def test_imports_are_found_beside_the_file_and_others_left_alone(self):
        models = SOURCE / 'tests/core/dmn/models'
        self.assertEqual(self.ok(None, '--json', 'dmn', 'check', models / 'triso-tenant.dmn').last(), {'errors': 0, 'warnings': 0})
        # Beside it stand files with errors, which it does not import.
        self.ok(None, 'dmn', 'check', models / 'camunda7.dmn', code=1)
