// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/data_folder.h"

#include <QDir>

namespace tongban::test {

namespace {

QString dataFolder(const char *variable, const QString &name)
{
    const QString given = qEnvironmentVariable(variable);
    const QString path = given.isEmpty()
        ? qEnvironmentVariable("TONGBAN_SOURCE_DIR") + QStringLiteral("/../shared/data/") + name
        : given;
    return QDir(path).exists() ? QDir(path).absolutePath() : QString();
}

} // namespace

QString kitFolder()
{
    return dataFolder("TONGBAN_DMN_TCK", QStringLiteral("dmn-tck"));
}

QString workloadFolder()
{
    return dataFolder("TONGBAN_RULE_WORKLOADS", QStringLiteral("rule-workloads"));
}

} // namespace tongban::test
