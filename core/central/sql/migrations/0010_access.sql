-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who gets what. Everything not named here is refused by PostgreSQL itself.

SET ROLE tongban_owner;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core, api FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA core FROM PUBLIC;
GRANT USAGE ON SCHEMA core, api TO tongban_staff, tongban_worker, tongban_auditor;

GRANT EXECUTE ON FUNCTION api.readable_districts(), api.hello(), api.heads(),
    api.pull(int, bigint, int), api.common(int, bigint[], bytea[]) TO tongban_staff, tongban_worker, tongban_auditor;
GRANT EXECUTE ON FUNCTION api.push(int, uuid, uuid[], bigint[], bytea[]), api.models(),
    api.read_application(int, uuid, text), api.read_evidence(int, uuid, text) TO tongban_staff, tongban_worker;
GRANT EXECUTE ON FUNCTION api.sign(int, uuid, bigint, text, text), api.propose_model(text, int, date, text, text),
    api.confirm_model(bytea), api.withdraw_model(bytea) TO tongban_staff;
GRANT EXECUTE ON FUNCTION api.ledger_faults(int) TO tongban_auditor;
GRANT EXECUTE ON FUNCTION api.put_evidence(int, uuid, text, text, text), api.evict_blockers(int) TO tongban_worker;

-- Tables that can be read row by row. None holds what an applicant wrote or an agency answered: those come from
-- functions that keep a record of every reading.
DO $$
DECLARE
    readable text;
BEGIN
    FOR readable IN SELECT c.relname FROM pg_catalog.pg_class c
                    WHERE c.relnamespace = 'core'::regnamespace AND c.relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY', readable);
    END LOOP;
    FOREACH readable IN ARRAY ARRAY['head', 'permit_case', 'claim', 'decision'] LOOP
        EXECUTE format('GRANT SELECT ON core.%I TO tongban_staff, tongban_worker, tongban_auditor', readable);
        EXECUTE format('CREATE POLICY of_my_districts ON core.%I FOR SELECT '
                       'USING (district = ANY ((SELECT api.readable_districts())::int[]))', readable);
    END LOOP;
    FOREACH readable IN ARRAY ARRAY['ledger', 'refusal_log', 'query_log', 'op', 'signature'] LOOP
        EXECUTE format('GRANT SELECT ON core.%I TO tongban_auditor', readable);
        EXECUTE format('CREATE POLICY of_my_districts ON core.%I FOR SELECT TO tongban_auditor '
                       'USING (district = ANY ((SELECT api.readable_districts())::int[]))', readable);
    END LOOP;
    FOREACH readable IN ARRAY ARRAY['workflow', 'state', 'act_rule', 'item'] LOOP
        EXECUTE format('GRANT SELECT ON core.%I TO tongban_staff, tongban_worker, tongban_auditor', readable);
        EXECUTE format('CREATE POLICY for_everybody ON core.%I FOR SELECT USING (true)', readable);
    END LOOP;
END $$;

RESET ROLE;
