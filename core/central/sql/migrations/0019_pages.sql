-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The pages of a copy as before, gathered with less work: an application stands in the year of the act that opened its case,
-- so that the other years are not looked into, and only an act that opens a case looks for one.

SET ROLE tongban_owner;

CREATE OR REPLACE FUNCTION api.pull(p_district int, p_after bigint, p_limit int)
RETURNS TABLE (n bigint, case_id uuid, act text, state text, actor text, role text, at bigint, reason text, basis text,
               body text, hash bytea, application text, case_no bigint, item_version int, record text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_keys text[];
    v_last int;
    v_key bytea;
    v_items text[] := core.items_seen(v_who.account, p_district);
BEGIN
    IF NOT core.readable(v_who.account, p_district) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'pull', 'no_right');
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    v_last := nullif(cardinality(v_keys), 0);
    v_key := decode(v_keys[v_last], 'hex');
    PERFORM core.log_query(v_who.account, p_district, 'pull after ' || p_after, NULL, 'sync');
    RETURN QUERY
        SELECT l.n, l.case_id, l.act, l.state, l.actor, l.role, l.at, l.reason, l.basis,
               convert_from(CASE WHEN length(b.body) > 17 AND get_byte(b.body, 0) = v_last
                                 THEN crypto.decrypt_iv(substr(b.body, 18), v_key, substr(b.body, 2, 16), 'aes-cbc')
                                 ELSE core.unsealed(b.body, v_keys) END, 'UTF8'),
               l.hash,
               convert_from(CASE WHEN length(a.body) > 17 AND get_byte(a.body, 0) = v_last
                                 THEN crypto.decrypt_iv(substr(a.body, 18), v_key, substr(a.body, 2, 16), 'aes-cbc')
                                 ELSE core.unsealed(a.body, v_keys) END, 'UTF8'),
               c.no, c.item_version,
               CASE WHEN r.body IS NOT NULL
                         AND (v_items = '{}' OR (SELECT p.item FROM core.permit_case p
                                                 WHERE p.district = r.district AND p.id = r.case_id) = ANY (v_items))
                    THEN convert_from(core.unsealed(r.body, v_keys), 'UTF8') END
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year AND b.n > p_after
        LEFT JOIN core.application a ON a.district = l.district AND a.year = l.year
            AND a.case_id = CASE WHEN l.act IN ('apply', 'book', 'pre_review') THEN l.case_id END
        LEFT JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id
        LEFT JOIN core.act_record r ON r.district = l.district AND r.n = l.n AND r.year = l.year AND r.kind = 'decision'
            AND r.n > p_after
        WHERE l.district = p_district AND l.n > p_after ORDER BY l.n LIMIT least(greatest(p_limit, 0), 5000);
END $$;
RESET ROLE;
