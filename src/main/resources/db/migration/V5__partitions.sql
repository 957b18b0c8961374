-- The records of each clinic are in a partition of HAPI's tables of their own.
CREATE TABLE clinic_partition (
    clinic    uuid PRIMARY KEY,
    partition integer GENERATED ALWAYS AS IDENTITY UNIQUE
);

-- What was stored before moves to the partition of its clinic. HAPI's tables are there only where
-- something was stored before.
INSERT INTO clinic_partition (clinic) SELECT id FROM record WHERE resource_type = 'Organization';

DO $$
DECLARE
    indexed record;
BEGIN
    IF to_regclass('public.hfj_resource') IS NULL THEN
        RETURN;
    END IF;
    UPDATE public.hfj_resource AS stored SET partition_id = own.partition
    FROM registry.record AS kept JOIN registry.clinic_partition AS own ON own.clinic = kept.owner
    WHERE stored.fhir_id = kept.id::text AND stored.res_type = kept.resource_type;
    FOR indexed IN
        SELECT c.table_name, c.column_name
        FROM information_schema.columns AS c
        JOIN information_schema.columns AS p USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND p.column_name = 'partition_id'
          AND c.table_name LIKE 'hfj\_%' AND c.table_name <> 'hfj_resource'
          AND c.column_name IN ('res_id', 'src_resource_id', 'resource_pid')
    LOOP
        EXECUTE format(
            'UPDATE public.%I AS part SET partition_id = whole.partition_id FROM public.hfj_resource AS whole'
            ' WHERE whole.res_id = part.%I AND whole.partition_id IS NOT NULL',
            indexed.table_name, indexed.column_name);
    END LOOP;
    UPDATE public.hfj_res_link AS link SET target_res_partition_id = whole.partition_id
    FROM public.hfj_resource AS whole
    WHERE whole.res_id = link.target_resource_id AND whole.partition_id IS NOT NULL;
END $$;
