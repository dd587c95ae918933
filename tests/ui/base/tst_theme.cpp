// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/contrast.h"
#include "ui/base/theme.h"

#include <QTest>

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
}

void TstTheme::namesReadBack()
{
    for (const Look look : kLooks)
        QCOMPARE(Theme::lookNamed(Theme::name(look)), look);
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
