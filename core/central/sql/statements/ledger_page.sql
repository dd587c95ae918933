-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The digest is computed here from the columns, not by a function of the database: whoever can change the ledger
-- could change that function too.
SELECT n, hash, sha256(convert_to(
        '{"act":' || to_json(act)::text || ',"actor":' || to_json(actor)::text || ',"at":' || at
        || ',"basis":' || to_json(basis)::text || ',"body":"' || encode(body_digest, 'hex') || '","case":"' || case_id
        || '","district":' || district || ',"reason":' || to_json(reason)::text || ',"role":' || to_json(role)::text
        || ',"state":' || to_json(state)::text || '}', 'UTF8'))
FROM core.ledger WHERE district = $1::int AND n > $2::bigint ORDER BY n LIMIT $3::int
