// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QTest>

#include <string>
#include <string_view>

/// What QCOMPARE shows when two of our values differ. Include it before the first QCOMPARE of such a value.
namespace QTest {

template <>
inline char *toString(const std::string &text)
{
    return qstrdup(("\"" + text + "\"").c_str());
}

template <>
inline char *toString(const std::string_view &text)
{
    return toString(std::string(text));
}

template <>
inline char *toString(const tongban::Date &date)
{
    return qstrdup(tongban::isoDate(date).c_str());
}

template <>
inline char *toString(const tongban::Timestamp &instant)
{
    return qstrdup(tongban::isoTimestamp(instant).c_str());
}

template <>
inline char *toString(const tongban::Digest &digest)
{
    return qstrdup(digest.hex().c_str());
}

template <>
inline char *toString(const tongban::Uuid &uuid)
{
    return qstrdup(uuid.text().c_str());
}

template <>
inline char *toString(const tongban::ErrorCode &code)
{
    return qstrdup(std::string(tongban::codeName(code)).c_str());
}

} // namespace QTest
