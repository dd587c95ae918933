-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY
