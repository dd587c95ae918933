// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/log.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace tongban;

namespace {

class MemorySink final : public LogSink
{
public:
    void write(const LogRecord &record) override { text += logLine(record); }

    std::string text;
};

} // namespace

class TstLog : public QObject
{
    Q_OBJECT

private slots:
    void aLineSaysWhenHowGraveWhereAndWhat()
    {
        MemorySink sink;
        const Log log(sink, m_clock, "storage");
        log.warning("the store is slow");
        QCOMPARE(sink.text,
                 std::string("2026-03-17T09:30:00.000+08:00 warning storage: the store is slow\n"));
    }

    void lowerLevelsAreLeftOut()
    {
        MemorySink sink;
        const Log log(sink, m_clock, "x", LogLevel::Warning);
        log.debug("no");
        log.info("no");
        QVERIFY(sink.text.empty());
        QVERIFY(!log.writes(LogLevel::Info) && log.writes(LogLevel::Error));
        log.withCategory("y").error("yes");
        QVERIFY(sink.text.ends_with("error y: yes\n"));
    }

    void aMessageStaysOnOneLine()
    {
        const LogRecord record{
            .at = m_clock.now(), .level = LogLevel::Info, .category = "c", .message = "a\nb\r\x1b[1m\xff"};
        QVERIFY(logLine(record).ends_with("c: a\\nb\\x0d\\x1b[1m\uFFFD\n"));
    }

    void aFailureIsWrittenWithItsPlace()
    {
        MemorySink sink;
        const Log log(sink, m_clock, "x");
        log.error("cannot open the store", Error(ErrorCode::Denied, "no right", "/a/b/store.cpp", 7));
        QVERIFY(sink.text.ends_with("error x: cannot open the store [denied: no right; store.cpp:7]\n"));
    }

    void filesAreAppendedTo()
    {
        const tests::TemporaryDirectory folder;
        const auto path = folder.write("log", "before\n");
        {
            const auto sink = FileSink::open(path);
            QVERIFY_OK(sink);
            Log(**sink, m_clock, "x").info("after");
        }
        QCOMPARE(tests::readFile(path), std::string("before\n2026-03-17T09:30:00.000+08:00 info x: after\n"));
        QVERIFY_FAILS(FileSink::open(folder / "no/log"), ErrorCode::NotFound);
    }

    void levelsAreNamed()
    {
        for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
            QVERIFY(parseLogLevel(name(level)) == level);
        QVERIFY(!parseLogLevel("loud"));
    }

private:
    FixedClock m_clock{*parseIsoTimestamp("2026-03-17T09:30:00+08:00")};
};

QTEST_APPLESS_MAIN(TstLog)
#include "tst_log.moc"
