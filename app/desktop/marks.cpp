// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/marks.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace tongban::desktop {

QString marksFolder(const std::filesystem::path &workspace)
{
    std::error_code ignored;
    const std::string path = std::filesystem::weakly_canonical(workspace, ignored).string();
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(path), QCryptographicHash::Sha256)
            .toHex()
            .first(16);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/tongban/marks/") + QString::fromLatin1(digest);
    QDir().mkpath(folder);
    return folder;
}

} // namespace tongban::desktop
