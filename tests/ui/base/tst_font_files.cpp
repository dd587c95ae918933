// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/fixed_font.h"
#include "ui/base/font_files.h"

#include <QRawFont>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <set>
#include <sys/mman.h>
#include <unistd.h>

using namespace tongban::ui;

namespace {

constexpr std::size_t kSize = 8 << 20;

/// How many pages of an open file the system holds in memory.
qsizetype pagesInMemory(int file)
{
    void *map = mmap(nullptr, kSize, PROT_READ, MAP_SHARED, file, 0);
    std::vector<unsigned char> pages(kSize / std::size_t(sysconf(_SC_PAGESIZE)));
    if (map == MAP_FAILED || mincore(map, kSize, pages.data()) != 0)
        return -1;
    munmap(map, kSize);
    return std::ranges::count_if(pages, [](unsigned char page) { return (page & 1) != 0; });
}

} // namespace

class TstFontFiles : public QObject
{
    Q_OBJECT

private slots:
    void regularAndBoldHaveTheirFiles();
    void theFixedFontHasItsFile();
    void aFileIsInMemoryAfterwards();
};

/// What is found is what the window takes: the face has the character, in both weights.
void TstFontFiles::regularAndBoldHaveTheirFiles()
{
    const auto files = fontFiles(fontFamilies());
    std::set<bool> isBold;
    for (const auto &file : files) {
        QVERIFY2(std::filesystem::is_regular_file(file), file.c_str());
        if (const QRawFont face(QString::fromStdString(file.string()), 12);
            face.supportsCharacter(QChar(u'办')))
            isBold.insert(face.weight() >= QFont::DemiBold);
    }
    QCOMPARE(isBold, (std::set<bool>{false, true}));
}

/// The face of a recovery code is among them.
void TstFontFiles::theFixedFontHasItsFile()
{
    const QString family = QRawFont::fromFont(QFont(fixedFamily())).familyName();
    QVERIFY(std::ranges::any_of(fontFiles(fontFamilies()), [&](const std::filesystem::path &file) {
        return QRawFont(QString::fromStdString(file.string()), 12).familyName() == family;
    }));
}

void TstFontFiles::aFileIsInMemoryAfterwards()
{
    const QTemporaryDir folder(QStringLiteral("font_files_XXXXXX"));
    const std::string path = folder.filePath(QStringLiteral("face")).toStdString();
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    QVERIFY(file >= 0);
    const std::vector<char> bytes(kSize, 'x');
    QCOMPARE(write(file, bytes.data(), bytes.size()), ssize_t(bytes.size()));
    QCOMPARE(fsync(file), 0);
    QCOMPARE(posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED), 0);
    const qsizetype all = qsizetype(kSize / std::size_t(sysconf(_SC_PAGESIZE)));
    if (pagesInMemory(file) == all)
        QSKIP("this file system lets nothing go from memory");
    readAhead(path);
    QCOMPARE(pagesInMemory(file), all);
    close(file);
}

QTEST_MAIN(TstFontFiles)
#include "tst_font_files.moc"
