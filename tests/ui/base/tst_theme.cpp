// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/contrast.h"
#include "ui/base/line_icon.h"
#include "ui/base/table_size.h"
#include "ui/base/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

#include <array>

using namespace tongban::ui;
using tests::contrast;

namespace {

constexpr std::array kLooks{Look::Light, Look::Dark, Look::EyeCare, Look::HighContrast};

} // namespace

/// Text can be read in every look: at least 4.5 : 1 (GB/T 37668, level 2).
class TstTheme : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeReadInEveryLook_data();
    void textCanBeReadInEveryLook();
    void framesCanBeSeenInEveryLook_data() { textCanBeReadInEveryLook_data(); }
    void framesCanBeSeenInEveryLook();
    void theFrameOfAFieldIsPaintedInItsColour_data() { textCanBeReadInEveryLook_data(); }
    void theFrameOfAFieldIsPaintedInItsColour();
    void densitiesChangeTheHeightOfThings();
    void iconsArePaintedInTheColourOfText_data() { textCanBeReadInEveryLook_data(); }
    void iconsArePaintedInTheColourOfText();
    void namesReadBack();
    void theSizeOfTheTextHasBounds();
};

void TstTheme::textCanBeReadInEveryLook_data()
{
    QTest::addColumn<int>("look");
    for (const Look look : kLooks)
        QTest::newRow(qPrintable(Theme::name(look))) << static_cast<int>(look);
}

void TstTheme::textCanBeReadInEveryLook()
{
    QFETCH(int, look);
    const QPalette palette = Theme::palette(static_cast<Look>(look));
    const Tokens &tokens = Theme::tokens(static_cast<Look>(look));
    const QColor text = palette.color(QPalette::Text);
    for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Button}) {
        const QColor back = palette.color(ground);
        QVERIFY(contrast(text, back) >= 4.5);
        for (const QColor &token : {tokens.late, tokens.near, tokens.good, tokens.muted})
            QVERIFY2(contrast(token, back) >= 4.5 || ground == QPalette::Button, qPrintable(token.name()));
    }
    QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    for (const QColor &fill : {tokens.counted, tokens.rest, tokens.excluded})
        QVERIFY2(contrast(text, fill) >= 4.5, qPrintable(fill.name()));
    for (const QColor &strip : {tokens.inService, tokens.practice})
        QVERIFY2(contrast(tokens.onBar, strip) >= 4.5, qPrintable(strip.name()));
    QVERIFY(tokens.inService != tokens.practice);
}

void TstTheme::framesCanBeSeenInEveryLook()
{
    QFETCH(int, look);
    const QPalette palette = Theme::palette(static_cast<Look>(look));
    for (const auto ground : {QPalette::Base, QPalette::Window, QPalette::Button})
        QVERIFY2(contrast(palette.color(QPalette::Mid), palette.color(ground)) >= 3.0,
                 qPrintable(palette.color(ground).name()));
}

/// The picture itself: on the edge of a field, a list and a button there is the colour of the frame.
void TstTheme::theFrameOfAFieldIsPaintedInItsColour()
{
    QFETCH(int, look);
    QApplication::setStyle(new FrameStyle);
    Theme theme;
    theme.setLook(static_cast<Look>(look));
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    const QList<QWidget *> parts{new QLineEdit(&window),   new QComboBox(&window),
                                 new QDateEdit(&window),   new QPushButton(QStringLiteral("go"), &window),
                                 new QListWidget(&window), new QPlainTextEdit(&window)};
    for (QWidget *part : parts)
        layout->addWidget(part);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.setFocus();
    const QImage picture = window.grab().toImage();
    const QColor frame = Theme::palette(static_cast<Look>(look)).color(QPalette::Mid);
    for (const QWidget *part : parts) {
        const QRect place = part->geometry();
        const QColor edge = picture.pixelColor(place.left(), place.center().y());
        QVERIFY2(edge == frame, qPrintable(QLatin1String(part->metaObject()->className()) + edge.name()));
    }
    theme.setLook(Look::Light);
}

void TstTheme::densitiesChangeTheHeightOfThings()
{
    QApplication::setStyle(new FrameStyle);
    Theme theme;
    QLineEdit field;
    QList<int> fields;
    QList<int> rows;
    QTableView table;
    for (const Density density : {Density::Compact, Density::Normal, Density::Roomy}) {
        theme.setDensity(density);
        fields.append(field.sizeHint().height());
        sizeRows(table);
        rows.append(table.verticalHeader()->defaultSectionSize());
        QVERIFY(fields.last() > QFontMetrics(field.font()).height());
        QCOMPARE(Theme::densityNamed(Theme::name(density)), density);
    }
    QVERIFY(fields[0] < fields[1] && fields[1] < fields[2]);
    QVERIFY(rows[0] < rows[1] && rows[1] < rows[2]);
    theme.setDensity(Density::Normal);
}

void TstTheme::iconsArePaintedInTheColourOfText()
{
    QFETCH(int, look);
    Theme theme;
    theme.setLook(static_cast<Look>(look));
    const QIcon icon = lineIcon(QStringLiteral("desk"));
    QVERIFY(!icon.isNull());
    QVERIFY(lineIcon(QStringLiteral("no such icon")).isNull());
    const QImage picture = icon.pixmap(QSize(96, 96)).toImage();
    // The first line of the drawing runs from 3 to 14 of 24, at 5.
    QCOMPARE(picture.pixelColor(32, 20).name(),
             Theme::palette(static_cast<Look>(look)).color(QPalette::ButtonText).name());
    theme.setLook(Look::Light);
}

void TstTheme::namesReadBack()
{
    for (const Look look : kLooks)
        QCOMPARE(Theme::lookNamed(Theme::name(look)), look);
    QCOMPARE(Theme::lookNamed(Theme::name(Look::System)), Look::System);
    QCOMPARE(Theme::lookNamed(QStringLiteral("sepia")), Look::Light);
}

void TstTheme::theSizeOfTheTextHasBounds()
{
    Theme theme;
    theme.setZoom(1000);
    QCOMPARE(theme.zoom(), 200);
    theme.setZoom(1);
    QCOMPARE(theme.zoom(), 80);
    theme.setZoom(100);
}

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
