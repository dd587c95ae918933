// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/hex.h"
#include "core/base/result.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <array>
#include <memory>
#include <set>
#include <string>

using namespace tongban;

namespace {

Result<int> half(int value)
{
    if (value % 2 != 0)
        return fail(ErrorCode::InvalidInput, "odd");
    return value / 2;
}

Result<int> quarter(int value)
{
    return TRY(half(TRY(half(value))));
}

Result<> mustBeEven(int value)
{
    TRY(half(value));
    return {};
}

Result<std::unique_ptr<int>> kept(int value)
{
    TRY(mustBeEven(value));
    auto owned = TRY(Result<std::unique_ptr<int>>(std::make_unique<int>(value)));
    return owned;
}

} // namespace

class TstResult : public QObject
{
    Q_OBJECT

private slots:
    void failuresArePassedOnFromAnyDepth()
    {
        QCOMPARE(*quarter(12), 3);
        QVERIFY_FAILS(quarter(6), ErrorCode::InvalidInput);
        QVERIFY_FAILS(quarter(5), ErrorCode::InvalidInput);
        QVERIFY_OK(mustBeEven(2));
        QVERIFY_FAILS(mustBeEven(1), ErrorCode::InvalidInput);
    }

    void valuesThatCannotBeCopiedAreMoved()
    {
        const auto owned = kept(4);
        QVERIFY_OK(owned);
        QCOMPARE(**owned, 4);
    }

    void anErrorKnowsWhereItArose()
    {
        const auto failed = quarter(5);
        QVERIFY(!failed);
        QVERIFY(std::string_view(failed.error().file).ends_with("tst_result.cpp"));
        QVERIFY(failed.error().line > 0);
        QCOMPARE(failed.error().detail, std::string("odd"));
    }

    void everyCodeHasItsOwnName()
    {
        std::set<std::string_view> names;
        for (const ErrorCode code :
             {ErrorCode::InvalidInput, ErrorCode::NotFound, ErrorCode::Conflict, ErrorCode::Unavailable,
              ErrorCode::Corrupted, ErrorCode::Denied, ErrorCode::Internal})
            names.insert(codeName(code));
        QCOMPARE(names.size(), 7U);
        QCOMPARE(codeName(ErrorCode::InvalidInput), std::string_view("invalid_input"));
    }

    void hexadecimalIsReadAndWritten()
    {
        std::array<std::uint8_t, 3> bytes{};
        QVERIFY(readHex("00aBfF", bytes));
        std::string text;
        appendHex(text, bytes);
        QCOMPARE(text, std::string("00abff"));
        QVERIFY(!readHex("00aB", bytes));
        QVERIFY(!readHex("00aBfg", bytes));
    }
};

QTEST_APPLESS_MAIN(TstResult)
#include "tst_result.moc"
