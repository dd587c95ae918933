-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT core.publish_rules($1::jsonb, $2::jsonb, $3::jsonb, $4)
