// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/screen_check.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

/// The eyes that walk every screen see what they are meant to see: each flaw is made here on purpose, beside
/// the same thing done well.
class TstScreenCheck : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cutTextIsSeen_data();
    void cutTextIsSeen();
    void whatReachesOutOfItsParentIsSeen();
    void whatCanBeScrolledToIsNotCut();
    void textUponTextIsSeen();
    void aNamelessControlIsSeen_data();
    void aNamelessControlIsSeen();
    void whatTabDoesNotReachIsSeen();
    void whatKeepsTabIsSeen();
    void faintTextIsSeen();
    void faintWordsInsideRichTextAreSeen();

private:
    using Maker = std::function<QWidget *(QWidget *)>;

    template <typename Widget>
    Widget *add(Widget *widget)
    {
        m_window->layout()->addWidget(widget);
        return widget;
    }
    void show()
    {
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::unique_ptr<QWidget> m_window;
};

Q_DECLARE_METATYPE(std::function<QWidget *(QWidget *)>)

void TstScreenCheck::init()
{
    m_window = std::make_unique<QWidget>();
    new QVBoxLayout(m_window.get());
    m_window->resize(500, 300);
}

void TstScreenCheck::cutTextIsSeen_data()
{
    QTest::addColumn<Maker>("make");
    const QString text = QStringLiteral("一句比它的位置长的话 and more");
    QTest::newRow("label") << Maker([text](QWidget *parent) { return new QLabel(text, parent); });
    QTest::newRow("wrapped label") << Maker([text](QWidget *parent) {
        auto *label = new QLabel(text + text + text, parent);
        label->setWordWrap(true);
        label->setFixedHeight(label->fontMetrics().height());
        return label;
    });
    QTest::newRow("long word") << Maker([](QWidget *parent) {
        auto *label = new QLabel(QString(40, QLatin1Char('w')), parent);
        label->setWordWrap(true);
        return label;
    });
    QTest::newRow("button") << Maker([text](QWidget *parent) { return new QPushButton(text, parent); });
    QTest::newRow("tool button") << Maker([text](QWidget *parent) {
        auto *button = new QToolButton(parent);
        button->setText(text);
        return button;
    });
    QTest::newRow("check box") << Maker([text](QWidget *parent) { return new QCheckBox(text, parent); });
    QTest::newRow("combo box") << Maker([text](QWidget *parent) {
        auto *box = new QComboBox(parent);
        box->addItem(text);
        return box;
    });
    QTest::newRow("hint of a line") << Maker([text](QWidget *parent) {
        auto *line = new QLineEdit(parent);
        line->setPlaceholderText(text);
        return line;
    });
    QTest::newRow("header") << Maker([text](QWidget *parent) {
        auto *table = new QTableWidget(0, 2, parent);
        table->setHorizontalHeaderLabels({text, text});
        return table;
    });
}

void TstScreenCheck::cutTextIsSeen()
{
    QFETCH(Maker, make);
    QWidget *widget = add(make(m_window.get()));
    if (auto *table = qobject_cast<QTableWidget *>(widget))
        table->horizontalHeader()->setDefaultSectionSize(40);
    widget->setFixedWidth(110);
    show();
    QVERIFY(!tests::cutText(*m_window).isEmpty());
    widget->setMinimumSize(0, 0);
    widget->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    m_window->resize(900, 400);
    if (auto *table = qobject_cast<QTableWidget *>(widget))
        table->horizontalHeader()->setDefaultSectionSize(400);
    EVENTUALLY_OR(tests::cutText(*m_window).isEmpty(),
                  qPrintable(tests::cutText(*m_window).join(QLatin1Char('\n'))));
}

void TstScreenCheck::whatReachesOutOfItsParentIsSeen()
{
    auto *frame = add(new QWidget(m_window.get()));
    frame->setFixedSize(60, 60);
    auto *label = new QLabel(QStringLiteral("outside"), frame);
    label->move(40, 0);
    label->adjustSize();
    show();
    QCOMPARE(tests::cutText(*m_window).size(), 1);
}

void TstScreenCheck::whatCanBeScrolledToIsNotCut()
{
    auto *area = add(new QScrollArea(m_window.get()));
    auto *body = new QWidget;
    body->setFixedSize(2000, 2000);
    auto *label = new QLabel(QStringLiteral("far away"), body);
    label->move(1800, 1800);
    area->setWidget(body);
    show();
    QVERIFY(tests::cutText(*m_window).isEmpty());
}

