-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT role, district, items, since_ms, granted_by FROM api.my_rights()
