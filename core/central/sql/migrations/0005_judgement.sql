-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The pieces an act is judged with, in PL/pgSQL, whose plans are kept: a function in SQL with a search path of its
-- own is planned anew at each call. None of these can be called by a login; api.push puts them together.
-- A verdict is null (nothing against it) or 'outcome:detail', both of which the device stores.

SET ROLE tongban_owner;

-- Canonical JSON as core/base/canonical_json.h writes it: keys by code point, no white space, numbers plainly.
CREATE FUNCTION core.canonical(p_value jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE jsonb_typeof(p_value)
    WHEN 'object' THEN
        RETURN '{' || coalesce((SELECT string_agg(to_json(e.key)::text || ':' || core.canonical(e.value), ','
                                                  ORDER BY e.key COLLATE "C")
                                FROM jsonb_each(p_value) e), '') || '}';
    WHEN 'array' THEN
        RETURN '[' || coalesce((SELECT string_agg(core.canonical(e.value), ',' ORDER BY e.ordinality)
                                FROM jsonb_array_elements(p_value) WITH ORDINALITY e), '') || ']';
    WHEN 'string' THEN
        RETURN to_json(p_value #>> '{}')::text;
    WHEN 'number' THEN
        IF p_value::text !~ '^-?[0-9]{1,18}([.][0-9]{1,12})?$' THEN
            RAISE EXCEPTION 'a number of that size is not kept' USING ERRCODE = 'invalid_parameter_value';
        END IF;
        RETURN p_value::text;
    ELSE
        RETURN p_value::text;
    END CASE;
END $$;

-- The digest of an act without its place, byte for byte that of storage::EventDigester.
CREATE FUNCTION core.event_digest(p_event core.ledger) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN sha256(convert_to(
        '{"act":' || to_json(p_event.act)::text || ',"actor":' || to_json(p_event.actor)::text
        || ',"at":' || p_event.at || ',"basis":' || to_json(p_event.basis)::text
        || ',"body":"' || encode(p_event.body_digest, 'hex') || '","case":"' || p_event.case_id
        || '","district":' || p_event.district || ',"reason":' || to_json(p_event.reason)::text
        || ',"role":' || to_json(p_event.role)::text || ',"state":' || to_json(p_event.state)::text || '}',
        'UTF8'));
END $$;

CREATE FUNCTION core.limit_(p_key text) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT value::int FROM core.setting WHERE key = p_key);
END $$;

CREATE FUNCTION core.log_refusal(p_account text, p_district int, p_what text, p_detail text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE LOG 'tongban refused % in district %: % (%)', session_user, p_district, p_what, p_detail;
    INSERT INTO core.refusal_log (account, district, what, detail)
    VALUES (p_account, p_district, p_what, p_detail);
END $$;

CREATE FUNCTION core.log_query(p_account text, p_district int, p_what text, p_case uuid, p_purpose text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE LOG 'tongban read by % in district %: % of case %', session_user, p_district, p_what, p_case;
    INSERT INTO core.query_log (account, district, what, case_id, purpose)
    VALUES (p_account, p_district, p_what, p_case, p_purpose);
END $$;

-- What is printed on paper and kept for ever: visible characters, of a length that a person reads.
CREATE FUNCTION core.text_problem(p_act jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_text text;
BEGIN
    FOREACH v_text IN ARRAY ARRAY[p_act->>'reason', p_act->>'basis', p_act->>'document'] LOOP
        IF length(v_text) > 2000
           OR v_text ~ '[\x01-\x1f\x7f\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]' THEN
            RETURN 'invalid:text_invalid';
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

-- What the transition wants to come with the act.
CREATE FUNCTION core.need_problem(p_move core.workflow, p_case core.permit_case, p_account text, p_act jsonb)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN p_move.needs_reason AND coalesce(btrim(p_act->>'reason'), '') = '' THEN 'invalid:reason_missing'
        WHEN p_move.needs_basis AND coalesce(btrim(p_act->>'basis'), '') = '' THEN 'invalid:basis_missing'
        WHEN p_move.needs_document AND coalesce(btrim(p_act->>'document'), '') = ''
            THEN 'invalid:document_missing'
        WHEN p_move.needs_second_person AND p_case.proposer IS NOT DISTINCT FROM p_account
            THEN 'refused:same_person'
    END;
END $$;

-- The second signature is one the second person gave in a session of his own, at this version of the case,
-- and he still holds the role. Naming somebody is not enough.
CREATE FUNCTION core.signer_problem(p_case core.permit_case, p_account text, p_act jsonb, p_roles text[])
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_signer text := p_act->>'signer';
    v_role text;
BEGIN
    IF coalesce(v_signer, '') = '' THEN
        RETURN 'invalid:signer_missing';
    ELSIF v_signer = p_account THEN
        RETURN 'refused:signer_is_actor';
    END IF;
    SELECT s.role INTO v_role FROM core.signature s
    WHERE s.district = p_case.district AND s.case_id = p_case.id AND s.version = p_case.version
      AND s.act = p_act->>'act' AND s.signer = v_signer;
    IF v_role IS NULL THEN
        RETURN 'refused:not_signed';
    ELSIF v_role <> ALL (p_roles) OR NOT core.may(v_signer, v_role, p_case.district, p_case.item) THEN
        RETURN 'refused:signer_may_not';
    END IF;
    RETURN NULL;
END $$;

-- Claims: people decide what they hold; nobody acts against what somebody else holds.
CREATE FUNCTION core.claim_problem(p_case core.permit_case, p_account text, p_device uuid, p_is_program boolean,
                                   p_token bigint)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_claim core.claim;
BEGIN
    SELECT * INTO v_claim FROM core.claim c WHERE c.district = p_case.district AND c.case_id = p_case.id;
    IF p_is_program THEN
        RETURN CASE WHEN v_claim.expires_at > clock_timestamp() AND v_claim.account <> p_account
                    THEN 'conflict:claim_held' END;
    ELSIF v_claim.token IS NULL THEN
        RETURN 'conflict:claim_missing';
    ELSIF v_claim.account <> p_account OR v_claim.device <> p_device OR v_claim.token IS DISTINCT FROM p_token THEN
        RETURN 'conflict:claim_lost';
    END IF;
    RETURN NULL;
END $$;

-- What the program may decide alone (S22): the item allows it, no person asked for one or has acted, and the
-- rules are a model that two persons published and that the case was accepted under.
CREATE FUNCTION core.program_problem(p_rule core.act_rule, p_case core.permit_case, p_item core.item, p_act jsonb)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_model core.published_model;
BEGIN
    IF p_rule.human_alone THEN
        RETURN 'refused:role_may_not';
    ELSIF p_rule.automatic IS NULL THEN
        RETURN NULL;
    ELSIF p_rule.automatic <> ALL (p_item.automatic) OR p_item.rule_set = '' THEN
        RETURN 'refused:not_automatic';
    ELSIF p_rule.decides IS NULL THEN
        RETURN NULL;
    ELSIF p_case.human_requested THEN
        RETURN 'refused:human_requested';
    ELSIF p_case.touched_by_human THEN
        RETURN 'refused:touched_by_human';
    ELSIF coalesce(p_act->>'model', '') !~ '^[0-9a-f]{64}$' OR coalesce(p_act->>'capsule', '') !~ '^[0-9a-f]{64}$' THEN
        RETURN 'invalid:model_missing';
    END IF;
    SELECT * INTO v_model FROM core.published_model m WHERE m.digest = decode(p_act->>'model', 'hex');
    IF v_model.digest IS NULL OR v_model.confirmed_at IS NULL OR v_model.withdrawn_at IS NOT NULL
       OR v_model.rule_set <> p_item.rule_set OR v_model.effective_from > core.today() THEN
        RETURN 'refused:model_not_published';
    ELSIF p_case.pinned_model IS DISTINCT FROM v_model.digest THEN
        RETURN 'refused:other_model_pinned';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION core.today() RETURNS date
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date;
END $$;

-- What a person may decide (S24): not the case he took in, not his own application, and against the rules'
-- advice or before they looked only with a reason and a second signature.
CREATE FUNCTION core.person_problem(p_rule core.act_rule, p_case core.permit_case, p_item core.item,
                                    p_who core.account, p_act jsonb)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_rule.decides IS NULL AND p_rule.act <> 'propose_refusal' THEN
        RETURN NULL;
    END IF;
    IF p_case.taken_in_by = p_who.account
       OR EXISTS (SELECT FROM core.application a
                  WHERE a.district = p_case.district AND a.case_id = p_case.id
                    AND p_who.person_hash = ANY (a.parties)) THEN
        RETURN 'refused:self_approval';
    ELSIF p_rule.act = 'grant'
          AND (p_case.advice_against
               OR (p_item.rule_set <> '' AND NOT p_case.rules_asked AND NOT p_case.human_requested)) THEN
        IF coalesce(btrim(p_act->>'reason'), '') = '' THEN
            RETURN 'invalid:reason_missing';
        END IF;
        RETURN core.signer_problem(p_case, p_who.account, p_act, ARRAY['supervisor', 'approver']);
    END IF;
    RETURN NULL;
END $$;

RESET ROLE;
