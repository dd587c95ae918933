-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What an account may do, for whoever is signed in as it: a desktop shows it, and nothing rests on what it shows.

SET ROLE tongban_owner;

CREATE FUNCTION api.my_rights() RETURNS TABLE (role text, district int, items text, since_ms bigint, granted_by text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
BEGIN
    RETURN QUERY SELECT r.role, r.district, coalesce(array_to_string(r.items, ';'), ''),
                        (extract(epoch FROM r.since) * 1000)::bigint, r.granted_by::text
                 FROM core.right_ r
                 WHERE r.account = v_who.account AND r.until > clock_timestamp()
                 ORDER BY r.district, r.role;
END $$;

REVOKE ALL ON FUNCTION api.my_rights() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.my_rights() TO tongban_staff, tongban_worker, tongban_auditor;

RESET ROLE;
