-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

COPY (SELECT n, case_id, act, state, actor, role, at, reason, basis, body, hash, application, case_no, item_version, record
      FROM api.pull({1}, {2}, {3})) TO STDOUT (FORMAT binary)
