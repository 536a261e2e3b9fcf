-- A person's names as they are written, for the directory: the same rule as `personName` in lib/kyc/vocabulary.ts.
CREATE FUNCTION person_name(first_name text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT CASE
    WHEN first_name || last_name ~ '^[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+$' AND first_name <> '' AND last_name <> ''
    THEN last_name || first_name
    ELSE first_name || ' ' || last_name
  END
$$;