void TstScreenCheck::textUponTextIsSeen()
{
    auto *frame = add(new QWidget(m_window.get()));
    new QLabel(QStringLiteral("one text"), frame);
    auto *upon = new QLabel(QStringLiteral("another"), frame);
    upon->move(10, 2);
    show();
    QCOMPARE(tests::cutText(*m_window).size(), 1);
}

void TstScreenCheck::aNamelessControlIsSeen_data()
{
    QTest::addColumn<Maker>("make");
    QTest::newRow("line") << Maker([](QWidget *parent) { return new QLineEdit(parent); });
    QTest::newRow("icon button") << Maker([](QWidget *parent) { return new QToolButton(parent); });
    QTest::newRow("table") << Maker([](QWidget *parent) { return new QTableWidget(1, 1, parent); });
    QTest::newRow("text") << Maker([](QWidget *parent) { return new QPlainTextEdit(parent); });
    // Its interface tells the chosen word alone.
    QTest::newRow("combo box") << Maker([](QWidget *parent) {
        auto *box = new QComboBox(parent);
        box->addItem(QStringLiteral("chosen"));
        return box;
    });
}

void TstScreenCheck::aNamelessControlIsSeen()
{
    QFETCH(Maker, make);
    QWidget *widget = add(make(m_window.get()));
    show();
    QCOMPARE(tests::unnamedControls(*m_window).size(), 1);
    widget->setAccessibleName(QStringLiteral("named"));
    QVERIFY(tests::unnamedControls(*m_window).isEmpty());
}

void TstScreenCheck::whatTabDoesNotReachIsSeen()
{
    add(new QLineEdit(m_window.get()));
    auto *button = add(new QPushButton(QStringLiteral("mouse only"), m_window.get()));
    show();
    m_window->findChild<QLineEdit *>()->setFocus();
    QVERIFY(tests::unreachableControls(*m_window).isEmpty());
    button->setFocusPolicy(Qt::ClickFocus);
    QCOMPARE(tests::unreachableControls(*m_window).size(), 1);
    button->setShortcut(Qt::Key_F7);
    QVERIFY(tests::unreachableControls(*m_window).isEmpty());
}

void TstScreenCheck::whatKeepsTabIsSeen()
{
    auto *text = add(new QPlainTextEdit(m_window.get()));
    add(new QPushButton(QStringLiteral("after it"), m_window.get()));
    show();
    text->setFocus();
    QVERIFY(!tests::unreachableControls(*m_window).isEmpty());
    text->setTabChangesFocus(true);
    text->setFocus();
    QVERIFY(tests::unreachableControls(*m_window).isEmpty());
}

void TstScreenCheck::faintTextIsSeen()
{
    auto *label = add(new QLabel(QStringLiteral("grey on white"), m_window.get()));
    QPalette palette = m_window->palette();
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::WindowText, QColor(0x99, 0x99, 0x99));
    m_window->setPalette(palette);
    show();
    QCOMPARE(tests::faintText(*m_window).size(), 1);
    palette.setColor(QPalette::WindowText, QColor(0x59, 0x59, 0x59));
    m_window->setPalette(palette);
    QVERIFY(tests::faintText(*m_window).isEmpty());
    // What cannot be used now is told from the rest, and can still be read.
    label->setEnabled(false);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0xcc, 0xcc, 0xcc));
    m_window->setPalette(palette);
    QCOMPARE(tests::faintText(*m_window).size(), 1);
}

void TstScreenCheck::faintWordsInsideRichTextAreSeen()
{
    QPalette palette = m_window->palette();
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::black);
    m_window->setPalette(palette);
    auto *label = add(new QLabel(QStringLiteral("<p>clear <span style=\"color:#bbbbbb\">faint</span></p>"),
                                 m_window.get()));
    show();
    QCOMPARE(tests::faintText(*m_window).size(), 1);
    label->setText(QStringLiteral("<p>clear <span style=\"color:#8a5200\">and so is this</span></p>"));
    QVERIFY(tests::faintText(*m_window).isEmpty());
}

QTEST_MAIN(TstScreenCheck)
#include "tst_screen_check.moc"
